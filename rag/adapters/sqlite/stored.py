"""Articles, passages and vectors by their ids: queries that are made once and given parameters."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from sqlalchemy import Connection, bindparam, select, update

from ingest import Article
from rag.adapters.sqlite.cache import digest_of, keep, vector_of
from rag.adapters.sqlite.queries import (
    listed,
    listed_as,
    numbered_as,
    packed,
    read_passages,
    said,
    selected_passages,
)
from rag.adapters.sqlite.rows import article_of
from rag.adapters.sqlite.schema import articles, passages, regions, statements, vectors
from rag.ports.embedder import Vectors
from rag.values.evidence import Excerpt, Passage

_ARTICLE = select(articles).where(articles.c.id == bindparam("id"))
_REGIONS = (
    select(regions.c.voice, regions.c.start, regions.c.end)
    .where(regions.c.article == bindparam("article"))
    .order_by(regions.c.position)
)
_STATEMENTS = (
    said().where(statements.c.article == bindparam("article")).order_by(statements.c.position)
)
_WANTED = numbered_as("ids")
_ANY_PASSAGES = (
    selected_passages().join(_WANTED, passages.c.id == _WANTED.c.value).order_by(_WANTED.c.key)
)
_PASSAGES = _ANY_PASSAGES.where(articles.c.current)
_PASSAGES_OF = (
    selected_passages()
    .where(articles.c.id.in_(listed_as("articles")))
    .order_by(passages.c.article, passages.c.start)
)
_TEXTS = select(
    articles.c.id,
    articles.c.text,
    articles.c.file,
    articles.c.title,
    articles.c.outlet,
    articles.c.day,
).where(articles.c.id.in_(listed_as("articles")))
_VECTORS = (
    select(vectors.c.vector)
    .join_from(passages, vectors, passages.c.vector == vectors.c.key, isouter=True)
    .join(_WANTED, passages.c.id == _WANTED.c.value)
    .order_by(_WANTED.c.key)
)
_GIVEN = (
    update(passages)
    .where(passages.c.key == bindparam("passage"))
    .values(
        vector=select(vectors.c.key).where(vectors.c.digest == bindparam("given")).scalar_subquery()
    )
)
_MADE = (
    select(passages.c.id, vectors.c.vector)
    .join_from(passages, vectors, passages.c.vector == vectors.c.key)
    .where(passages.c.id.in_(listed_as("ids")))
)


def article(connection: Connection, article_id: str) -> Article | None:
    """Return a stored version, current or not."""
    row = connection.execute(_ARTICLE, {"id": article_id}).mappings().first()
    if row is None:
        return None
    key = {"article": row["key"]}
    voices, made = connection.execute(_REGIONS, key), connection.execute(_STATEMENTS, key)
    return article_of(row, voices, made)


def passages_named(connection: Connection, ids: Sequence[str], *, past: bool) -> list[Passage]:
    """Return the passages of current articles, or of any version, among `ids`, in that order."""
    query = _ANY_PASSAGES if past else _PASSAGES
    return read_passages(connection, query, {"ids": packed(ids)})


def passages_of(connection: Connection, article_ids: Collection[str]) -> list[Passage]:
    """Return all passages of these articles, in text order within each."""
    return read_passages(connection, _PASSAGES_OF, {"articles": packed(article_ids)})


def excerpts(connection: Connection, wanted: Sequence[Passage]) -> list[Excerpt]:
    """Return the words of these passages, in order; those whose article is gone are left out."""
    ids = packed(dict.fromkeys(one.article_id for one in wanted))
    found = {row[0]: row[1:] for row in connection.execute(_TEXTS, {"articles": ids})}
    return [
        Excerpt(one, text[one.start : one.end], *told)
        for one in wanted
        if one.article_id in found
        for text, *told in (found[one.article_id],)
    ]


def vectors_of(connection: Connection, ids: Sequence[str]) -> Vectors:
    """Return the vectors of these passages, one row each; KeyError where one is not stored."""
    found = connection.scalars(_VECTORS, {"ids": packed(ids)})
    rows = [vector_of(blob) for blob in found]
    if len(rows) != len(ids):
        raise KeyError(f"{len(ids) - len(rows)} of {len(ids)} passages are not stored")
    return np.stack(rows).astype(np.float32) if rows else np.empty((0, 0), np.float32)


def vectors_made(connection: Connection, ids: Sequence[str]) -> dict[str, Vectors]:
    """Return the vectors of those passages that have one, by passage id."""
    rows = connection.execute(_MADE, {"ids": packed(ids)})
    return {key: vector_of(blob) for key, blob in rows}


def keep_made(
    connection: Connection, embedder: str, made: Mapping[str, tuple[str, Vectors]]
) -> None:
    """Store what was made of passages, words and vector by id; those that are gone are left out."""
    waiting = passages.c.id.in_(listed(made)), passages.c.vector.is_(None)
    mine = connection.execute(select(passages.c.key, passages.c.id).where(*waiting)).all()
    if not mine:
        return
    texts, rows = zip(*(made[one.id] for one in mine), strict=True)
    digests = [digest_of(embedder, text) for text in texts]
    keep(connection, digests, np.stack(rows))
    given = [{"passage": one.key, "given": d} for one, d in zip(mine, digests, strict=True)]
    connection.execute(_GIVEN, given)
