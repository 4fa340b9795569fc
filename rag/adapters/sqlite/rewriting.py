"""Putting another reading of a stored page in the place of the one there."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, exists, select, update

from ingest import Article, Voice
from rag.adapters.sqlite import outbox
from rag.adapters.sqlite.pages import insert_passages, insert_understanding
from rag.adapters.sqlite.queries import listed_as, packed
from rag.adapters.sqlite.removal import drop_vectors
from rag.adapters.sqlite.rows import article_values
from rag.adapters.sqlite.schema import articles, orphans, passages, regions, speakers, statements
from rag.ports.embedder import Vectors
from rag.values.evidence import Passage
from rag.values.shelves import shelf_of

_NAMED = select(articles.c.key).where(articles.c.id == bindparam("id"))
_SHELVED = select(passages.c.id).where(
    passages.c.article == bindparam("article"), passages.c.shelved
)
_SPEAKING = (
    select(statements.c.speaker)
    .where(statements.c.article == bindparam("page"), statements.c.speaker.is_not(None))
    .distinct()
)
_UNDERSTOOD = tuple(
    delete(part).where(part.c.article == bindparam("page")) for part in (regions, statements)
)
_READ = update(articles).where(articles.c.key == bindparam("page"))
_SILENT = delete(speakers).where(
    speakers.c.key.in_(listed_as("keys")),
    ~exists().where(statements.c.speaker == speakers.c.key),
)
_CUT = select(passages.c.key, passages.c.id, passages.c.voice, passages.c.vector).where(
    passages.c.article == bindparam("article")
)
_GONE = delete(passages).where(passages.c.key.in_(listed_as("keys")))
_SHELVED_AGAIN = (
    update(passages).where(passages.c.id.in_(listed_as("ids"))).values(shelved=True),
    delete(orphans).where(orphans.c.passage_id.in_(listed_as("ids"))),
)


def rewrite(
    connection: Connection,
    embedder: str,
    article: Article,
    found: Sequence[Passage],
    vectors: Vectors,
) -> None:
    """Store this reading of an article that is there already; its place among versions stays.

    `vectors` has one row for each passage that is no comment, in their order.

    Passages that are in both readings stay in the vector index as they are.
    """
    key: int = connection.execute(_NAMED, {"id": article.id}).scalar_one()
    shelved = set(connection.scalars(_SHELVED, {"article": key}))
    edition = outbox.withdraw(connection, key)
    _replace_understanding(connection, key, article, len(found))
    stay = _drop(connection, key, {(one.id, one.voice) for one in found})
    embedded = [one.id for one in found if shelf_of(one.voice) == "article"]
    new = [n for n, one in enumerate(embedded) if one not in stay]
    fresh = [one for one in found if one.id not in stay]
    insert_passages(connection, embedder, key, article, fresh, vectors[new])
    outbox.enlist(connection, key, edition)
    _leave_shelved(connection, stay & shelved)


def _replace_understanding(connection: Connection, key: int, article: Article, count: int) -> None:
    here = {"page": key}
    speaking = connection.scalars(_SPEAKING, here).all()
    for part in _UNDERSTOOD:
        connection.execute(part, here)
    connection.execute(_READ, here | article_values(article) | {"passages": count})
    insert_understanding(connection, key, article)
    if speaking:
        connection.execute(_SILENT, {"keys": packed(speaking)})


def _drop(connection: Connection, key: int, wanted: set[tuple[str, Voice]]) -> set[str]:
    """Delete the passages that are not wanted any more; return the ids of those that stay."""
    rows = connection.execute(_CUT, {"article": key}).all()
    gone = [row for row in rows if (row.id, Voice(row.voice)) not in wanted]
    if gone:
        connection.execute(_GONE, {"keys": packed([row.key for row in gone])})
        drop_vectors(connection, [row.vector for row in gone if row.vector is not None])
    return {row.id for row in rows} - {row.id for row in gone}


def _leave_shelved(connection: Connection, ids: set[str]) -> None:
    """Take back that the vector index is to forget these passages and take them in again."""
    if ids:
        for change in _SHELVED_AGAIN:
            connection.execute(change, {"ids": packed(ids)})
