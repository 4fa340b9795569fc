"""The real captures, against a table made by hand: offsets, kinds and names, no words of theirs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest import Fact, Region, Span, Statement, Voice
from ingest.statements import find_statements

TABLE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "data" / "seed_statements.json").read_text(encoding="utf-8")
)
SAME = 0.5
"""Overlap from which a found statement and a row of the table are about the same words."""


def read(shared: Path, name: str) -> tuple[str, tuple[Region, ...]]:
    with (shared / "seeds" / name).open(encoding="utf-8", newline="") as file:
        text = file.read()
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    regions = tuple(
        Region(Voice(voice), starts[first - 1], starts[last] - 1)
        for voice, first, last in TABLE[name]["regions"]
    )
    return text, regions


def characters(spans: Iterator[Span]) -> set[int]:
    return {index for span in spans for index in range(span.start, span.end)}


def nearest(statement: Statement, rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    found = characters(iter(statement.content))
    best, most = None, 0.0
    for row in rows:
        told = characters(Span(*pair) for pair in row["content"])
        overlap = len(found & told) / len(found | told)
        if overlap > most:
            best, most = row, overlap
    return best if most >= SAME else None


@pytest.mark.shared
@pytest.mark.parametrize("name", TABLE)
def test_every_direct_quotation_is_found_whole_with_its_speaker(shared: Path, name: str) -> None:
    text, regions = read(shared, name)
    found = {
        statement.content: statement.speaker.name if statement.speaker else None
        for statement in find_statements(text, regions, Fact())
        if statement.kind == "direct"
    }
    expected = {
        tuple(Span(*pair) for pair in row["content"]): row["speaker"]
        for row in TABLE[name]["statements"]
        if row["kind"] == "direct"
    }
    assert found == expected


@pytest.mark.shared
@pytest.mark.parametrize("name", TABLE)
def test_nobody_is_given_words_that_are_not_theirs(shared: Path, name: str) -> None:
    text, regions = read(shared, name)
    for statement in find_statements(text, regions, Fact()):
        if statement.speaker is None or statement.speaker.name is None:
            continue
        row = nearest(statement, TABLE[name]["statements"])
        assert row is not None, f"not in the table: {statement.content}"
        assert statement.speaker.name == row["speaker"]
        assert statement.kind == row["kind"]


@pytest.mark.shared
def test_nearly_all_statements_of_the_table_are_found(shared: Path) -> None:
    found = missed = 0
    for name, expected in TABLE.items():
        text, regions = read(shared, name)
        statements = find_statements(text, regions, Fact())
        rows = [nearest(statement, expected["statements"]) for statement in statements]
        hits = sum(row in rows for row in expected["statements"])
        found, missed = found + hits, missed + len(expected["statements"]) - hits
    assert found / (found + missed) >= 0.9


@pytest.mark.shared
def test_a_comments_quotations_are_its_writers_claims(shared: Path) -> None:
    name = next(name for name in TABLE if name.startswith("004"))
    text, regions = read(shared, name)
    comments = Region(Voice.COMMENT, regions[-1].end, len(text))
    statements = find_statements(text, (comments,), Fact())
    assert all(statement.kind != "reported" for statement in statements)
    assert all(s.speaker is not None and s.speaker.how != "resolved" for s in statements)
    alone = find_statements(text, regions, Fact())
    assert alone == tuple(
        statement
        for statement in find_statements(text, (*regions, comments), Fact())
        if statement.content[0].start < comments.start
    )
