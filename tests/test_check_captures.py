"""The real captures under the quote check and in the ledger, by the hand-made table of speakers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from quoted_pages import catalogue_of

from ingest import Article, Capture, Voice, read_page
from rag.adapters.sqlite import SqliteWriter
from rag.steps.ledger.quotes import ledger
from rag.steps.quoting.draft import Pages, check_draft, check_quote
from rag.values.ledger import LedgerQuery
from rag.values.question import Filters

pytestmark = pytest.mark.shared

TABLE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "seed_statements.json").read_text(encoding="utf-8")
)
COMMENTED = "004_11c1059b06ce80de.txt"
HEADLINE_WORDS = (42, 70)
"""What the headline of that page puts between marks as if its speaker had said so."""
BODY_WORDS = (1151, 1186)
"""Around where the article quotes him."""


@dataclass(frozen=True)
class Captures:
    """The five captures as articles, by file, and their catalogue."""

    articles: dict[str, Article]
    catalogue: SqliteWriter
    pages: Pages


@pytest.fixture(scope="module")
def captures(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Captures]:
    found = {}
    for name in TABLE:
        content = (shared / "seeds" / name).read_bytes()
        found[name] = read_page(Capture(content, name, name))
    with catalogue_of(tmp_path_factory.mktemp("archive"), list(found.values())) as catalogue:
        yield Captures(found, catalogue, Pages(catalogue))


def direct() -> list[Any]:
    return [
        pytest.param(name, pair, row["speaker"], id=f"{name[:3]}-{pair[0]}")
        for name, table in TABLE.items()
        for row in table["statements"]
        if row["kind"] == "direct" and row["speaker"]
        for pair in row["content"]
    ]


@pytest.mark.parametrize(("name", "pair", "speaker"), direct())
def test_a_true_quote_is_verified_for_its_speaker_alone(
    captures: Captures, name: str, pair: list[int], speaker: str
) -> None:
    quote = captures.articles[name].text[pair[0] : pair[1]].strip('“”" ')
    straight = quote.translate(str.maketrans("“”‘’—–", "\"\"''--"))
    checked = check_quote(straight, speaker, captures.pages)
    assert checked.verdict == "verified", checked
    assert pair[0] <= checked.places[0].start < checked.places[0].end <= pair[1]
    assert check_quote(quote, "Mara Lindqvist", captures.pages).verdict == "other_speaker"


def test_the_headline_s_words_are_not_the_speaker_s(captures: Captures) -> None:
    article = captures.articles[COMMENTED]
    words = article.text[slice(*HEADLINE_WORDS)]
    (checked,) = check_draft(f"Pashinyan said that Russia “{words}.”", captures.pages).quotes
    assert checked.verdict == "altered"
    assert "headline" in checked.note
    body = checked.places[0]
    assert body.voice is Voice.NARRATION
    assert BODY_WORDS[0] <= body.start < body.end <= BODY_WORDS[1]


def test_no_quoted_string_of_a_comment_is_verified_for_somebody_who_is_quoted(
    captures: Captures,
) -> None:
    article = captures.articles[COMMENTED]
    region = next(one for one in article.regions if one.voice is Voice.COMMENT)
    words = article.text[region.start : region.end].split()
    for at in range(5, min(len(words), 400), 40):
        taken = " ".join(words[at : at + 8])
        checked = check_quote(taken, "Ilham Aliyev", captures.pages)
        assert checked.verdict != "verified", taken


def test_the_ledger_of_one_person_holds_nobody_else_and_no_comment(captures: Captures) -> None:
    found = ledger(captures.catalogue, LedgerQuery(filters=Filters(speaker="Алиев")))
    assert [person.name for person in found.people] == ["Ilham Aliyev"]
    assert any("President" in role.words for role in found.people[0].roles)
    assert {row.entry.speaker for row in found.rows} == {"Ilham Aliyev"}
    assert all(row.entry.voice is not Voice.COMMENT for row in found.rows)
    told = {
        tuple(row["content"][0])
        for row in TABLE[COMMENTED]["statements"]
        if row["speaker"] == "Ilham Aliyev" and row["kind"] == "direct"
    }
    listed = {
        (entry.content[0].start, entry.content[0].end)
        for row in found.rows
        for entry in (row.entry, *(variant.entry for variant in row.variants))
        if entry.file == COMMENTED
    }
    assert told <= listed
