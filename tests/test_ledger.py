"""The ledger: who said what, each quote once, copies counted once, filtered as asked."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from quoted_pages import BRIDGE, FERRY, Counted, catalogue_of, page

from ingest import Article, Voice
from rag.adapters.sqlite import SqliteWriter
from rag.steps.ledger.quotes import ledger
from rag.steps.ledger.same_words import grouped, wording
from rag.values.ledger import Ledger, LedgerQuery
from rag.values.question import Filters
from rag.wiring.quotes import Ledgers

WIRE = (
    "“The northern tunnel will stay open to lorries at night,” Deputy Mayor Olga Brandt said on"
    " Saturday.\n\nShe spoke at the harbour, where some forty drivers had gathered to ask how they"
    " would reach the market before it opens, since the ferries carry no lorries and the bridge"
    " has been closed to them for a week now. The council meets on Tuesday to vote on the plan.\n"
)
COPIES = [
    page("wire-1.txt", (Voice.NARRATION, WIRE), outlet="The Gull", published="2031-04-08"),
    page("wire-2.txt", (Voice.NARRATION, WIRE + "\n"), outlet="The Tern", published="2031-04-09"),
    page(
        "wire-3.txt",
        (Voice.NARRATION, WIRE.replace("some forty", "about 40")),
        outlet="The Auk",
        published="2031-04-09",
    ),
]
OWN = page(
    "own.txt",
    (Voice.HEADLINE, "Brandt: tunnel will stay open at night\n\n"),
    (
        Voice.NARRATION,
        "“The northern tunnel will stay open to lorries every night, but slowly,” Olga Brandt"
        " said.\n\nBrandt thanked the drivers. “The northern tunnel will stay open,” she said.\n",
    ),
    outlet="The Puffin",
    published="2031-04-10",
)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteWriter]:
    pages = [BRIDGE, FERRY, *COPIES, OWN]
    with catalogue_of(tmp_path_factory.mktemp("archive"), pages) as opened:
        yield opened


def speakers(found: Ledger) -> set[str | None]:
    return {row.entry.speaker for row in found.rows}


def texts(*articles: Article) -> dict[str, str]:
    return {article.id: article.text for article in articles}


def test_every_entry_is_the_page_s_own_text(catalogue: SqliteWriter) -> None:
    known = texts(BRIDGE, FERRY, OWN, *COPIES)
    found = ledger(catalogue, LedgerQuery())
    entries = [row.entry for row in found.rows]
    entries += [variant.entry for row in found.rows for variant in row.variants]
    assert len(entries) >= 12
    for entry in entries:
        assert known[entry.article_id][entry.start : entry.end] == entry.quote


def test_readers_words_come_only_when_named(catalogue: SqliteWriter) -> None:
    leaks = "the tunnel leaks every winter"
    said = [row.entry.quote for row in ledger(catalogue, LedgerQuery()).rows]
    assert not any(leaks in quote for quote in said)
    comments = LedgerQuery(filters=Filters(voice=Voice.COMMENT))
    assert [leaks in row.entry.quote for row in ledger(catalogue, comments).rows] == [True]


def test_one_surname_of_two_people_is_asked_back(catalogue: SqliteWriter) -> None:
    found = ledger(catalogue, LedgerQuery(filters=Filters(speaker="Lindqvist")))
    assert {person.name for person in found.people} == {"Mara Lindqvist", "Tomas Lindqvist"}
    assert speakers(found) == {"Mara Lindqvist", "Tomas Lindqvist"}
    for spelling in ("Tomas Lindkvist", "Томас Линдквист", "Tomás Lindqvist", "tomas lindqvst"):
        one = ledger(catalogue, LedgerQuery(filters=Filters(speaker=spelling)))
        assert speakers(one) == {"Tomas Lindqvist"}, spelling


def test_a_person_comes_with_roles(catalogue: SqliteWriter) -> None:
    (person,) = ledger(catalogue, LedgerQuery(filters=Filters(speaker="Mara Lindqvist"))).people
    assert [(role.words, role.published) for role in person.roles] == [("Mayor", "2031-04-05")]


def test_a_quote_in_several_articles_is_one_row_and_copies_are_one_source(
    catalogue: SqliteWriter,
) -> None:
    found = ledger(catalogue, LedgerQuery(filters=Filters(speaker="Olga Brandt"), kind="direct"))
    (row,) = found.rows
    assert row.entry.outlet == "The Puffin"
    assert sorted(variant.relation for variant in row.variants) == [
        "altered", "altered", "altered", "truncated",
    ]  # fmt: skip
    assert row.sources == 2
    altered = next(variant for variant in row.variants if variant.relation == "altered")
    assert [piece.source for piece in altered.diff if not piece.same] == ["every", "but slowly,"]


def test_the_topic_filters_and_ranks(catalogue: SqliteWriter) -> None:
    found = ledger(catalogue, LedgerQuery(about="cost of the repairs"))
    assert "40 million crowns" in found.rows[0].entry.quote
    assert not any("miss a boat" in row.entry.quote for row in found.rows)
    assert ledger(catalogue, LedgerQuery(about="zebra crossing")).rows == ()


def test_outlet_and_day_limit_the_rows(catalogue: SqliteWriter) -> None:
    since = LedgerQuery(filters=Filters(since=dt.date(2031, 4, 7), until=dt.date(2031, 4, 7)))
    assert {row.entry.file for row in ledger(catalogue, since).rows} == {"ferry.txt"}
    limited = ledger(catalogue, LedgerQuery(limit=2))
    assert len(limited.rows) == 2 < limited.total


def test_a_second_page_reads_no_more_than_it_shows(catalogue: SqliteWriter) -> None:
    counted = Counted(catalogue)
    ledgers = Ledgers()
    first = ledgers.page(counted.reader, LedgerQuery(limit=2))
    counted.read = 0
    second = ledgers.page(counted.reader, LedgerQuery(limit=2, offset=2))
    entries = [row.entry for row in second.rows]
    entries += [variant.entry for row in second.rows for variant in row.variants]
    shown = {entry.article_id for entry in entries}
    assert counted.read == len(shown)
    whole = ledger(catalogue, LedgerQuery())
    assert (*first.rows, *second.rows) == whole.rows[:4]
    assert (second.total, second.offset) == (len(whole.rows), 2)


def test_short_pages_with_the_same_words_are_one_source(tmp_path: Path) -> None:
    note = "“The ferry will not sail before noon tomorrow,” Olga Brandt said.\n"
    pages = [
        page("a.txt", (Voice.NARRATION, note), outlet="The Gull"),
        page("b.txt", (Voice.NARRATION, note.replace("“", '"').replace("”", '"')), outlet="Auk"),
        page("c.txt", (Voice.NARRATION, f"It rained.\n\n{note}"), outlet="The Tern"),
    ]
    with catalogue_of(tmp_path, pages) as opened:
        (row,) = ledger(opened, LedgerQuery()).rows
    assert (len(row.variants), row.sources) == (2, 2)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It is over.", "It is over", True),
        ("It is over.", "It is all over", False),
        ("We will close it for 12 months if they agree", "will close it for 12 months", True),
        ("We will close it for twelve months", "We shall close it for twelve months", True),
        ("Ten boats will sail at noon", "Nobody will sail at noon today", False),
    ],
)
def test_wordings_of_one_quote(one: str, other: str, *, same: bool) -> None:
    wordings = [wording(one, "A"), wording(other, "A")]
    assert (len(grouped(wordings)) == 1) is same
    apart = [wording(one, "A"), wording(other, "B")]
    assert len(grouped(apart)) == 2


def test_grouping_does_not_slow_down_with_a_stock_phrase() -> None:
    stock = [
        wording(f"we are looking into that matter number {n} closely", "A") for n in range(3000)
    ]
    assert sum(len(group) for group in grouped(stock)) == 3000


def test_what_somebody_denied_is_shown_with_the_denial(tmp_path: Path) -> None:
    told = (
        "Mara Lindqvist denied that the town had known of the cracks. She said that the pier is"
        " old. Ivo Brandt said that there is no doubt that the tunnel leaks.\n"
    )
    with catalogue_of(tmp_path, [page("denied.txt", (Voice.NARRATION, told))]) as opened:
        shown = {row.entry.shown for row in ledger(opened, LedgerQuery()).rows}
    assert "Mara Lindqvist denied that the town had known of the cracks." in shown
    assert not any(one.startswith(("that the town", "the town")) for one in shown)
    assert any(one.endswith("the pier is old") for one in shown)
    assert not any(one.startswith("Ivo Brandt") for one in shown)


def test_what_two_people_say_together_is_one_row_that_either_name_finds(tmp_path: Path) -> None:
    text = "“The lock will open on Monday at noon,” Ada Lind and Otto Hass said in a letter.\n"
    joint = page("joint.txt", (Voice.NARRATION, text), outlet="The Gull", published="2031-04-08")
    with catalogue_of(tmp_path, [joint]) as opened:
        whole = ledger(opened, LedgerQuery())
        assert [row.entry.said_by for row in whole.rows] == ["Ada Lind and Otto Hass"]
        assert whole.rows[0].entry.occasion == "in a letter"
        hass = ledger(opened, LedgerQuery(filters=Filters(speaker="Hass")))
        assert [row.entry.said_by for row in hass.rows] == ["Otto Hass and Ada Lind"]
        assert hass.rows[0].entry.as_written == "Ada Lind and Otto Hass"
