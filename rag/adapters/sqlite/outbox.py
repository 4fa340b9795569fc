"""What the vector index has still to take in and to forget.

The state of each passage says it, not a log of events: after a kill anywhere, working off what is
listed here (forgetting first, adding then) brings the index level with the catalogue.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from ingest import Voice
from rag.adapters.sqlite import page_words
from rag.adapters.sqlite.queries import (
    INDEX_GENERATION,
    advance,
    listed,
    selected_passages,
)
from rag.adapters.sqlite.rows import VOICES
from rag.adapters.sqlite.schema import WAITING, articles, orphans, passages
from rag.values.evidence import Passage
from rag.values.shelves import Edition

_MINE = passages.c.article == bindparam("page")
_TAKEN_IN = (
    update(passages).where(_MINE, passages.c.voice != Voice.COMMENT.value).values(shelved=False)
)
_PLACED = update(articles).where(articles.c.key == bindparam("page"))
_CURRENT = select(articles.c.current).where(articles.c.key == bindparam("page"))
_ORPHANED = (
    insert(orphans)
    .from_select(
        ["passage_id"], select(passages.c.id).where(_MINE, passages.c.shelved.is_not(None))
    )
    .on_conflict_do_nothing()
)


def enlist(connection: Connection, article: int, edition: Edition) -> None:
    """Make a version, which stands in no index, one that is found: as the newest, or as a past one.

    The vector index is to take in its passages, but for comments.
    """
    page_words.enter(connection, [page_words.stored_words(connection, article)], edition)
    connection.execute(_TAKEN_IN, {"page": article})
    connection.execute(_PLACED, {"page": article, "current": edition == "current"})


def withdraw(connection: Connection, article: int) -> Edition:
    """Take a version out of the indexes, before it changes or goes; return where it stood."""
    edition = edition_of(connection, article)
    page_words.withdraw(connection, page_words.stored_words(connection, article), edition)
    connection.execute(_ORPHANED, {"page": article})
    return edition


def move(connection: Connection, article: int, edition: Edition) -> None:
    """Make a version that is found one of this edition."""
    withdraw(connection, article)
    enlist(connection, article, edition)


def edition_of(connection: Connection, article: int) -> Edition:
    """Return where a stored version stands."""
    current = connection.scalar(_CURRENT, {"page": article})
    return "current" if current else "past"


def pending(connection: Connection) -> int:
    """Return how many passages wait to be put in or taken out."""
    waiting = select(func.count()).select_from(passages).where(WAITING)
    leaving = select(func.count()).select_from(orphans)
    return (connection.scalar(waiting) or 0) + (connection.scalar(leaving) or 0)


def unindexed(connection: Connection, limit: int) -> list[tuple[Passage, Edition]]:
    """Return passages that the vector index has not acknowledged, and where they are to stand."""
    query = selected_passages().add_columns(articles.c.current).where(WAITING)
    return _placed(connection, query.order_by(passages.c.key).limit(limit))


def indexed_sample(connection: Connection, limit: int) -> list[tuple[Passage, Edition]]:
    """Return up to `limit` acknowledged passages, spread evenly from the first to the last."""
    ends = select(func.min(passages.c.key), func.max(passages.c.key)).where(passages.c.shelved)
    first, last = connection.execute(ends).one()
    if first is None:
        return []
    found: dict[str, tuple[Passage, Edition]] = {}
    for step in range(limit):
        from_here = passages.c.key >= first + (last - first) * step // max(limit - 1, 1)
        query = selected_passages().add_columns(articles.c.current)
        query = query.where(from_here, passages.c.shelved).order_by(passages.c.key).limit(1)
        found |= {one[0].id: one for one in _placed(connection, query)}
    return list(found.values())


def _placed(connection: Connection, query: Select[Any]) -> list[tuple[Passage, Edition]]:
    """Return the passages of a query that ends with whether their article is current."""
    return [
        (Passage(article, start, end, VOICES[voice]), "current" if current else "past")
        for article, start, end, voice, current in connection.execute(query)
    ]


def orphaned(connection: Connection, limit: int) -> list[str]:
    """Return passage ids that the vector index may hold and must forget."""
    return list(connection.scalars(select(orphans.c.passage_id).limit(limit)))


def acknowledge(connection: Connection, added: Collection[str], removed: Collection[str]) -> None:
    """Record that the vector index has caught up with these ids."""
    connection.execute(
        update(passages)
        .where(passages.c.id.in_(listed(added)), passages.c.shelved.is_not(None))
        .values(shelved=True)
    )
    connection.execute(delete(orphans).where(orphans.c.passage_id.in_(listed(removed))))
    advance(connection, INDEX_GENERATION)


def forget_index(connection: Connection) -> None:
    """Record that the vector index holds nothing."""
    connection.execute(
        update(passages).where(passages.c.shelved.is_not(None)).values(shelved=False)
    )
    connection.execute(delete(orphans))
    advance(connection, INDEX_GENERATION)
