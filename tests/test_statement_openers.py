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
    (
        "When asked about it, Health Office Director-General Edda Brunn replied that it was lost.",
        "Edda Brunn",
    ),
    ("Lindsay Judge said the mill was lost.", "Lindsay Judge"),
    ("Opposition leader Piers Long said the mill was lost.", "Piers Long"),
    ("Anna Wick Anna Wick said the mill was lost.", "Anna Wick"),
    ("Ada Ames never tires of saying that the mill is lost.", "Ada Ames"),
    ("Bo Vane told the court what Ada Ames had said: “It is lost.”", "Ada Ames"),
    ("Martin Koll, professor of law at Larkby University said the mill was lost.", "Martin Koll"),
    ("Among them was Nani Osa, 71, who told a reporter that the mill was lost.", "Nani Osa"),
    ("The town's mayor, Lusia Fane, said at least nine mills were lost.", "Lusia Fane"),
    ("Council leader Cllr Bev Standish said the mill was lost.", "Bev Standish"),
    ("The mill was lost because two councils failed, a report has found.", None),
    ("The mayor's aide denied it, then acknowledged their presence later.", None),
    ("Orle (LNN) Prime Minister Ann Lee announced that the mill was lost.", "Ann Lee"),
    ("Shoemaker said the mill was lost.", "Shoemaker"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_name_of_the_speaker(text: str, speaker: str | None) -> None:
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [one.speaker.name for one in found if one.speaker] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "False claims that Kim Lee lost the mill have been shared.",
        "The flood claimed at least 30 lives in Norby.",
        "If you can, please consider a donation.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [one.speaker for one in found if one.speaker] == []


def test_an_office_of_a_place_is_its_holders_and_no_station_beside_it_is() -> None:
    text = (
        "The mayor of Quira, Esteban Roa, left. In words to the radio Voz, the mayor said that it"
        " was lost. “I was in the capital,” he said."
    )
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [one.speaker.name for one in found if one.speaker] == ["Esteban Roa"] * 2


def test_a_mark_closes_behind_the_space_that_french_sets_before_it() -> None:
    text = "« The mill is lost », said Anna Wick, two days after the flood."
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [one.content[0].of(text) for one in found] == ["« The mill is lost »"]


def test_words_before_names_part_no_joint_speakers() -> None:
    text = "Team captain Jonah Fisk and defenseman Eli Marsh said the mill was lost."
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [one.speaker.name for one in found if one.speaker] == ["Jonah Fisk", "Eli Marsh"]


def test_whose_deputy_speaks_too_is_a_person() -> None:
    text = "Helm and her deputy, Bo Vane, said that the mill was lost."
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [one.speaker.name for one in found if one.speaker] == ["Helm", "Bo Vane"]


def test_a_surname_may_begin_with_a_small_particle() -> None:
    text = "Noor al-Habbash left. Al-Habbash said that the mill was lost."
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    assert [one.speaker.name for one in found if one.speaker] == ["Noor al-Habbash"]
