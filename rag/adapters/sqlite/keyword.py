"""Ranked keyword search over passages on SQLite's FTS5."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    func,
    insert,
    literal,
    literal_column,
    select,
)

from rag.adapters.sqlite import past_words
from rag.adapters.sqlite.people import heard_in
from rag.adapters.sqlite.queries import listed_as, packed
from rag.adapters.sqlite.schema import KEYWORD_TABLES, articles, passages, words_table
from rag.adapters.sqlite.telling import Held, expression, runs
from rag.values.shelves import Edition, Shelf

_NAMED = select(articles.c.key).where(articles.c.id.in_(listed_as("articles")))
_MOST_ROWS = 4_000
"""Passages that a search goes through: about 0.7 ms a thousand."""

_WORDS = {place: words_table(name) for place, name in KEYWORD_TABLES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is searched for: passages on a shelf, of some articles, in which some people speak.

    With `past`, passages of past versions are found as well.
    """

    query: str
    shelf: Shelf = "article"
    articles: Collection[str] | None = None
    speakers: Collection[str] | None = None
    past: bool = False


def search(
    connection: Connection, sought: Sought, limit: int, held: Held
) -> list[tuple[str, float]]:
    """Return up to `limit` (passage id, BM25 score), best (highest) first.

    BM25 as in SQLite's FTS5 (k1 1.2, b 0.75), the sign turned so that more is better.
    """
    if limit < 1:
        return []
    found = _newest(connection, sought, limit, held)
    if sought.past:
        found += _past(connection, sought, held)
        found.sort(key=lambda one: -one[1])
    return found[:limit]


def _newest(
    connection: Connection, sought: Sought, limit: int, held: Held
) -> list[tuple[str, float]]:
    words = _WORDS["current", sought.shelf]
    told = expression(connection, words, sought.query, _MOST_ROWS, held)
    if not told:
        return []
    query = _ranking(
        sought.shelf,
        of_articles=sought.articles is not None,
        of_speakers=sought.speakers is not None,
    )
    given = {"told": told, "limit": limit, **_limits(sought)}
    return [(passage, -score) for passage, score in connection.execute(query, given)]


def _past(connection: Connection, sought: Sought, held: Held) -> list[tuple[str, float]]:
    newest, past = _WORDS["current", sought.shelf], _WORDS["past", sought.shelf]
    scores = past_words.scores(connection, newest, past, sought.query, _MOST_ROWS, held)
    if not scores:
        return []
    query = select(passages.c.key, passages.c.id).where(passages.c.key.in_(listed_as("keys")))
    if sought.articles is not None:
        query = query.where(passages.c.article.in_(_NAMED))
    if sought.speakers is not None:
        query = query.where(passages.c.article.in_(heard_in()))
    rows = connection.execute(query, {"keys": packed(scores), **_limits(sought)})
    return [(passage, scores[key]) for key, passage in rows]


def _limits(sought: Sought) -> dict[str, str]:
    return {"articles": packed(sought.articles or ()), "speakers": packed(sought.speakers or ())}


@cache
def _ranking(shelf: Shelf, *, of_articles: bool, of_speakers: bool) -> Select[Any]:
    words = _WORDS["current", shelf]
    score = func.bm25(literal_column(words.name)).label("score")
    ranked = select(words.c.rowid, score).where(
        literal_column(words.name).op("MATCH")(bindparam("told"))
    )
    if of_articles or of_speakers:
        # The plus keeps SQLite from searching anew for each passage of these articles.
        mine = passages.c.key == literal_column(f"+{words.name}.rowid")
        ranked = ranked.join_from(words, passages, mine)
    if of_articles:
        ranked = ranked.where(passages.c.article.in_(_NAMED))
    if of_speakers:
        ranked = ranked.where(passages.c.article.in_(heard_in()))
    best = ranked.order_by(score, words.c.rowid).limit(bindparam("limit")).subquery()
    return (
        select(passages.c.id, best.c.score)
        .join(best, passages.c.key == best.c.rowid)
        .order_by(best.c.score, passages.c.key)
    )


def phrases(
    connection: Connection, texts: Sequence[str], limit: int, shelf: Shelf, edition: Edition
) -> list[str]:
    """Return up to `limit` ids of passages that have any of these word runs, by BM25 of runs."""
    found = [runs(text) for text in texts]
    in_a_row = ['"' + " ".join(one) + '"' for one in found if one]
    if not in_a_row or limit < 1:
        return []
    words = _WORDS[edition, shelf]
    # One run ranks nothing, and may be a word that nearly all passages have.
    score = func.bm25(literal_column(words.name)) if len(in_a_row) > 1 else literal(0)
    best = (
        select(words.c.rowid, score.label("score"))
        .where(literal_column(words.name).op("MATCH")(" OR ".join(in_a_row)))
        .limit(limit)
    )
    if len(in_a_row) > 1:
        best = best.order_by(literal_column("score"))
    rows = best.subquery()
    query = select(passages.c.id).join(rows, passages.c.key == rows.c.rowid)
    return list(connection.scalars(query.order_by(rows.c.score, passages.c.key)))


def enter(
    connection: Connection, edition: Edition, shelf: Shelf, entries: list[tuple[int, str]]
) -> None:
    """Make passages findable; an entry is a passage's key and its `searchable` words."""
    if entries:
        connection.execute(
            insert(_WORDS[edition, shelf]),
            [{"rowid": key, "words": words} for key, words in entries],
        )


def withdraw(
    connection: Connection, edition: Edition, shelf: Shelf, entries: list[tuple[int, str]]
) -> None:
    """Undo `enter` for the same entries."""
    table = _WORDS[edition, shelf]
    if entries:
        connection.execute(
            insert(table),
            [{table.name: "delete", "rowid": key, "words": words} for key, words in entries],
        )


def clear(connection: Connection, edition: Edition, shelf: Shelf) -> None:
    """Empty a table of words."""
    words = _WORDS[edition, shelf]
    connection.execute(insert(words), [{words.name: "delete-all"}])


def forget(connection: Connection) -> None:
    """Drop for good the words of passages taken out, which stay marked as gone until then."""
    for name in KEYWORD_TABLES.values():
        connection.execute(insert(words_table(name)), [{name: "optimize"}])


def held(connection: Connection, edition: Edition, shelf: Shelf) -> int:
    """Return how many passages are entered."""
    return past_words.rows_of(connection, _WORDS[edition, shelf])
