"""An open archive: the one object that every door asks."""

import datetime as dt
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ingest import Article, Voice
from rag.ports.embedder import Embedder
from rag.steps.answering.pipeline import Pipeline
from rag.steps.finding.as_of import AsOf
from rag.steps.finding.desk import Desk
from rag.steps.finding.retrieve import retrieve
from rag.steps.question.people import full_names, people_of
from rag.values.answer import Answer
from rag.values.catalogued import ArticleSummary, Coverage
from rag.values.check import Check, CheckedQuote
from rag.values.errors import ArticleMissing, QuestionRefused
from rag.values.evidence import Hit, Passage
from rag.values.ledger import Ledger, LedgerQuery
from rag.values.question import LONGEST_QUESTION, NO_FILTERS, Filters, Question
from rag.values.shelves import EDITIONS
from rag.wiring import quotes
from rag.wiring.generating import in_stages, writer_of
from rag.wiring.pages import Pages
from rag.wiring.remembered import Remembered
from rag.wiring.storage import Reading, open_reading

if TYPE_CHECKING:
    from llama_index.core.postprocessor.types import BaseNodePostprocessor

    from rag.adapters.llamaindex.bundle import Listener
    from rag.adapters.llamaindex.query_engine import ArchiveQueryEngine
    from rag.adapters.llamaindex.retriever import ArchiveRetriever
    from rag.adapters.settings import Settings
    from rag.steps.claiming.writing import Writer


_DAYS_KEPT = 4
"""Days as of which questions are answered without working out again what was known then."""


def open_archive(folder: Path | str, settings: "Settings | None" = None) -> "Archive":
    """Return the archive in that folder, opened for reading.

    Raises ArchiveMissing, ArchiveMismatch, ArchiveDamaged or ModelMissing.
    """
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings

    known = settings or Settings()
    embedder = load_embedder(known)
    return Archive(open_reading(Path(folder), embedder), embedder, writer_of(known))


class Archive:
    """Questions, passages and pages of one archive. Threads may share it.

    Each answer is made from one committed state; another process's ingest is seen by the next.
    """

    def __init__(
        self, reading: Reading, embedder: Embedder, writer: "Writer | None" = None
    ) -> None:
        """Take over the opened stores; `close` releases them.

        With a `writer`, answers are put into a language model's words, as far as they hold.
        """
        self._reading = reading
        self._embedder = Remembered(embedder)
        self._writer = writer
        self._turn = threading.Lock()
        self._ledgers = quotes.Ledgers()
        self._bound: tuple[int, dict[dt.date | None, Pipeline]] = (-1, {})

    def ask(self, question: Question | str) -> Answer:
        """Return the answer to a question, or an abstention.

        Raises QuestionRefused for an empty or too long one.
        """
        return self._answer(question, self._writer)

    def answers(self, question: Question | str) -> bool:
        """Return whether the pages answer a question in full; no language model is asked."""
        return self._answer(question, None).status == "answered"

    def ask_in_stages(self, question: Question | str) -> Iterator[Answer]:
        """Yield the answer as it grows, and at last the one that `ask` returns.

        A stage holds only what was checked; what its text has, the later ones begin with. Without
        a language model there is one stage. Raises QuestionRefused.
        """
        writer = self._writer
        if writer is None:
            yield self.ask(question)
        else:
            yield from in_stages(lambda listen: self._answer(question, writer, listen))

    def _answer(
        self,
        question: Question | str,
        writer: "Writer | None",
        listen: "Listener | None" = None,
    ) -> Answer:
        from rag.adapters.llamaindex.bundle import AnswerResponse, asked_bundle
        from rag.adapters.llamaindex.query_engine import ArchiveQueryEngine

        asked = _accepted(Question(question) if isinstance(question, str) else question)
        bundle = asked_bundle(asked, listen)
        with bundle.clock.step("total"):
            engine = ArchiveQueryEngine(lambda: self._pipeline(asked.filters.as_of), writer=writer)
            response = engine.query(bundle)
        if not isinstance(response, AnswerResponse) or response.answer is None:
            raise TypeError(f"the query engine returned {type(response).__name__}, not an answer")
        return replace(response.answer, timings_ms=dict(bundle.clock.spent))

    def search(self, query: str, filters: Filters = NO_FILTERS, limit: int = 10) -> list[Hit]:
        """Return up to `limit` passages, best first; comments only when the filter names them."""
        asked = _accepted(Question(query, filters=filters))
        return retrieve(
            self._pipeline(filters.as_of).desk,
            asked.text,
            filters,
            shelf="comment" if filters.voice is Voice.COMMENT else "article",
            limit=limit,
        )

    def quotes(self, query: LedgerQuery = quotes.ALL_QUOTES) -> Ledger:
        """Return who said what, each quote once with its other wordings."""
        return self._ledgers.page(self._reading.catalogue, query)

    def check(self, draft: str) -> Check:
        """Return the verdict on every quoted string of a draft."""
        return quotes.check(self._reading.catalogue, draft)

    def check_quote(self, quote: str, speaker: str | None = None) -> CheckedQuote:
        """Return the verdict on one quoted string, said to be `speaker`'s if one is given."""
        return quotes.check_one(self._reading.catalogue, quote, speaker)

    def article(self, article_id: str) -> Article:
        """Return a stored version of a page. Raises ArticleMissing."""
        found = self._reading.catalogue.article(article_id)
        if found is None:
            raise ArticleMissing(f"the archive has no article with the id {article_id!r}")
        return found

    def summaries(self) -> list[ArticleSummary]:
        """Return the current articles, by publication date, then path."""
        return self._reading.catalogue.summaries()

    def coverage(self) -> Coverage:
        """Return what the archive holds."""
        return self._reading.catalogue.coverage()

    def text(self, passage: Passage) -> str:
        """Return the words of a passage. Raises ArticleMissing."""
        return self.article(passage.article_id).text[passage.start : passage.end]

    def retriever(self, limit: int = 10) -> "ArchiveRetriever":
        """Return the archive as a LlamaIndex retriever."""
        from rag.adapters.llamaindex.retriever import ArchiveRetriever

        return ArchiveRetriever(self._pipeline, limit)

    def query_engine(
        self, postprocessors: "Sequence[BaseNodePostprocessor]" = ()
    ) -> "ArchiveQueryEngine":
        """Return the archive as a LlamaIndex query engine, a reranker in it if one is given."""
        from rag.adapters.llamaindex.query_engine import ArchiveQueryEngine

        return ArchiveQueryEngine(self._pipeline, postprocessors, self._writer)

    def close(self) -> None:
        """Release the stores; nothing else may be called afterwards."""
        self._reading.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _pipeline(self, as_of: dt.date | None = None) -> Pipeline:
        """Return the steps bound to what is committed now, worked out anew after a change.

        With a day, they see the archive as it was known by the end of it.
        """
        generation = self._reading.catalogue.generation()
        known, bound = self._bound
        if known != generation or as_of not in bound:
            with self._turn:
                known, bound = self._bound
                if known != generation or len(bound) > _DAYS_KEPT:
                    bound = {}
                if as_of not in bound:
                    bound = {**bound, as_of: self._bind(as_of)}
                    self._bound = generation, bound
        return bound[as_of]

    def _bind(self, as_of: dt.date | None) -> Pipeline:
        stored = self._reading.catalogue
        catalogue = AsOf(stored, as_of) if as_of else stored
        pages = Pages(stored.article)
        known = catalogue.speakers()
        if as_of:
            # Who speaks on other days only is known as well: the answer says that it is so.
            then = {one.name for one in known}
            known = [*known, *(one for one in stored.speakers() if one.name not in then)]
        names = full_names(known)

        def text_of(passage_id: str) -> str:
            article_id, start, end = passage_id.rsplit(":", 2)
            page = pages.page(article_id)
            return page.article.text[int(start) : int(end)] if page else ""

        desk = Desk(stored, self._reading.index, self._embedder, pages.page, self._reading.keep)
        if as_of:
            desk = replace(desk, catalogue=catalogue, editions=EDITIONS, wider=desk)
        return Pipeline(desk, people_of(catalogue, known, text_of, names), names)


def _accepted(question: Question) -> Question:
    if not question.text.strip():
        raise QuestionRefused("the question is empty: write what you want to know")
    if len(question.text) > LONGEST_QUESTION:
        raise QuestionRefused(
            f"the question has {len(question.text):,} characters; "
            f"at most {LONGEST_QUESTION:,} are read: ask for less at once"
        )
    return question
