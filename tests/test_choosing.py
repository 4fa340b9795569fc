"""The rules that decide which words answer: pure functions on invented sentences."""

import pytest
from asked_pages import PRESS
from hypothesis import given
from hypothesis import strategies as st

from ingest import Article, Capture, Fact, Region, Span, Statement, Voice, read_page
from rag.steps.choosing.aliases import aliases
from rag.steps.choosing.answer_types import holds
from rag.steps.choosing.citable import shown_spans
from rag.steps.choosing.documents import is_document
from rag.steps.choosing.leads import lead_of, turns
from rag.steps.choosing.mentioned import tells
from rag.steps.finding.paragraphs import Page, page_of
from rag.steps.question.dates import date_stems
from rag.steps.question.topic import coverage, topic_of, weighted
from rag.steps.question.wanted import Wants
from rag.steps.words import akin, stems, topic_stems, words


def page() -> Page:
    return page_of(read_page(Capture(content=PRESS.encode(), name="press.txt", path="press.txt")))


def statement_with(words_said: str) -> Statement:
    for one in page().article.statements:
        if words_said in one.span.of(page().article.text):
            return one
    raise AssertionError(f"no statement holds {words_said!r}")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("karabakh", "karabkah", True),
        ("orrin", "orrinian", True),
        ("corridor", "corridor", True),
        ("statement", "state", False),
        ("iran", "iraq", False),
        ("6,500", "6,501", False),
        ("2020", "2021", False),
        ("president", "presence", False),
    ],
)
def test_forms_and_spellings_of_one_word_are_akin(one: str, other: str, same: bool) -> None:
    assert akin(one, other) is same


@given(st.text(max_size=60))
def test_any_text_has_words_and_stems(text: str) -> None:
    assert len(stems(words(text))) == len(words(text))


def test_a_thing_is_known_by_its_proper_modifier_and_by_what_it_is_said_to_be() -> None:
    text = "The Quennell Weir is shut. Boats call it the Quennell gate. The weir, the only lock of"
    assert aliases(topic_stems("weir"), text) == {"gate", "lock"}
    many = "Orrin mayor. Orrin boats. Orrin bread. Orrin weir. Orrin tolls."
    assert aliases(topic_stems("weir"), many) == frozenset()


def test_a_quotation_belongs_to_the_sentence_that_it_quotes_for() -> None:
    assert "pride of the river" in lead_of(page(), statement_with("The weir is not shut"))
    assert lead_of(page(), statement_with("lost 4,000 sacks")) == ""
    assert turns(page(), statement_with("toll would rise"))
    assert not turns(page(), statement_with("pride of the river"))


def test_a_quotation_is_shown_from_mark_to_mark_and_reported_words_as_a_sentence() -> None:
    whole, reported = statement_with("The weir is not shut"), statement_with("lost 4,000 sacks")
    (quote,) = shown_spans(page(), whole)
    assert page().text(quote).startswith("“The weir is not shut,” Maren said.")
    assert page().text(quote).endswith("side lock.”")
    (sentence,) = shown_spans(page(), reported)
    assert page().text(sentence).startswith("Bruno Pell, who speaks")
    denial = statement_with("anybody was locked in")
    assert "denied that anybody" in page().text(shown_spans(page(), denial)[0])


def test_words_that_a_caption_parts_are_never_shown_as_one() -> None:
    text = "“It rests,” she said for long. \nA gate (photo)\n “It will open in the spring again.”"
    first, rest = text.index("\nA gate"), text.index(" “It will")
    regions = (
        Region(Voice.NARRATION, 0, first),
        Region(Voice.CAPTION, first, rest),
        Region(Voice.NARRATION, rest, len(text)),
    )
    said = Statement("direct", (Span(0, 11), Span(rest + 1, len(text))), None, None, None)
    article = Article(
        id="a",
        sha256="0",
        file="a",
        path="a",
        text=text,
        title=Fact(),
        outlet=Fact(),
        byline=Fact(),
        published=Fact(),
        url=None,
        language="en",
        regions=regions,
        statements=(said,),
    )
    shown = shown_spans(page_of(article), said)
    assert len(shown) == 2
    assert all(any(one.span.covers(span) for one in regions) for span in shown)


def test_rare_words_weigh_more_and_speaking_about_speaking_weighs_nothing() -> None:
    topic = topic_of("Maren's statement about the toll in Orrin", without=topic_stems("Maren"))
    assert set(topic.stems) == {"toll", "orrin"}
    texts = [
        frozenset({"orrin", "boat"}),
        *[frozenset({"orrin"})] * 4,
        frozenset({"orrin", "toll"}),
    ]
    weighed = weighted(topic, texts)
    assert coverage(weighed, {"toll"}) > 0.8 > 0.5 > coverage(weighed, {"orrin"})
    assert coverage(weighed, {"toll", "orrin"}) == 1.0
    assert coverage(weighed, {"levy"}, aliases={"levy"}) == pytest.approx(0.35)


@pytest.mark.parametrize(
    ("wants", "sentence", "question", "held"),
    [
        ("number", "Some 16 boats passed.", "How many boats passed?", True),
        ("number", "Boats passed on April 2, 2031.", "How many boats passed?", False),
        ("number", "A liter of oil was given.", "How much oil was given?", True),
        ("number", "In 2029 boats passed.", "How many boats passed in 2029?", False),
        ("date", "The gates shut on April 2.", "When did the gates shut?", True),
        ("date", "The gates shut early.", "When did the gates shut?", False),
        ("person", "Bruno Pell led the talks.", "Who led the talks?", True),
        ("person", "the talks were long", "Who led the talks?", False),
        ("place", "They met in Orrin.", "Where did they meet?", True),
        ("reason", "It shut because of the flood.", "Why did it shut?", True),
    ],
)
def test_a_sentence_holds_the_kind_of_thing_asked_for(
    wants: Wants, sentence: str, question: str, held: bool
) -> None:
    assert holds(wants, sentence, question) is held


def test_dates_are_words_too() -> None:
    assert date_stems("2031-04-05T10:00", None, "2030", "nonsense") == {
        "2031",
        "april",
        "5",
        "2030",
    }


def test_a_sentence_tells_of_somebodys_words_only_outside_quotation() -> None:
    names = [("odile", "maren"), ("maren",)]
    assert tells("Odile Maren, the minister, promised a dyke.", names)
    assert not tells("Pell said Odile Maren was late.", names)
    assert not tells("“Maren said no,” Pell wrote.", names)
    assert not tells("Pell met Odile Maren to ask her for a longer dyke.", names)
    assert tells("Odile Maren took to the quay to announce a longer dyke.", names)


def test_an_answer_behind_a_long_row_of_quotations_leads_back_to_all_of_them() -> None:
    rows = [
        "Maren met the millers on Monday in the hall.",
        *(f"“Boat {n} of the guild lay in the mud at the lower gate.”" for n in range(1200)),
    ]
    text = "\n\n".join(("Weir shut", *rows, "The weir will stay as it is, Odile Maren replied."))
    article = read_page(Capture(text.encode(), "weir.txt"))
    paged = page_of(article)
    answered = max(article.statements, key=lambda one: one.span.start)
    assert lead_of(paged, answered).startswith("Maren met the millers")


@pytest.mark.parametrize(
    ("asked", "document"),
    [("the Weir Bill", True), ("the report", True), ("Bill Maren", False), ("Weir Act", True)],
)
def test_a_given_name_is_no_document(asked: str, document: bool) -> None:
    assert is_document(asked) is document
