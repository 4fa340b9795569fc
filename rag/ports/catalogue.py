"""The port to the catalogue, the archive's source of truth."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ingest import Article, Capture
from rag.ports.embedder import Vectors
from rag.values.catalogued import ArticleSummary, Coverage, KnownSpeaker, Stored
from rag.values.evidence import Excerpt, PageMatch, Passage, RecordedStatement
from rag.values.question import Filters
from rag.values.shelves import Edition


class CatalogueReader(Protocol):
    """Everything that answering needs. Reads see committed, current articles only, unless said."""

    def generation(self) -> int:
        """Return a number that grows with every committed change."""
        ...

    def index_generation(self) -> int:
        """Return a number that grows whenever the vector index has taken in changes."""
        ...

    def indexed(self) -> int:
        """Return how many passages the vector index has acknowledged."""
        ...

    def pending(self) -> int:
        """Return how many changes the vector index has not acknowledged."""
        ...

    def indexed_sample(self, limit: int) -> list[tuple[Passage, Edition]]:
        """Return up to `limit` acknowledged passages, spread evenly, and where they stand."""
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

    def passages(self, ids: Sequence[str], *, past: bool = False) -> list[Passage]:
        """Return the passages of current articles among `ids`, in that order; others are left out.

        With `past` those of past versions are there as well. A vector index that lags behind names
        passages that are gone: this is where they drop out.
        """
        ...

    def passages_of(self, article_ids: Collection[str]) -> list[Passage]:
        """Return all passages of these articles (any version), in text order within each."""
        ...

    def excerpts(self, passages: Sequence[Passage]) -> list[Excerpt]:
        """Return the words of these passages, of any version, in order; those gone are left out."""
        ...

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """Return the vectors of these passages, one row each, in that order.

        None of them may be a comment, which has a vector only once somebody asked for it.
        """
        ...

    def vectors_made(self, ids: Sequence[str]) -> Mapping[str, Vectors]:
        """Return the vectors of those passages that have one, by passage id."""
        ...

    def keyword(
        self,
        query: str,
        limit: int,
        *,
        comments: bool = False,
        articles: Collection[str] | None = None,
        speakers: Collection[str] | None = None,
        past: bool = False,
    ) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, BM25 score), best (highest) first.

        `query` is free text: it is never parsed as query syntax. With `articles` only passages of
        these are found, with `speakers` only those of articles in which any of these speaks. With
        `past` those of past versions are found besides, ranked as if they were current.
        """
        ...

    def page_matches(self, query: str, article_ids: Collection[str]) -> dict[str, PageMatch]:
        """Return how well each of these articles matches as a whole, by article id."""
        ...

    def phrases(
        self, phrases: Sequence[str], limit: int, *, comments: bool = False, past: bool = False
    ) -> list[str]:
        """Return up to `limit` ids of passages that have any of these word runs, word for word.

        Those with most and the rarest of them come first. Punctuation, case and endings of words
        count no more here than in `keyword`. With `past` past versions are searched instead.
        """
        ...

    def statements(
        self, *, speakers: Collection[str] | None = None, articles: Collection[str] | None = None
    ) -> list[RecordedStatement]:
        """Return statements by speaker name and/or article, by publication date, then text.

        Articles named by id are searched in any version, otherwise the current ones.
        """
        ...

    def spoken(
        self, speakers: Collection[str], limit: int, *, articles: Collection[str] | None = None
    ) -> int:
        """Return how many statements they make in current, or these, articles, up to `limit`."""
        ...

    def faults(self) -> list[str]:
        """Return what is wrong with the stored catalogue, one line each."""
        ...

    def close(self) -> None:
        """Let go of files; nothing else may be called afterwards."""
        ...

    def speakers(self, articles: Collection[str] | None = None) -> list[KnownSpeaker]:
        """Return everybody who speaks in current, or these, articles (not in comments)."""
        ...

    def coverage(self) -> Coverage:
        """Return what the archive holds."""
        ...


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page that was read, cut and embedded, and is to be stored."""

    article: Article
    capture: Capture
    passages: Sequence[Passage]
    vectors: Vectors
    """One row for each passage that is no comment, in that order."""


class CatalogueWriter(CatalogueReader, Protocol):
    """What an ingest needs, held by one process at a time."""

    def known(self, capture: Capture) -> str | None:
        """Return the article that this very capture, at this place, was stored as before."""
        ...

    def cached_vectors(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Return the vectors already computed for any of these texts by this embedder."""
        ...

    def add(self, pages: Sequence[NewPage]) -> list[Stored]:
        """Store pages with their captures in one transaction; say of each what that changed."""
        ...

    def remove(self, article_ids: Collection[str]) -> list[str]:
        """Delete every trace of these articles, all versions; return the ids of those deleted."""
        ...

    def unindexed(self, limit: int) -> list[tuple[Passage, Edition]]:
        """Return passages that the vector index is to take in, and where they are to stand."""
        ...

    def orphaned(self, limit: int) -> list[str]:
        """Return passage ids that the vector index may hold and must forget, before any adding."""
        ...

    def acknowledge(self, added: Collection[str], removed: Collection[str]) -> None:
        """Record that the vector index has caught up with these ids."""
        ...

    def rebuild_words(self) -> None:
        """Make the keyword index anew from the current pages."""
        ...

    def forget_index(self) -> None:
        """Record that the vector index holds nothing, so that all of it is to be added again."""
        ...
