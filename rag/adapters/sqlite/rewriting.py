"""Putting another reading of a stored page in the place of the one there."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, exists, select, update

from ingest import Article, Voice
from rag.adapters.sqlite import cache, outbox
from rag.adapters.sqlite.pages import insert_passages, insert_understanding
from rag.adapters.sqlite.queries import listed
from rag.adapters.sqlite.removal import drop_vectors
from rag.adapters.sqlite.rows import article_values
from rag.adapters.sqlite.schema import articles, orphans, passages, regions, speakers, statements
from rag.ports.embedder import Vectors
from rag.values.evidence import Passage


def rewrite(
    connection: Connection,
    embedder: str,
    article: Article,
    found: Sequence[Passage],
    vectors: Vectors,
) -> None:
    """Store this reading of an article that is there already; its place among versions stays.

    Passages that are in both readings stay in the vector index as they are.
    """
    here = select(articles.c.key, articles.c.current).where(articles.c.id == article.id)
    key, current = connection.execute(here).one()
    shelved = set(
        connection.scalars(
            select(passages.c.id).where(passages.c.article == key, passages.c.shelved)
        )
    )
    if current:
        outbox.retire(connection, key)
    _replace_understanding(connection, key, article, len(found))
    stay = _drop(connection, key, {(one.id, one.voice) for one in found})
    new = [n for n, one in enumerate(found) if one.id not in stay]
    texts = [article.text[found[n].start : found[n].end] for n in new]
    rows = cache.keep(connection, embedder, texts, vectors[new])
    insert_passages(connection, key, [found[n] for n in new], rows)
    if current:
        outbox.enlist(connection, key)
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
    drop_vectors(connection, [row.vector for row in gone])
    return {row.id for row in rows} - {row.id for row in gone}


def _leave_shelved(connection: Connection, ids: set[str]) -> None:
    """Take back that the vector index is to forget these passages and take them in again."""
    mine = passages.c.id.in_(listed(ids))
    connection.execute(update(passages).where(mine).values(shelved=True))
    connection.execute(delete(orphans).where(orphans.c.passage_id.in_(listed(ids))))
