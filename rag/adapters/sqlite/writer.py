"""The catalogue as an ingest sees it: every call is one transaction, all or nothing."""

from collections.abc import Collection, Sequence
from pathlib import Path

from sqlalchemy import Engine, bindparam, select

from ingest import Capture
from rag.adapters.sqlite import adding, cache, care, keyword, outbox, versions, whole_pages
from rag.adapters.sqlite.queries import GENERATION, advance
from rag.adapters.sqlite.reader import SqliteReader
from rag.adapters.sqlite.removal import erase
from rag.adapters.sqlite.schema import articles, places
from rag.adapters.sqlite.site_book import SqliteSites
from rag.ports.catalogue import NewPage
from rag.ports.embedder import Vectors
from rag.values.catalogued import Stored
from rag.values.evidence import Passage
from rag.values.shelves import Edition

_KNOWN = (
    select(articles.c.id)
    .join(places, places.c.article == articles.c.key)
    .where(places.c.location == bindparam("place"), places.c.sha256 == bindparam("digest"))
)


class SqliteWriter(SqliteReader):
    """A CatalogueWriter; the archive's writer lock must be held."""

    def __init__(self, folder: Path, engine: Engine, embedder: str) -> None:
        super().__init__(folder, engine)
        self._embedder = embedder

    @property
    def sites(self) -> SqliteSites:
        """What is known of the sites that the pages came from."""
        return SqliteSites(self._transaction, self._embedder)

    def known(self, capture: Capture) -> str | None:
        """Return the article that this very capture, at this place, was stored as before."""
        given = {"place": versions.location_of(capture), "digest": capture.sha256}
        with self._transaction() as connection:
            return connection.scalar(_KNOWN, given)

    def cached_vectors(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Return the vectors already computed for any of these texts by this embedder."""
        with self._transaction() as connection:
            return cache.cached(connection, self._embedder, texts)

    def add(self, pages: Sequence[NewPage]) -> list[Stored]:
        """Store pages with their captures in one transaction; say of each what that changed."""
        with self._transaction() as connection:
            told = adding.add(connection, self._embedder, pages)
            if any(one.kind != "unchanged" for one in told):
                advance(connection, GENERATION)
            return told

    def remove(self, article_ids: Collection[str]) -> list[str]:
        """Delete every trace of these articles, all versions; return the ids of those deleted."""
        with self._transaction() as connection:
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
            gone = erase(connection, article_ids)
            if gone:
                keyword.forget(connection)
                whole_pages.forget(connection)
                advance(connection, GENERATION)
            return gone

    def unindexed(self, limit: int) -> list[tuple[Passage, Edition]]:
        """Return passages that the vector index is to take in, and where they are to stand."""
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
            advance(connection, GENERATION)

    def forget_index(self) -> None:
        """Record that the vector index holds nothing, so that all of it is to be added again."""
        with self._transaction() as connection:
            outbox.forget_index(connection)
