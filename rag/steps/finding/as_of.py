"""The catalogue as it was known on some day: each page in the version that was the newest then.

Every step reads through it as through the catalogue itself, so none can mix what is known now into
an answer about then. Pages without a known date are in no such view.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from ingest import Article
from rag.ports.catalogue import CatalogueReader
from rag.ports.embedder import Vectors
from rag.values.catalogued import ArticleSummary, Coverage, KnownSpeaker
from rag.values.evidence import Excerpt, PageMatch, Passage, RecordedStatement, article_of
from rag.values.question import Filters
from rag.values.shelves import Edition

_WIDER = 3
"""How many times more passages are looked at where versions of another day drop out."""


class AsOf:
    """A CatalogueReader on another one, which stays open when this one is done with."""

    def __init__(self, catalogue: CatalogueReader, day: dt.date) -> None:
        self._catalogue = catalogue
        self._day = day
        self._versions = catalogue.admitted(Filters(as_of=day)) or frozenset()

    def admitted(self, filters: Filters) -> frozenset[str]:
        """Return the versions of that day which the filters let through."""
        return self._catalogue.admitted(replace(filters, as_of=self._day)) or frozenset()

    def passages(self, ids: Sequence[str], *, past: bool = False) -> list[Passage]:
        """Return the passages of that day's versions among `ids`, in that order."""
        found = self._catalogue.passages(ids, past=True)
        return [one for one in found if one.article_id in self._versions]

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
        """Return up to `limit` (passage id, BM25 score) of that day, best (highest) first."""
        wanted = self._versions if articles is None else self._versions.intersection(articles)
        looked = _WIDER * limit
        found = self._catalogue.keyword(
            query, looked, comments=comments, speakers=speakers, past=True
        )
        passing = [one for one in found if article_of(one[0]) in wanted]
        if len(passing) < limit and len(found) == looked:
            passing = self._catalogue.keyword(
                query, limit, comments=comments, articles=wanted, speakers=speakers, past=True
            )
        return passing[:limit]

    def phrases(
        self, phrases: Sequence[str], limit: int, *, comments: bool = False, past: bool = False
    ) -> list[str]:
        """Return up to `limit` ids of passages of that day that have any of these word runs."""
        found = [
            key
            for earlier in (False, True)
            for key in self._catalogue.phrases(
                phrases, _WIDER * limit, comments=comments, past=earlier
            )
        ]
        return [key for key in found if article_of(key) in self._versions][:limit]

    def statements(
        self, *, speakers: Collection[str] | None = None, articles: Collection[str] | None = None
    ) -> list[RecordedStatement]:
        """Return that day's statements; articles named by id are searched in any version."""
        wanted = self._versions if articles is None else articles
        return self._catalogue.statements(speakers=speakers, articles=wanted)

    def spoken(
        self, speakers: Collection[str], limit: int, *, articles: Collection[str] | None = None
    ) -> int:
        """Return how many statements these speakers make in that day's versions."""
        wanted = self._versions if articles is None else articles
        return self._catalogue.spoken(speakers, limit, articles=wanted)

    def speakers(self, articles: Collection[str] | None = None) -> list[KnownSpeaker]:
        """Return everybody who speaks in that day's versions."""
        return self._catalogue.speakers(self._versions if articles is None else articles)

    def summaries(self, ids: Collection[str] | None = None) -> list[ArticleSummary]:
        """Return that day's versions, or the named ones."""
        return self._catalogue.summaries(self._versions if ids is None else ids)

    def page_matches(self, query: str, article_ids: Collection[str]) -> dict[str, PageMatch]:
        """Return how well each of these articles matches as a whole."""
        return self._catalogue.page_matches(query, article_ids)

    def passages_of(self, article_ids: Collection[str]) -> list[Passage]:
        """Return all passages of these articles."""
        return self._catalogue.passages_of(article_ids)

    def article(self, article_id: str) -> Article | None:
        """Return a stored version."""
        return self._catalogue.article(article_id)

    def excerpts(self, passages: Sequence[Passage]) -> list[Excerpt]:
        """Return the words of these passages."""
        return self._catalogue.excerpts(passages)

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """Return the vectors of these passages."""
        return self._catalogue.vectors(ids)

    def vectors_made(self, ids: Sequence[str]) -> Mapping[str, Vectors]:
        """Return the vectors of those passages that have one."""
        return self._catalogue.vectors_made(ids)

    def coverage(self) -> Coverage:
        """Return what the archive holds now."""
        return self._catalogue.coverage()

    def generation(self) -> int:
        """Return the archive's generation."""
        return self._catalogue.generation()

    def index_generation(self) -> int:
        """Return the vector index's generation."""
        return self._catalogue.index_generation()

    def indexed(self) -> int:
        """Return how many passages the vector index has."""
        return self._catalogue.indexed()

    def pending(self) -> int:
        """Return how many changes the vector index has not acknowledged."""
        return self._catalogue.pending()

    def indexed_sample(self, limit: int) -> list[tuple[Passage, Edition]]:
        """Return some passages that the vector index has."""
        return self._catalogue.indexed_sample(limit)

    def faults(self) -> list[str]:
        """Return what is wrong with the stored catalogue."""
        return self._catalogue.faults()

    def close(self) -> None:
        """Do nothing: whoever opened the catalogue closes it."""
