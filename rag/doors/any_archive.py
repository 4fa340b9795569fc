"""What the doors ask of an open archive, whichever it is."""

from collections.abc import Iterator
from typing import Protocol

from ingest import Article
from rag.values.answer import Answer
from rag.values.catalogued import ArticleSummary, Coverage
from rag.values.check import Check
from rag.values.evidence import Hit
from rag.values.ledger import Ledger, LedgerQuery
from rag.values.question import Filters, Question


class AnyArchive(Protocol):
    """The part of an archive that answers; `rag.open_archive` returns one. Safe to share."""

    def ask(self, question: Question | str) -> Answer:
        """Return the answer, or an abstention. Raises QuestionRefused."""
        ...

    def ask_in_stages(self, question: Question | str) -> Iterator[Answer]:
        """Yield the answer as it grows, each stage checked; the last is what `ask` returns.

        What the text of one stage has, the later ones begin with. Raises QuestionRefused.
        """
        ...

    def answers(self, question: Question | str) -> bool:
        """Return whether the pages answer in full, without asking anything outside."""
        ...

    def search(self, query: str, filters: Filters = ..., limit: int = ...) -> list[Hit]:
        """Return the passages found, best first."""
        ...

    def quotes(self, query: LedgerQuery = ...) -> Ledger:
        """Return who said what, each quote once."""
        ...

    def check(self, draft: str) -> Check:
        """Return the verdict on every quoted string of a draft."""
        ...

    def article(self, article_id: str) -> Article:
        """Return a stored page. Raises ArticleMissing."""
        ...

    def summaries(self) -> list[ArticleSummary]:
        """Return the current articles."""
        ...

    def coverage(self) -> Coverage:
        """Return what the archive holds."""
        ...
