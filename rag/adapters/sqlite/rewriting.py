"""Putting another reading of a stored page in the place of the one there."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, exists, select, update

from ingest import Article, Voice
from rag.adapters.sqlite import outbox
from rag.adapters.sqlite.pages import insert_passages, insert_understanding
from rag.adapters.sqlite.queries import listed
from rag.adapters.sqlite.removal import drop_vectors
from rag.adapters.sqlite.rows import article_values
from rag.adapters.sqlite.schema import articles, orphans, passages, regions, speakers, statements
from rag.ports.embedder import Vectors
from rag.values.evidence import Passage
from rag.values.shelves import shelf_of


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
    here = select(articles.c.key).where(articles.c.id == article.id)
    key: int = connection.execute(here).scalar_one()
    shelved = set(
        connection.scalars(
            select(passages.c.id).where(passages.c.article == key, passages.c.shelved)
        )
    )
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
    here = statements.c.article == key
    speaking = connection.scalars(select(statements.c.speaker).where(here).distinct()).all()
    for part in (regions, statements):
        connection.execute(delete(part).where(part.c.article == key))
    values = article_values(article) | {"passages": count}
    connection.execute(update(articles).where(articles.c.key == key).values(**values))
    insert_understanding(connection, key, article)
    speaks = exists().where(statements.c.speaker == speakers.c.key)
    silent = speakers.c.key.in_(listed([one for one in speaking if one is not None])), ~speaks
    connection.execute(delete(speakers).where(*silent))


def _drop(connection: Connection, key: int, wanted: set[tuple[str, Voice]]) -> set[str]:
    """Delete the passages that are not wanted any more; return the ids of those that stay."""
    rows = connection.execute(
        select(passages.c.key, passages.c.id, passages.c.voice, passages.c.vector).where(
            passages.c.article == key
        )
    ).all()
    gone = [row for row in rows if (row.id, Voice(row.voice)) not in wanted]
    mine = passages.c.key.in_(listed([row.key for row in gone]))
    connection.execute(delete(passages).where(mine))
    drop_vectors(connection, [row.vector for row in gone if row.vector is not None])
    return {row.id for row in rows} - {row.id for row in gone}


def _leave_shelved(connection: Connection, ids: set[str]) -> None:
    """Take back that the vector index is to forget these passages and take them in again."""
    mine = passages.c.id.in_(listed(ids))
    connection.execute(update(passages).where(mine).values(shelved=True))
    connection.execute(delete(orphans).where(orphans.c.passage_id.in_(listed(ids))))
