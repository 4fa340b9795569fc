"""Deleting pages so that no table, index or cache keeps a trace of them."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, exists, select

from rag.adapters.sqlite import copies, outbox, sites
from rag.adapters.sqlite.queries import listed, listed_as, packed
from rag.adapters.sqlite.schema import (
    articles,
    captures,
    passages,
    places,
    regions,
    speakers,
    statements,
    vectors,
)

_UNUSED = delete(vectors).where(
    vectors.c.key.in_(listed_as("keys")),
    ~exists().where(passages.c.vector == vectors.c.key),
)


def erase(connection: Connection, article_ids: Collection[str]) -> list[str]:
    """Delete these articles with all versions of their pages, and return the ids deleted."""
    chains = select(articles.c.chain).where(articles.c.id.in_(listed(article_ids)))
    doomed = connection.execute(
        select(articles.c.key, articles.c.id, articles.c.current).where(
            articles.c.chain.in_(chains)
        )
    ).all()
    for version in doomed:
        outbox.withdraw(connection, version.key)
        if version.current:
            sites.leave(connection, version.key)
        here = passages.c.article == version.key, passages.c.vector.is_not(None)
        kept = list(connection.scalars(select(passages.c.vector).where(*here)))
        copies.unlink(connection, version.key)
        for part in (places, regions, statements, passages):
            connection.execute(delete(part).where(part.c.article == version.key))
        connection.execute(delete(articles).where(articles.c.key == version.key))
        drop_vectors(connection, kept)
    _drop_unused(connection)
    return [version.id for version in doomed]


def drop_vectors(connection: Connection, keys: list[int]) -> None:
    """Delete those of the vectors with these keys that no passage has any more."""
    if keys:
        connection.execute(_UNUSED, {"keys": packed(keys)})


def _drop_unused(connection: Connection) -> None:
    held = exists().where(articles.c.sha256 == captures.c.sha256)
    connection.execute(delete(captures).where(~held))
    drop_silent(connection)


def drop_silent(connection: Connection) -> None:
    """Delete the speakers of whom no statement is left."""
    speaks = exists().where(statements.c.speaker == speakers.c.key)
    connection.execute(delete(speakers).where(~speaks))
