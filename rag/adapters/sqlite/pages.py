"""An article's own rows in the catalogue, as they are put in."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ingest import Article, Capture
from rag.adapters.sqlite import cache, copies, versions
from rag.adapters.sqlite.rows import article_values, statement_values, voices_of
from rag.adapters.sqlite.schema import (
    articles,
    captures,
    passages,
    regions,
    speakers,
    statements,
)
from rag.ports.embedder import Vectors
from rag.steps.words import fold
from rag.values.evidence import Passage
from rag.values.shelves import shelf_of


def insert_page(
    connection: Connection, article: Article, capture: Capture, chain: int | None, cut: int
) -> int:
    """Store an article's own rows, in no index yet, and return its key."""
    connection.execute(
        upsert(captures)
        .values(sha256=article.sha256, content=capture.content)
        .on_conflict_do_nothing()
    )
    story, sketch = copies.story_of(connection, article)
    values = article_values(article) | {
        "story": story,
        "sketch": sketch,
        "chain": chain or 0,
        "current": False,
        "passages": cut,
        "fetched": versions.fetched_text(capture),
    }
    connection.execute(insert(articles).values(**values))
    named = select(articles.c.key).where(articles.c.id == article.id)
    key: int = connection.execute(named).scalar_one()
    if chain is None:
        connection.execute(update(articles).where(articles.c.key == key).values(chain=key))
    copies.link(connection, key, sketch)
    insert_understanding(connection, key, article)
    return key


def insert_understanding(connection: Connection, key: int, article: Article) -> None:
    """Store an article's regions and statements."""
    if article.regions:
        connection.execute(
            insert(regions),
            [
                {"article": key, "position": n, "voice": r.voice, "start": r.start, "end": r.end}
                for n, r in enumerate(article.regions)
            ],
        )
    _insert_statements(connection, key, article)


def _insert_statements(connection: Connection, key: int, article: Article) -> None:
    if not article.statements:
        return
    names = {one.speaker.name for one in article.statements if one.speaker and one.speaker.name}
    keys = {name: _speaker(connection, name) for name in sorted(names)}
    rows = []
    for n, (one, voice) in enumerate(zip(article.statements, voices_of(article), strict=True)):
        name = one.speaker.name if one.speaker else None
        speaker = keys[name] if name else None
        rows.append(
            statement_values(one, voice) | {"article": key, "position": n, "speaker": speaker}
        )
    connection.execute(insert(statements), rows)


def _speaker(connection: Connection, name: str) -> int:
    connection.execute(
        upsert(speakers).values(name=name, folded=fold(name)).on_conflict_do_nothing()
    )
    named = select(speakers.c.key).where(speakers.c.name == name)
    key: int = connection.execute(named).scalar_one()
    return key


def insert_passages(
    connection: Connection,
    embedder: str,
    key: int,
    article: Article,
    found: Sequence[Passage],
    vectors: Vectors,
) -> None:
    """Store passages of an article, in no index yet.

    `vectors` has a row for each of them that is no comment, in their order. A comment has the
    vector that its words were given before, if they were.
    """
    embedded = [one for one in found if shelf_of(one.voice) == "article"]
    texts = [article.text[one.start : one.end] for one in embedded]
    kept = cache.keep(connection, embedder, texts, vectors)
    rows: dict[str, int | None] = dict(zip([one.id for one in embedded], kept, strict=True))
    comments = [one for one in found if one.id not in rows]
    texts = [article.text[one.start : one.end] for one in comments]
    known = cache.keys_of(connection, embedder, texts)
    rows |= zip([one.id for one in comments], known, strict=True)
    if found:
        connection.execute(
            insert(passages),
            [
                {
                    "id": one.id,
                    "article": key,
                    "start": one.start,
                    "end": one.end,
                    "voice": one.voice,
                    "vector": rows[one.id],
                    "shelved": None,
                }
                for one in found
            ],
        )
