"""The port to the catalogue, the archive's source of truth."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from ingest import Article
from rag.ports.embedder import Vectors
from rag.values.catalogued import ArticleSummary, Coverage, KnownSpeaker
from rag.values.evidence import Passage, RecordedStatement
from rag.values.question import Filters


class CatalogueReader(Protocol):
    """Everything that answering needs. Reads see committed, current articles only, unless said."""

    def generation(self) -> int:
        """Return a number that grows with every committed change."""
        ...

    def article(self, article_id: str) -> Article | None:
        """Return a stored version, current or not."""
        ...

    def summaries(self, ids: Collection[str] | None = None) -> list[ArticleSummary]:
        """Return the current articles (or the named versions), by publication date, then path."""
        ...

    def admitted(self, filters: Filters) -> frozenset[str] | None:
        """Return the article ids that the filters let through; None when they limit nothing."""
        ...

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """Return the stored passages among `ids`, in that order; unknown ids are left out."""
        ...

    def passages_of(self, article_ids: Collection[str]) -> list[Passage]:
        """Return all passages of these articles, in text order within each."""
        ...

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """Return the cached vectors of these passages, one row each, in that order."""
        ...

    def keyword(self, query: str, limit: int, *, comments: bool = False) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, BM25 score), best (highest) first.

        `query` is free text: it is never parsed as query syntax.
        """
        ...

    def statements(
        self, *, speakers: Collection[str] | None = None, articles: Collection[str] | None = None
    ) -> list[RecordedStatement]:
        """Return statements by speaker name and/or article, by publication date, then text."""
        ...

    def speakers(self) -> list[KnownSpeaker]:
        """Return everybody who makes a statement in an article (not in comments)."""
        ...

    def coverage(self) -> Coverage:
        """Return what the archive holds."""
        ...


class CatalogueWriter(CatalogueReader, Protocol):
    """What an ingest needs, held by one process at a time."""

    def capture_known(self, sha256: str, path: str) -> bool:
        """Return whether these bytes are stored at this path already, as the current version."""
        ...

    def cached_vectors(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Return the vectors already computed for any of these texts by this embedder."""
        ...

    def add(
        self, article: Article, content: bytes, passages: Sequence[Passage], vectors: Vectors
    ) -> str | None:
        """Store a version with its capture in one transaction; return the id that it replaces."""
        ...

    def remove(self, article_ids: Iterable[str]) -> list[str]:
        """Delete every trace of these articles; return the ids of their passages."""
        ...

    def unindexed(self, limit: int) -> list[Passage]:
        """Return passages stored here but not yet acknowledged by the vector index."""
        ...

    def orphaned(self, limit: int) -> list[str]:
        """Return passage ids removed here but not yet removed from the vector index."""
        ...

    def acknowledge(self, added: Sequence[str], removed: Sequence[str]) -> None:
        """Record that the vector index has caught up with these ids."""
        ...
