"""Putting another reading of a stored page in the place of the one there."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, exists, select, update
from sqlalchemy.dialects.sqlite import insert

from ingest import Article, Voice
from rag.adapters.sqlite import cache, keyword, whole_pages
from rag.adapters.sqlite.pages import insert_passages, insert_understanding
from rag.adapters.sqlite.queries import listed
from rag.adapters.sqlite.removal import drop_vectors
from rag.adapters.sqlite.rows import article_values
from rag.adapters.sqlite.schema import articles, orphans, passages, regions, speakers, statements
from rag.ports.embedder import Vectors
from rag.ports.vector_index import SHELVES, shelf_of
from rag.values.evidence import Passage

_Row = tuple[int, str, int, int, str, int]


def rewrite(
    connection: Connection,
    embedder: str,
    article: Article,
    found: Sequence[Passage],
    vectors: Vectors,
) -> None:
    """Store this reading of an article that is there already; its place among versions stays.

    Passages that are in both readings stay as they are, in the indexes too.
    """
    here = select(articles.c.key, articles.c.current).where(articles.c.id == article.id)
    key, current = connection.execute(here).one()
    if current:
        whole_pages.withdraw(connection, key)
    speaking = list(
        connection.scalars(
            select(statements.c.speaker).where(statements.c.article == key).distinct()
        )
    )
    for part in (regions, statements):
        connection.execute(delete(part).where(part.c.article == key))
    insert_understanding(connection, key, article)
    values = article_values(article) | {"passages": len(found)}
    connection.execute(update(articles).where(articles.c.key == key).values(**values))
    _drop_silent(connection, [one for one in speaking if one is not None])
    stay = _withdraw(connection, key, article, {(one.id, one.voice) for one in found}, current)
    new = [n for n, one in enumerate(found) if (one.id, one.voice) not in stay]
    _enter(connection, embedder, key, article, [found[n] for n in new], vectors[new], current)
    if current:
        whole_pages.enter(connection, key)


def _withdraw(
    connection: Connection,
    key: int,
    article: Article,
    wanted: set[tuple[str, Voice]],
    current: bool,
) -> set[tuple[str, Voice]]:
    """Take out the passages that are not wanted any more; return those that stay."""
    query = select(passages).where(passages.c.article == key)
    rows = connection.execute(query).mappings().all()
    gone = [row for row in rows if (row["id"], Voice(row["voice"])) not in wanted]
    if current:
        for shelf in SHELVES:
            entries = [
                (row["key"], article.text[row["start"] : row["end"]])
                for row in gone
                if shelf_of(Voice(row["voice"])) == shelf
            ]
            keyword.withdraw(connection, shelf, entries)
    ids = [{"passage_id": row["id"]} for row in gone if row["shelved"] is not None]
    if ids:
        connection.execute(insert(orphans).on_conflict_do_nothing(), ids)
    connection.execute(
        delete(passages).where(passages.c.key.in_(listed([row["key"] for row in gone])))
    )
    drop_vectors(connection, [row["vector"] for row in gone])
    return wanted & {(row["id"], Voice(row["voice"])) for row in rows}


def _enter(
    connection: Connection,
    embedder: str,
    key: int,
    article: Article,
    new: Sequence[Passage],
    vectors: Vectors,
    current: bool,
) -> None:
    texts = [article.text[one.start : one.end] for one in new]
    insert_passages(connection, key, new, cache.keep(connection, embedder, texts, vectors))
    if not current or not new:
        return
    mine = passages.c.id.in_(listed([one.id for one in new]))
    connection.execute(update(passages).where(mine).values(shelved=False))
    rows = connection.execute(
        select(passages.c.key, passages.c.start, passages.c.end, passages.c.voice).where(mine)
    ).all()
    for shelf in SHELVES:
        keyword.enter(
            connection,
            shelf,
            [
                (row.key, article.text[row.start : row.end])
                for row in rows
                if shelf_of(Voice(row.voice)) == shelf
            ],
        )


def _drop_silent(connection: Connection, keys: Sequence[int]) -> None:
    """Delete those of the speakers with these keys of whom no statement is left."""
    speaks = exists().where(statements.c.speaker == speakers.c.key)
    connection.execute(delete(speakers).where(speakers.c.key.in_(listed(keys)), ~speaks))
