"""What every door asks of an open archive, and the few answers that the doors shape together."""

from collections.abc import Sequence
from typing import Protocol

from ingest import Article
from rag.steps.as_json import Json, hit_json
from rag.values.answer import Answer
from rag.values.catalogued import ArticleSummary, Coverage
from rag.values.errors import ArticleMissing
from rag.values.evidence import Hit
from rag.values.question import Filters, Question

SHORTEST_PREFIX = 4
"""Characters of an id that may stand for the whole of it."""


class Desk(Protocol):
    """The part of an archive that answers; `rag.open_archive` returns one. Safe to share."""

    def ask(self, question: Question | str) -> Answer:
        """Return the answer, or an abstention. Raises QuestionRefused."""
        ...

    def search(self, query: str, filters: Filters = ..., limit: int = ...) -> list[Hit]:
        """Return the passages found, best first."""
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


def hits_json(desk: Desk, hits: Sequence[Hit]) -> list[Json]:
    """Return the hits, ranked from 1, each with its words and its article."""
    articles: dict[str, Article] = {}
    for hit in hits:
        key = hit.passage.article_id
        if key not in articles:
            articles[key] = desk.article(key)
    return [
        hit_json(hit, rank, articles[hit.passage.article_id]) for rank, hit in enumerate(hits, 1)
    ]


def named_article(summaries: Sequence[ArticleSummary], reference: str) -> str:
    """Return the id of the one article that `reference` means: id, start of an id, or file name.

    Raises ArticleMissing when it means none, or several.
    """
    exact = [one for one in summaries if one.id == reference]
    named = [one for one in summaries if reference in (one.file, one.path)]
    begun = [
        one
        for one in summaries
        if len(reference) >= SHORTEST_PREFIX and one.id.startswith(reference)
    ]
    meant = exact or named or begun
    if len(meant) == 1:
        return meant[0].id
    if not meant:
        raise ArticleMissing(
            f"no article of the archive has the id or file name {reference!r};"
            " `onrecord list` shows what there is"
        )
    choices = ", ".join(f"{one.id} ({one.path or one.file})" for one in meant[:5])
    more = f" and {len(meant) - 5} more" if len(meant) > 5 else ""
    raise ArticleMissing(f"{reference!r} fits {len(meant)} articles: {choices}{more}; name one id")
