"""Finding: how evidence is ranked, and passages within filters, on archives of a few words."""

import math
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from made_articles import captured, simple
from word_vectors import WordVectors

from rag.ports.catalogue import NewPage
from rag.steps.archiving.passages import split
from rag.steps.finding.desk import Desk
from rag.steps.finding.fusion import Evidence, ranked
from rag.steps.finding.spoken import MOST_ARTICLES, spoken
from rag.values.evidence import PageMatch
from rag.values.question import NO_FILTERS
from rag.wiring.storage import open_reading, open_writing

SCORES = st.dictionaries(st.sampled_from("abcdef"), st.floats(-9, 9))


def page(words: float = 0.0, title: float = 0.0, day: str | None = None) -> PageMatch:
    return PageMatch(words, title, day, None)


@given(SCORES, SCORES)
def test_ranking_keeps_everything_and_rewards_being_better_in_both(
    meaning: dict[str, float], words: dict[str, float]
) -> None:
    found = ranked("tolls", Evidence(meaning, words, {}))
    assert {key for key, _ in found} == set(meaning) | set(words)
    assert all(math.isfinite(score) for _, score in found)
    scores = dict(found)
    for one in set(meaning) & set(words):
        for other in set(meaning) & set(words):
            if meaning[one] > meaning[other] and words[one] > words[other]:
                assert scores[one] >= scores[other]


def order(query: str, pages: dict[str, PageMatch]) -> list[str]:
    level = {f"{name}:0:1": 0.5 for name in "abc"}
    return [key[0] for key, _ in ranked(query, Evidence(level, {}, pages))]


def test_a_passage_is_lifted_by_its_whole_page_and_its_title() -> None:
    assert order("tolls", {}) == ["a", "b", "c"]
    pages = {"a": page(words=1.0), "b": page(words=9.0), "c": page(words=9.0, title=1.0)}
    assert order("tolls", pages) == ["c", "b", "a"]


def test_a_newer_page_comes_first_unless_a_year_is_asked_for() -> None:
    pages = {"a": page(2.0, day="2029-05"), "b": page(2.0), "c": page(2.0, day="2031-01-09")}
    assert order("tolls", pages) == ["c", "b", "a"]
    assert order("tolls in 2029", pages) == ["a", "b", "c"]
    assert order("tolls", {name: page(2.0, day="no day") for name in "abc"}) == ["a", "b", "c"]


def test_newness_lifts_no_page_that_hardly_matches() -> None:
    pages = {"a": page(0.1, day="2031-01-09"), "b": page(2.0, day="2019-05-01")}
    assert order("tolls", pages) == ["b", "a", "c"]
    pages = {"a": page(2.0), "b": page(0.0, day="2019-05"), "c": page(0.0, day="2031-01-09")}
    assert order("tolls", pages) == ["a", "b", "c"]


def test_little_is_read_of_somebody_who_speaks_often(tmp_path: Path) -> None:
    embedder = WordVectors()
    pages = [
        simple(f"{'Ferries' if n == 33 else 'Tolls'} number{n}.", f"{n}", speakers=["Ada"] * 6)
        for n in range(40)
    ]
    with open_writing(tmp_path, embedder) as writing:
        for article in pages:
            passages = split(article)
            vectors = embedder.passages([article.text[p.start : p.end] for p in passages])
            capture = captured(article.text, article.path)
            writing.catalogue.add([NewPage(article, capture, passages, vectors)])
    reading = open_reading(tmp_path, embedder)
    desk = Desk(reading.catalogue, reading.index, embedder, lambda _: None)
    tolls = spoken(desk, ["Ada"], "tolls", "tolls", NO_FILTERS)
    assert len({one.article_id for one in tolls}) == MOST_ARTICLES
    ferries = spoken(desk, ["Ada"], "ferries", "ferries", NO_FILTERS)
    assert pages[33].id in {one.article_id for one in ferries}
    assert spoken(desk, ["Nobody"], "tolls", "tolls", NO_FILTERS) == []
    reading.close()
