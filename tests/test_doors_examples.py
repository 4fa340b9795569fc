"""The questions that the chat page offers."""

from shelf import HARBOUR, HOSTILE_PAGE, Shelf, page

from ingest import Voice
from rag.doors.chat.examples import OFFERED, themes
from rag.doors.chat.welcome import Welcoming


def test_a_theme_is_a_noun_that_a_named_person_speaks_of() -> None:
    assert themes(HARBOUR) == [("Mara Lindqvist", "bridge")]


def test_nothing_is_offered_that_is_not_answered() -> None:
    silent = page("silent.txt", (Voice.NARRATION, "Nobody speaks here.\n"))
    assert not Welcoming(Shelf(silent)).welcome().questions
    offered = Welcoming(Shelf(HARBOUR, HOSTILE_PAGE)).welcome().questions
    assert "What did Mara Lindqvist say about the bridge?" in offered
    assert len(offered) <= OFFERED


def test_examples_come_from_several_pages_and_on_several_topics() -> None:
    first = page(
        "first.txt",
        (Voice.NARRATION, "“The bridge stays, on the contrary, it stays,” said Anna Leeds. "),
        (Voice.NARRATION, "“The bridge is safe,” said Boris Dahl. To the contrary, the bridge.\n"),
    )
    other = page(
        "other.txt", (Voice.NARRATION, "“The harbour is shut,” said Dina Orrell. A harbour.\n")
    )
    offered = Welcoming(Shelf(first, other)).welcome().questions
    assert any("Dina Orrell" in one for one in offered)
    assert not any("contrary" in one for one in offered)
    assert sum("the bridge" in one for one in offered) <= 1


def test_the_welcome_says_what_there_is_and_follows_the_archive() -> None:
    shelf = Shelf(HARBOUR, HOSTILE_PAGE)
    welcoming = Welcoming(shelf)
    html = welcoming.welcome().html
    assert "2 pages" in html
    assert f'href="/articles/{HARBOUR.id}"' in html
    assert "<script" not in html
    assert "<b>" not in html
    shelf.articles.clear()
    assert "The archive is empty" in welcoming.welcome().html
