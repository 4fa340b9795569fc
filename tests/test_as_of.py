"""Answers as of a day: each page in the version that was the newest then, found as any other."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import Capture, Voice
from rag import Archive, Filters, Question
from rag.adapters.llamaindex.embedding import load_embedder
from rag.adapters.settings import Settings
from rag.values.ledger import LedgerQuery
from rag.values.question import Turn
from rag.wiring.ingesting import ingest_captures, remove_articles
from rag.wiring.storage import open_reading

URL = "https://tide.example/lock"
PAGE = """{title}

April 5, 2031

Boats waited below Quennell Lock for a third week, and the millers counted their losses.

{said}

The millers' guild met in the evening and agreed on nothing.

Comments

rosa77
April 6, 2031 at 10:15
{remark}

edric
April 6, 2031 at 11:20
I have seen worse weeks on this river, and better wardens too.
"""
VERSIONS = (
    (
        dt.date(2031, 4, 6),
        "Lock shut for good",
        "“The lock is shut for good,” said Odile Maren, the harbour minister. Bruno Pell, who "
        "speaks for the guild, said that a dam of granite was planned.",
        "Nobody asked the ferrymen about the granite.",
    ),
    (
        dt.date(2031, 5, 6),
        "Lock to open in June",
        "“The lock will open in June,” said Odile Maren, the harbour minister.",
        "June it is, then, says my aunt.",
    ),
    (
        dt.date(2031, 6, 7),
        "Lock open again",
        "“The lock is open and the toll is gone,” said Odile Maren, the harbour minister.",
        "No toll! My aunt is dancing.",
    ),
)
OTHER = """Theatre gets a new roof

March 2, 2031

“The roof is finished,” said Kerstin Aldous, the mayor of Orrin. The players return in autumn.
"""
BEFORE, FIRST, SECOND, LAST = (dt.date(2031, month, 20) for month in (3, 4, 5, 6))


def captures() -> Iterator[Capture]:
    yield Capture(OTHER.encode(), "theatre.txt", "theatre.txt", "/pages")
    for day, title, said, remark in VERSIONS:
        text = PAGE.format(title=title, said=said, remark=remark)
        fetched = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
        yield Capture(text.encode(), "lock.txt", "lock.txt", "/pages", URL, fetched)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive")
    embedder = load_embedder(Settings())
    kinds = [event.kind for event in ingest_captures(captures(), path, embedder)]
    assert kinds == ["added", "added", "replaced", "replaced"]
    return path


@pytest.fixture(scope="module")
def archive(folder: Path) -> Iterator[Archive]:
    embedder = load_embedder(Settings())
    with Archive(open_reading(folder, embedder), embedder) as opened:
        yield opened


def quoted(archive: Archive, question: str, day: dt.date | None) -> str:
    answer = archive.ask(Question(question, filters=Filters(as_of=day)))
    return " ".join(one.quote for one in answer.citations)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (FIRST, "shut for good"),
        (SECOND, "open in June"),
        (LAST, "the toll is gone"),
        (None, "the toll is gone"),
    ],
)
def test_what_somebody_said_is_told_as_the_page_had_it_then(
    archive: Archive, day: dt.date | None, words: str
) -> None:
    told = quoted(archive, "What did Odile Maren say about the lock?", day)
    assert words in told
    assert sum(said[2].split("”")[0].strip("“,") in told for said in VERSIONS) == 1


def test_before_the_first_version_there_is_nothing(archive: Archive) -> None:
    asked = Question("What did Odile Maren say about the lock?", filters=Filters(as_of=BEFORE))
    answer = archive.ask(asked)
    assert answer.status == "abstained"
    assert answer.abstention is not None
    assert "the toll is gone" in answer.abstention.nearest[0].quote, "what there is on other days"
    assert archive.ask(Question("What did Aldous say?", filters=Filters(as_of=BEFORE))).citations


def test_somebody_whom_only_an_older_version_names_is_known_then_and_not_now(
    archive: Archive,
) -> None:
    question = "What did Bruno Pell say about the dam?"
    assert "dam of granite" in quoted(archive, question, FIRST)
    assert quoted(archive, question, SECOND) == ""
    assert quoted(archive, question, None) == ""


@pytest.mark.parametrize("query", ["granite dam planned", "barrier made of stone"])
def test_passages_of_a_day_are_found_by_words_and_by_meaning(archive: Archive, query: str) -> None:
    then = archive.search(query, Filters(as_of=FIRST))
    assert "granite" in archive.text(then[0].passage)
    now = archive.search(query)
    assert now
    assert not any("granite" in archive.text(hit.passage) for hit in now)
    later = archive.search(query, Filters(as_of=SECOND))
    assert {hit.passage.article_id for hit in later}.isdisjoint({then[0].passage.article_id})


def test_an_older_version_ranks_as_it_would_if_it_were_the_newest(
    archive: Archive, tmp_path: Path
) -> None:
    embedder = load_embedder(Settings())
    some = [one for one in captures() if one.fetched is None or one.fetched.month == 4]
    list(ingest_captures(some, tmp_path, embedder))
    query = "Who spoke about the lock?"
    with Archive(open_reading(tmp_path, embedder), embedder) as alone:
        wanted = [(hit.passage, round(hit.score, 3)) for hit in alone.search(query)]
    found = archive.search(query, Filters(as_of=FIRST))
    assert [hit.passage for hit in found] == [passage for passage, _ in wanted]


def test_readers_words_are_those_under_the_version_of_the_day(archive: Archive) -> None:
    asked = Filters(as_of=FIRST, voice=Voice.COMMENT)
    found = [archive.text(hit.passage) for hit in archive.search("aunt ferrymen granite", asked)]
    assert any("ferrymen" in text for text in found)
    assert not any("aunt" in text for text in found)


def test_the_ledger_of_a_day_lists_what_was_known_then(archive: Archive) -> None:
    def listed(day: dt.date | None, about: str | None = None) -> str:
        query = LedgerQuery(filters=Filters(as_of=day), about=about)
        return " ".join(row.entry.shown for row in archive.quotes(query).rows)

    assert "shut for good" in listed(FIRST)
    assert "the roof is finished" in listed(FIRST).lower()
    assert "open in June" not in listed(FIRST)
    assert "open in June" in listed(SECOND, "lock")
    assert "the toll is gone" in listed(None)
    assert "shut for good" not in listed(None)


def test_a_follow_up_stays_on_the_day(archive: Archive) -> None:
    first = "What did Odile Maren say about the lock?"
    filters = Filters(as_of=FIRST)
    answer = archive.ask(Question(first, filters=filters))
    asked = Question("And Bruno Pell?", (Turn(first, answer.text),), filters)
    assert "dam of granite" in " ".join(one.quote for one in archive.ask(asked).citations)


def test_a_day_without_an_answer_says_that_there_is_one_on_others(archive: Archive) -> None:
    asked = Question("Who said that the toll is gone?", filters=Filters(as_of=FIRST))
    answer = archive.ask(asked)
    assert answer.status == "abstained"
    assert answer.abstention is not None
    assert "toll is gone" in answer.abstention.nearest[0].quote


def test_removal_takes_all_versions_out_of_every_index(tmp_path: Path) -> None:
    embedder = load_embedder(Settings())
    list(ingest_captures(captures(), tmp_path, embedder))
    reading = open_reading(tmp_path, embedder)
    assert reading.index.count("past") > 0
    newest = next(one.id for one in reading.catalogue.summaries() if one.file == "lock.txt")
    reading.close()
    assert remove_articles([newest], tmp_path, embedder) == len(VERSIONS)
    reading = open_reading(tmp_path, embedder)
    assert reading.index.count("past") == 0
    assert reading.catalogue.keyword("lock granite aunt", 9, past=True) == []
    assert reading.catalogue.keyword("aunt granite", 9, comments=True, past=True) == []
    assert reading.catalogue.faults() == []
    with Archive(reading, embedder) as opened:
        left = {hit.passage.article_id for hit in opened.search("dam", Filters(as_of=FIRST))}
        assert left == {one.id for one in opened.summaries()}
