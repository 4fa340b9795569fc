"""The port to what repeats on sites, over the catalogue's tables."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from ingest import Article, Outline
from rag.adapters.sqlite import sites
from rag.adapters.sqlite.engine import open_engine, translated
from rag.adapters.sqlite.queries import GENERATION, advance
from rag.adapters.sqlite.rewriting import rewrite
from rag.ports.embedder import Vectors
from rag.values.catalogued import Misread
from rag.values.evidence import Passage
from rag.values.progress import SiteKept


class SqliteSites:
    """A SiteBook; the archive's writer lock must be held."""

    def __init__(
        self, transaction: Callable[[], AbstractContextManager[Connection]], embedder: str
    ) -> None:
        self._transaction = transaction
        self._embedder = embedder

    def unsettled(self) -> list[str]:
        """Return the sites whose pages changed since they were settled."""
        with self._transaction() as connection:
            return sites.unsettled(connection)

    def sample(self, site: str) -> list[Outline]:
        """Return the outlines of some of a site's pages, in whatever order they were added."""
        with self._transaction() as connection:
            return sites.sample(connection, site)

    def misread(self, site: str, repeated: frozenset[int], after: str, limit: int) -> list[Misread]:
        """Return up to `limit` pages, by id behind `after`, whose reading heeds other lines."""
        with self._transaction() as connection:
            return sites.misread(connection, site, repeated, after, limit)

    def reread(
        self,
        article: Article,
        lines: frozenset[int],
        passages: Sequence[Passage],
        vectors: Vectors,
    ) -> None:
        """Store a page's reading in the light of these lines in the place of the one there."""
        with self._transaction() as connection:
            rewrite(connection, self._embedder, article, passages, vectors)
            sites.heed(connection, article.id, lines)
            advance(connection, GENERATION)

    def leave(self, article_id: str, lines: frozenset[int]) -> None:
        """Record that a page cannot be read in the light of these lines and stays as it is."""
        with self._transaction() as connection:
            sites.heed(connection, article_id, lines)

    def settle(self, site: str, repeated: frozenset[int]) -> None:
        """Record that all pages of a site are read in the light of what repeats there."""
        with self._transaction() as connection:
            sites.settle(connection, site, repeated)


def kept_by_site(folder: Path, names: Collection[str]) -> tuple[SiteKept, ...]:
    """Return how much of the current pages of these sites is article, most pages first."""
    engine = open_engine(folder, writable=False)
    try:
        with translated(folder), engine.begin() as connection:
            return sites.kept(connection, names)
    finally:
        engine.dispose()
