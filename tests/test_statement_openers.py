"""Words that open a sentence before a name, or stand in it, and are no part of the name."""

import pytest

from ingest import Fact, Region, Voice
from ingest.statements import find_statements

SPEAKERS = [
    ("Schoolteacher Ola Brekke said the mill was lost.", "Ola Brekke"),
    ("Mother-of-three Priya Nandlal said: “The mill is lost.”", "Priya Nandlal"),
    ("Model Anna Lindt, on holiday in Larkby, said the mill was lost.", "Anna Lindt"),
    ("Agent Bob Hall from the water office said the mill was lost.", "Bob Hall"),
    ("Secretary of the Interior Donna Hall said the mill was lost.", "Donna Hall"),
    ("The president of the United Valleys said the mill was lost.", None),
    ("Shoemaker said the mill was lost.", "Shoemaker"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_name_of_the_speaker(text: str, speaker: str | None) -> None:
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [one.speaker.name for one in found if one.speaker] == [speaker]
