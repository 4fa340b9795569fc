"""What the vector index has still to take in and to forget.

The state of each passage says it, not a log of events: after a kill anywhere, working off what is
listed here (forgetting first, adding then) brings the index level with the catalogue.
"""

from collections.abc import Collection

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from ingest import Voice
from rag.adapters.sqlite import keyword, whole_pages
from rag.adapters.sqlite.queries import (
    INDEX_GENERATION,
    advance,
    listed,
    read_passages,
    selected_passages,
)
from rag.adapters.sqlite.schema import WAITING, articles, orphans, passages
from rag.ports.vector_index import SHELVES, Shelf, shelf_of
from rag.values.evidence import Passage


def enlist(connection: Connection, article: int) -> None:
    """Make a version the one that is found: its passages enter the indexes."""
    for shelf, entries in entries_of(connection, article).items():
        keyword.enter(connection, shelf, entries)
    whole_pages.enter(connection, article)
    connection.execute(update(passages).where(passages.c.article == article).values(shelved=False))
    connection.execute(update(articles).where(articles.c.key == article).values(current=True))


def retire(connection: Connection, article: int) -> None:
    """Take a version's passages out of the indexes; it stays readable."""
    for shelf, entries in entries_of(connection, article).items():
        keyword.withdraw(connection, shelf, entries)
    whole_pages.withdraw(connection, article)
    gone = select(passages.c.id).where(
        passages.c.article == article, passages.c.shelved.is_not(None)
    )
    connection.execute(insert(orphans).from_select(["passage_id"], gone).on_conflict_do_nothing())
    connection.execute(update(passages).where(passages.c.article == article).values(shelved=None))
    connection.execute(update(articles).where(articles.c.key == article).values(current=False))


def pending(connection: Connection) -> int:
    """Return how many passages wait to be put in or taken out."""
    waiting = select(func.count()).select_from(passages).where(WAITING)
    leaving = select(func.count()).select_from(orphans)
    return (connection.scalar(waiting) or 0) + (connection.scalar(leaving) or 0)


def unindexed(connection: Connection, limit: int) -> list[Passage]:
    """Return current passages that the vector index has not acknowledged."""
    query = selected_passages().where(WAITING).order_by(passages.c.key).limit(limit)
    return read_passages(connection, query)


def indexed_sample(connection: Connection, limit: int) -> list[Passage]:
    """Return up to `limit` acknowledged passages, spread evenly from the first to the last."""
    ends = select(func.min(passages.c.key), func.max(passages.c.key)).where(passages.c.shelved)
    first, last = connection.execute(ends).one()
    if first is None:
        return []
    found: dict[str, Passage] = {}
    for step in range(limit):
        from_here = passages.c.key >= first + (last - first) * step // max(limit - 1, 1)
        query = selected_passages().where(from_here, passages.c.shelved)
        for passage in read_passages(connection, query.order_by(passages.c.key).limit(1)):
            found[passage.id] = passage
    return list(found.values())


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


def entries_of(connection: Connection, article: int) -> dict[Shelf, list[tuple[int, str]]]:
    """Return the keys and texts of a version's passages by shelf."""
    text = connection.scalar(select(articles.c.text).where(articles.c.key == article)) or ""
    found: dict[Shelf, list[tuple[int, str]]] = {shelf: [] for shelf in SHELVES}
    query = select(passages.c.key, passages.c.start, passages.c.end, passages.c.voice)
    for row in connection.execute(query.where(passages.c.article == article)):
        found[shelf_of(Voice(row.voice))].append((row.key, text[row.start : row.end]))
    return found
