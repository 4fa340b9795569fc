"""The questions that the chat page offers."""

from shelf import HARBOUR, HOSTILE_PAGE, Shelf, page

from ingest import Voice
from rag.doors.chat.examples import OFFERED, Examples, themes


def test_a_theme_is_a_noun_that_a_named_person_speaks_of() -> None:
    assert themes(HARBOUR) == [("Mara Lindqvist", "bridge")]


def test_nothing_is_offered_that_is_not_answered() -> None:
    silent = page("silent.txt", (Voice.NARRATION, "Nobody speaks here.\n"))
    assert Examples(Shelf(silent)).questions() == []
    offered = Examples(Shelf(HARBOUR, HOSTILE_PAGE)).questions()
    assert "What did Mara Lindqvist say about the bridge?" in offered
    assert len(offered) <= OFFERED
