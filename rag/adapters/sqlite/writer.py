"""The catalogue as an ingest sees it: one transaction per article, all or nothing."""

from collections.abc import Collection, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ingest import Article, Capture
from rag.adapters.sqlite import cache, care, copies, outbox, versions
from rag.adapters.sqlite.queries import GENERATION, advance
from rag.adapters.sqlite.reader import SqliteReader
from rag.adapters.sqlite.removal import erase
from rag.adapters.sqlite.rows import article_values, statement_values, voices_of
from rag.adapters.sqlite.schema import (
    articles,
    captures,
    passages,
    places,
    regions,
    speakers,
    statements,
)
from rag.ports.embedder import Vectors
from rag.steps.words import fold
from rag.values.catalogued import Stored
from rag.values.evidence import Passage


class SqliteWriter(SqliteReader):
    """A CatalogueWriter; the archive's writer lock must be held."""

    def __init__(self, folder: Path, engine: Engine, embedder: str) -> None:
        super().__init__(folder, engine)
        self._embedder = embedder

    def known(self, capture: Capture) -> str | None:
        """Return the article that this very capture, at this place, was stored as before."""
        query = (
            select(articles.c.id)
            .join(places, places.c.article == articles.c.key)
            .where(
                places.c.location == versions.location_of(capture),
                places.c.sha256 == capture.sha256,
            )
        )
        with self._transaction() as connection:
            return connection.scalar(query)

    def cached_vectors(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Return the vectors already computed for any of these texts by this embedder."""
        with self._transaction() as connection:
            return cache.cached(connection, self._embedder, texts)

    def add(
        self, article: Article, capture: Capture, passages: Sequence[Passage], vectors: Vectors
    ) -> Stored:
        """Store a version with its capture in one transaction, and say what that changed."""
        with self._transaction() as connection:
            same = versions.stored(connection, article.id, capture)
            if same is not None and same.current:
                versions.place(connection, capture, same.key)
                return Stored("unchanged", article.id)
            old = versions.predecessor(connection, article, capture)
            if same is not None:
                key = same.key
            else:
                chain = old.chain if old else None
                key = _insert(connection, article, capture, chain, len(passages))
                texts = [article.text[one.start : one.end] for one in passages]
                rows = cache.keep(connection, self._embedder, texts, vectors)
                _insert_passages(connection, key, passages, rows)
            versions.place(connection, capture, key)
            advance(connection, GENERATION)
            if old is not None and versions.comes_first(old, capture):
                return Stored("added", article.id)
            if old is not None:
                outbox.retire(connection, old.key)
            outbox.enlist(connection, key)
            return Stored("replaced" if old else "added", article.id, old.id if old else None)

    def remove(self, article_ids: Collection[str]) -> list[str]:
        """Delete every trace of these articles, all versions; return the ids of those deleted."""
        with self._transaction() as connection:
            gone = erase(connection, article_ids)
            if gone:
                advance(connection, GENERATION)
            return gone

    def unindexed(self, limit: int) -> list[Passage]:
        """Return current passages that the vector index has not acknowledged."""
        with self._transaction() as connection:
            return outbox.unindexed(connection, limit)

    def orphaned(self, limit: int) -> list[str]:
        """Return passage ids that the vector index may hold and must forget, before any adding."""
        with self._transaction() as connection:
            return outbox.orphaned(connection, limit)

    def acknowledge(self, added: Collection[str], removed: Collection[str]) -> None:
        """Record that the vector index has caught up with these ids."""
        with self._transaction() as connection:
            outbox.acknowledge(connection, added, removed)
            advance(connection, GENERATION)

    def rebuild_words(self) -> None:
        """Make the keyword index anew from the current pages."""
        with self._transaction() as connection:
            care.rebuild_words(connection)

    def forget_index(self) -> None:
        """Record that the vector index holds nothing, so that all of it is to be added again."""
        with self._transaction() as connection:
            outbox.forget_index(connection)


def _insert(
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
    if article.regions:
        connection.execute(
            insert(regions),
            [
                {"article": key, "position": n, "voice": r.voice, "start": r.start, "end": r.end}
                for n, r in enumerate(article.regions)
            ],
        )
    _insert_statements(connection, key, article)
    return key


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


def _insert_passages(
    connection: Connection, key: int, found: Sequence[Passage], vector_keys: Sequence[int]
) -> None:
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
                    "vector": vector,
                    "shelved": None,
                }
                for one, vector in zip(found, vector_keys, strict=True)
            ],
        )
