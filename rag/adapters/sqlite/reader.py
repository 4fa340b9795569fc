"""The catalogue as answering sees it. Every method reads one consistent, committed state."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from ingest import Article
from rag.adapters.sqlite import care, keyword, outbox, overview, people, stored, whole_pages
from rag.adapters.sqlite.admission import admitted
from rag.adapters.sqlite.engine import translated
from rag.adapters.sqlite.queries import GENERATION, INDEX_GENERATION, counter
from rag.adapters.sqlite.schema import passages
from rag.adapters.sqlite.telling import Held
from rag.ports.embedder import Vectors
from rag.values.catalogued import ArticleSummary, Coverage, KnownSpeaker
from rag.values.evidence import Excerpt, PageMatch, Passage, RecordedStatement
from rag.values.question import NO_FILTERS, Filters
from rag.values.shelves import Edition, Shelf

_FILTERS_KEPT = 8
_WORDS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class _Noted:
    """What was looked up of one state of the catalogue, and is asked for again and again.

    One answer asks several times, and the next question often has the same filters and names.
    """

    generation: int
    admitted: dict[Filters, frozenset[str] | None] = field(default_factory=dict)
    held: Held = field(default_factory=dict)

    @property
    def full(self) -> bool:
        """Whether it has grown too large to keep."""
        return len(self.admitted) >= _FILTERS_KEPT or len(self.held) >= _WORDS_KEPT


class SqliteReader:
    """A CatalogueReader on one archive's file; threads may share it."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        self._folder = folder
        self._engine = engine
        self._kept = _Noted(-1)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with translated(self._folder), self._engine.begin() as connection:
            yield connection

    def _noted(self, connection: Connection) -> _Noted:
        generation, kept = counter(connection, GENERATION), self._kept
        if kept.generation != generation or kept.full:
            kept = self._kept = _Noted(generation)
        return kept

    def generation(self) -> int:
        """Return a number that grows with every committed change."""
        with self._transaction() as connection:
            return counter(connection, GENERATION)

    def index_generation(self) -> int:
        """Return a number that grows whenever the vector index has taken in changes."""
        with self._transaction() as connection:
            return counter(connection, INDEX_GENERATION)

    def indexed(self) -> int:
        """Return how many passages the vector index has acknowledged."""
        query = select(func.count()).select_from(passages).where(passages.c.shelved)
        with self._transaction() as connection:
            return connection.scalar(query) or 0

    def pending(self) -> int:
        """Return how many changes the vector index has not acknowledged."""
        with self._transaction() as connection:
            return outbox.pending(connection)

    def indexed_sample(self, limit: int) -> list[tuple[Passage, Edition]]:
        """Return up to `limit` acknowledged passages, spread evenly, and where they stand."""
        with self._transaction() as connection:
            return outbox.indexed_sample(connection, limit)

    def article(self, article_id: str) -> Article | None:
        """Return a stored version, current or not."""
        with self._transaction() as connection:
            return stored.article(connection, article_id)

    def summaries(self, ids: Collection[str] | None = None) -> list[ArticleSummary]:
        """Return the current articles (or the named versions), by publication date, then path."""
        with self._transaction() as connection:
            return overview.summarised(connection, ids)

    def coverage(self) -> Coverage:
        """Return what the archive holds."""
        with self._transaction() as connection:
            return overview.covered(connection)

    def admitted(self, filters: Filters) -> frozenset[str] | None:
        """Return the article ids that the filters let through; None when they limit nothing."""
        if filters == NO_FILTERS:
            return None
        with self._transaction() as connection:
            known = self._noted(connection).admitted
            if filters not in known:
                known[filters] = admitted(connection, filters)
            return known[filters]

    def passages(self, ids: Sequence[str], *, past: bool = False) -> list[Passage]:
        """Return the passages of current articles, or of any version, among `ids`, in order."""
        with self._transaction() as connection:
            return stored.passages_named(connection, ids, past=past)

    def passages_of(self, article_ids: Collection[str]) -> list[Passage]:
        """Return all passages of these articles (any version), in text order within each."""
        with self._transaction() as connection:
            return stored.passages_of(connection, article_ids)

    def excerpts(self, passages: Sequence[Passage]) -> list[Excerpt]:
        """Return the words of these passages, of any version, in order; those gone are left out."""
        with self._transaction() as connection:
            return stored.excerpts(connection, passages)

    def vectors(self, ids: Sequence[str]) -> Vectors:
        """Return the cached vectors of these passages, one row each, in that order."""
        with self._transaction() as connection:
            return stored.vectors_of(connection, ids)

    def vectors_made(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """Return the vectors of those passages that have one, by passage id."""
        with self._transaction() as connection:
            return stored.vectors_made(connection, ids)

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
        """Return up to `limit` (passage id, BM25 score), best (highest) first."""
        shelf: Shelf = "comment" if comments else "article"
        sought = keyword.Sought(
            query=query, shelf=shelf, articles=articles, speakers=speakers, past=past
        )
        with self._transaction() as connection:
            return keyword.search(connection, sought, limit, self._noted(connection).held)

    def page_matches(self, query: str, article_ids: Collection[str]) -> dict[str, PageMatch]:
        """Return how well each of these articles matches as a whole, by article id."""
        with self._transaction() as connection:
            held = self._noted(connection).held
            return whole_pages.matches(connection, query, article_ids, held)

    def phrases(
        self, phrases: Sequence[str], limit: int, *, comments: bool = False, past: bool = False
    ) -> list[str]:
        """Return up to `limit` ids of passages that have any of these word runs, best first."""
        shelf: Shelf = "comment" if comments else "article"
        edition: Edition = "past" if past else "current"
        with self._transaction() as connection:
            return keyword.phrases(connection, phrases, limit, shelf, edition)

    def statements(
        self, *, speakers: Collection[str] | None = None, articles: Collection[str] | None = None
    ) -> list[RecordedStatement]:
        """Return statements by speaker name and/or article, by publication date, then text."""
        with self._transaction() as connection:
            return people.recorded(connection, speakers, articles)

    def spoken(
        self, speakers: Collection[str], limit: int, *, articles: Collection[str] | None = None
    ) -> int:
        """Return how many statements they make in current, or these, articles, up to `limit`."""
        with self._transaction() as connection:
            return people.counted(connection, speakers, limit, articles)

    def faults(self) -> list[str]:
        """Return what is wrong with the stored catalogue, one line each."""
        with self._transaction() as connection:
            return care.faults(connection)

    def speakers(self, articles: Collection[str] | None = None) -> list[KnownSpeaker]:
        """Return everybody who speaks in current, or these, articles (not in comments)."""
        with self._transaction() as connection:
            return people.known_speakers(connection, articles)
