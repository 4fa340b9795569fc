"""Ranked keyword search on SQLite's FTS5, and the words that are put into it."""

import re
import unicodedata

from sqlalchemy import Connection, TableClause, func, insert, literal_column, select

from rag.adapters.sqlite.schema import article_words, comment_words, passages
from rag.ports.vector_index import Shelf
from rag.steps.words import FUNCTION_WORDS, fold

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 64
"""A longer question adds words that narrow nothing."""

_WORDS: dict[Shelf, TableClause] = {"article": article_words, "comment": comment_words}


def search(connection: Connection, query: str, limit: int, shelf: Shelf) -> list[tuple[str, float]]:
    """Return up to `limit` (passage id, BM25 score), best (highest) first.

    BM25 as in SQLite's FTS5 (k1 1.2, b 0.75), the sign turned so that more is better.
    """
    expression = _expression(query)
    if not expression or limit < 1:
        return []
    words = _WORDS[shelf]
    score = func.bm25(literal_column(words.name)).label("score")
    best = (
        select(words.c.rowid, score)
        .where(literal_column(words.name).op("MATCH")(expression))
        .order_by(score, words.c.rowid)
        .limit(limit)
        .subquery()
    )
    rows = connection.execute(
        select(passages.c.id, best.c.score)
        .join(best, passages.c.key == best.c.rowid)
        .order_by(best.c.score, passages.c.key)
    )
    return [(row.id, -row.score) for row in rows]


def phrase(connection: Connection, text: str, limit: int, shelf: Shelf) -> list[str]:
    """Return up to `limit` ids of passages that have these words in a row."""
    found = _WORD.findall(searchable(text))
    if not found or limit < 1:
        return []
    words = _WORDS[shelf]
    in_a_row = '"' + " ".join(found) + '"'
    rows = (
        select(words.c.rowid)
        .where(literal_column(words.name).op("MATCH")(in_a_row))
        .limit(limit)
        .subquery()
    )
    query = select(passages.c.id).join(rows, passages.c.key == rows.c.rowid)
    return list(connection.scalars(query))


def _expression(query: str) -> str:
    """Return a match expression of quoted words: nothing in `query` can act as syntax.

    Words that carry no topic are left out, unless there are no others: they match nearly
    everything, which costs time and ranks nothing.
    """
    found = list(dict.fromkeys(_WORD.findall(searchable(query))))
    telling = [word for word in found if fold(word) not in FUNCTION_WORDS and len(word) > 1]
    return " OR ".join(f'"{word}"' for word in (telling or found)[:_MOST_WORDS])


def enter(connection: Connection, shelf: Shelf, entries: list[tuple[int, str]]) -> None:
    """Make passages findable; an entry is a passage's key and its text."""
    if entries:
        connection.execute(
            insert(_WORDS[shelf]),
            [{"rowid": key, "words": searchable(text)} for key, text in entries],
        )


def withdraw(connection: Connection, shelf: Shelf, entries: list[tuple[int, str]]) -> None:
    """Undo `enter` for the same entries."""
    words = _WORDS[shelf]
    if entries:
        connection.execute(
            insert(words),
            [
                {words.name: "delete", "rowid": key, "words": searchable(text)}
                for key, text in entries
            ],
        )


def clear(connection: Connection, shelf: Shelf) -> None:
    """Empty a shelf's words."""
    connection.execute(insert(_WORDS[shelf]), [{_WORDS[shelf].name: "delete-all"}])


def searchable(text: str) -> str:
    """Return `text` without the invisible characters that would cut words in two."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text)
    return "".join(char for char in composed if unicodedata.category(char) not in {"Cf", "Cs"})
