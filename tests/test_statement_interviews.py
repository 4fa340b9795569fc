"""Whose answers a page prints under "A:" or "Answer:"."""

from ingest import Fact, Region, Voice
from ingest.statements import find_statements

INTRO = "Yva Calder, a geologist, measured the ice for thirty years.\n"


def _speakers(text: str) -> list[str | None]:
    found = find_statements(text, (Region(Voice.NARRATION, 0, len(text)),), Fact())
    return [one.speaker.name for one in found if one.speaker and one.kind == "direct"]


def test_answers_are_the_one_persons_whom_the_page_introduces() -> None:
    turns = "Q: Is it safe?\nA: I doubt it. A beam broke.\nQ: Why is that?\nA: My team saw it.\n"
    assert _speakers(INTRO + turns) == ["Yva Calder", "Yva Calder"]
    spelt = turns.replace("Q:", "Question:").replace("A:", "Answer:")
    assert _speakers(INTRO + spelt) == ["Yva Calder", "Yva Calder"]


def test_answers_of_a_page_that_speaks_of_the_person_are_nobodys() -> None:
    turns = "Q: Is it safe?\nA: Calder told us no.\nQ: Why is that?\nA: We do not know.\n"
    assert "Yva Calder" not in _speakers(INTRO + turns)


def test_answers_to_readers_are_nobodys() -> None:
    turns = "Q: Do I get my money?\nA: Ask us later.\nQ: Why is that?\nA: It is our rule.\n"
    assert "Yva Calder" not in _speakers(INTRO + turns)


def test_answers_are_nobodys_where_two_people_are_introduced() -> None:
    turns = "Q: Is it safe?\nA: I doubt it.\nQ: Why is that?\nA: My team saw it.\n"
    assert "Yva Calder" not in _speakers("Mayor Bo Hass met Yva Calder.\n" + turns)
