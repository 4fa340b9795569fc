"""Pages in other languages: read and searched, but nobody is said to say anything in them."""

import pytest

from ingest import Capture, read_page
from ingest.language import is_foreign

GERMAN = (
    "Der Hafen von Orle bleibt zu\n\n"
    "Der Hafen von Orle bleibt bis zum Herbst geschlossen, teilte die Verwaltung am Montag mit.\n\n"
    "„Wir haben keine andere Wahl“, sagte Vorstandschef Ruben Keller. Admit Keller said “Nein” "
    "stand auf einem Plakat vor dem Rathaus, und niemand wusste, was es bedeuten sollte.\n\n"
    "Die Fischer wollen am Dienstag vor dem Rathaus gegen die Entscheidung protestieren.\n"
)
ENGLISH = (
    "The port of Orle stays closed\n\n"
    "The port of Orle will stay closed until the autumn, the administration said on Monday.\n\n"
    "“We have no other choice,” said its director, Ruben Keller, in front of the town hall.\n\n"
    "The fishermen want to protest against the decision outside the town hall on Tuesday.\n"
)


@pytest.mark.parametrize(
    ("text", "language", "spoken"),
    [(GERMAN, "de", False), (ENGLISH, "en", True)],
)
def test_english_rules_are_kept_to_english(text: str, language: str, spoken: bool) -> None:
    article = read_page(Capture(text.encode(), "page.txt"))
    assert article.language == language
    assert bool(article.statements) == spoken
    assert any(one.voice == "narration" for one in article.regions)


@pytest.mark.parametrize(
    ("language", "written", "foreign"),
    [("de", 900, True), ("de", 90, False), ("und", 900, False), ("en", 900, False)],
)
def test_a_short_text_may_be_english_after_all(language: str, written: int, foreign: bool) -> None:
    assert is_foreign(language, written) == foreign
