"""How much a question reads: no more statements, however many pages are stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_articles import captured, simple
from sqlalchemy import Engine, event
from word_vectors import WordVectors

from rag.ports.catalogue import NewPage
from rag.steps.archiving.passages import split
from rag.values.question import Filters, Question
from rag.wiring.archive import Archive
from rag.wiring.storage import open_reading, open_writing

MOST_FOR_A_SEARCH = 20
MOST_FOR_AN_ANSWER = 120
OUTLETS = ("Tide Table", "Mill Post")
TEXT = "“Tolls rise on bridge {n},” said Ada Fenn. The council met again about tolls and ferries."


@contextmanager
def counted() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def stored(folder: Path, pages: int) -> Archive:
    embedder = WordVectors()
    with open_writing(folder, embedder) as writing:
        for n in range(pages):
            article = simple(
                TEXT.format(n=n), f"{n}", speakers=["Ada Fenn"], outlet=OUTLETS[n % len(OUTLETS)]
            )
            passages = split(article)
            vectors = embedder.passages([article.text[p.start : p.end] for p in passages])
            capture = captured(article.text, article.path)
            writing.catalogue.add([NewPage(article, capture, passages, vectors)])
    return Archive(open_reading(folder, embedder), embedder)


def reads(archive: Archive) -> tuple[int, int, int]:
    """Return how many statements a search, one with a filter and an answer take."""
    with archive:
        with counted() as search:
            archive.search("tolls")
        with counted() as filtered:
            archive.search("tolls", Filters(speaker="Ada Fenn"))
        with counted() as answer:
            archive.ask("What did Ada Fenn say about tolls?")
    return len(search), len(filtered), len(answer)


@pytest.mark.parametrize("pages", [40, 160])
def test_reads_do_not_grow_with_the_archive(tmp_path: Path, pages: int) -> None:
    search, filtered, answer = reads(stored(tmp_path, pages))
    assert max(search, filtered) <= MOST_FOR_A_SEARCH
    assert answer <= MOST_FOR_AN_ANSWER


def test_a_filter_that_lets_many_articles_through_costs_one_read(tmp_path: Path) -> None:
    asked = Question("What did Ada Fenn say about tolls?")
    limited = replace(asked, filters=Filters(outlet="Tide Table"))
    with stored(tmp_path, 400) as archive:
        # The pages that an answer shows are read once, and then kept.
        wanted = [len(archive.ask(one).citations) for one in (asked, limited)]
        with counted() as plain:
            archive.ask(asked)
        with counted() as filtered:
            archive.ask(limited)
    assert wanted[0] == wanted[1] > 1
    assert len(filtered) <= len(plain) + 1


def test_a_further_search_reads_nothing_again_that_cannot_have_changed(tmp_path: Path) -> None:
    with stored(tmp_path, 40) as archive:
        with counted() as first:
            archive.search("tolls")
        with counted() as second:
            archive.search("tolls")
    assert len(second) < len(first)
    assert not any("count(*)" in one for one in second)
