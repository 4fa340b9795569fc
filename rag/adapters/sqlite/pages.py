"""An article's own rows in the catalogue, as they are put in."""

from collections.abc import Sequence

from sqlalchemy import Connection, Insert, bindparam, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from ingest import Article, Capture
from rag.adapters.sqlite import cache, copies, versions
from rag.adapters.sqlite.page_words import Cut
from rag.adapters.sqlite.rows import article_values, statement_values, voices_of
from rag.adapters.sqlite.schema import (
    articles,
    captures,
    passages,
    regions,
    speakers,
    statements,
    vectors,
)
from rag.ports.embedder import Vectors
from rag.steps.words import fold
from rag.values.evidence import Passage
from rag.values.shelves import Edition, shelf_of

# Made once: making a statement takes longer than running it.
_CAPTURE = upsert(captures).on_conflict_do_nothing()
_ARTICLE = insert(articles)
_LAST_ARTICLE = select(func.max(articles.c.key))
_LAST_PASSAGE = select(func.max(passages.c.key))
_REGION = insert(regions)
_SPEAKER = upsert(speakers).on_conflict_do_nothing()
_STATEMENT: Insert = insert(statements).values(
    speaker=select(speakers.c.key).where(speakers.c.name == bindparam("named")).scalar_subquery()
)
_PASSAGE: Insert = insert(passages).values(
    vector=select(vectors.c.key).where(vectors.c.digest == bindparam("digest")).scalar_subquery()
)


def insert_page(
    connection: Connection,
    article: Article,
    capture: Capture,
    *,
    chain: int | None,
    edition: Edition,
    cut: int,
) -> int:
    """Store an article's own rows, cut into so many passages, and return its key.

    It begins a chain of its own where `chain` is None.
    """
    connection.execute(_CAPTURE, {"sha256": article.sha256, "content": capture.content})
    told = copies.story_of(connection, article)
    key: int = (connection.scalar(_LAST_ARTICLE) or 0) + 1
    values = article_values(article) | {
        "key": key,
        "story": told.story,
        "sketch": told.sketch,
        "chain": key if chain is None else chain,
        "current": edition == "current",
        "passages": cut,
        "fetched": versions.fetched_text(capture),
    }
    connection.execute(_ARTICLE, values)
    copies.link(connection, key, told)
    insert_understanding(connection, key, article)
    return key


def insert_understanding(connection: Connection, key: int, article: Article) -> None:
    """Store an article's regions and statements."""
    if article.regions:
        connection.execute(
            _REGION,
            [
                {"article": key, "position": n, "voice": r.voice, "start": r.start, "end": r.end}
                for n, r in enumerate(article.regions)
            ],
        )
    if article.statements:
        _insert_statements(connection, key, article)


def _insert_statements(connection: Connection, key: int, article: Article) -> None:
    names = {one.speaker.name for one in article.statements if one.speaker and one.speaker.name}
    if names:
        known = [{"name": name, "folded": fold(name)} for name in sorted(names)]
        connection.execute(_SPEAKER, known)
    said = zip(article.statements, voices_of(article), strict=True)
    connection.execute(
        _STATEMENT,
        [
            statement_values(one, voice)
            | {"article": key, "position": n, "named": one.speaker.name if one.speaker else None}
            for n, (one, voice) in enumerate(said)
        ],
    )


def insert_passages(
    connection: Connection,
    embedder: str,
    key: int,
    article: Article,
    found: Sequence[Passage],
    rows: Vectors,
) -> list[Cut]:
    """Store passages of an article, which the vector index is to take in but for comments.

    `rows` has the vector of each of them that is no comment, in their order. A comment has the
    vector that its words were given before, if they were.
    """
    if not found:
        return []
    digests = [cache.digest_of(embedder, article.text[one.start : one.end]) for one in found]
    comments = [shelf_of(one.voice) == "comment" for one in found]
    own = [digest for digest, comment in zip(digests, comments, strict=True) if not comment]
    cache.keep(connection, own, rows)
    first: int = (connection.scalar(_LAST_PASSAGE) or 0) + 1
    connection.execute(
        _PASSAGE,
        [
            {
                "key": n,
                "id": one.id,
                "article": key,
                "start": one.start,
                "end": one.end,
                "voice": one.voice,
                "digest": digest,
                "shelved": None if comment else False,
            }
            for n, (one, digest, comment) in enumerate(
                zip(found, digests, comments, strict=True), start=first
            )
        ],
    )
    return [(n, one.start, one.end, one.voice) for n, one in enumerate(found, start=first)]
