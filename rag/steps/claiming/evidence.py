"""The numbered evidence of one question: what a model is shown, and what its claims are held to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest import Span, Statement, Voice
from rag.steps.finding.paragraphs import Page
from rag.steps.quoting import Reading
from rag.values.answer import Citation
from rag.values.evidence import Hit

_MOST_BLOCKS = 24
_NEW = 0.5
"""Share of a passage that no earlier block may hold already."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """One block: a stretch of one region of a page, with the number it goes by."""

    number: int
    page: Page
    reading: Reading
    span: Span
    voice: Voice
    speaker: str | None
    """Whose statement it is, by the fullest name; None for a passage of the page's own words."""

    @property
    def text(self) -> str:
        """The page's own characters."""
        return self.page.text(self.span)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where its whole sentences stand, in text order."""
        return tuple(
            one
            for paragraph in self.page.paragraphs
            if paragraph.span.overlaps(self.span)
            for one in paragraph.sentences
            if self.span.covers(one)
        )

    def statements(self, span: Span) -> tuple[Statement, ...]:
        """Return the statements whose words stand, in part at least, in `span`."""
        return tuple(
            one
            for one in self.page.article.statements
            if any(piece.overlaps(span) for piece in one.content)
        )


@dataclass(frozen=True, slots=True)
class _Place:
    article_id: str
    span: Span
    voice: Voice
    speaker: str | None = None


def numbered(
    chosen: Sequence[Citation], hits: Sequence[Hit], page: Callable[[str], Page | None]
) -> tuple[Evidence, ...]:
    """Return the blocks: the words chosen to answer in whole sentences, then the passages found.

    Numbers count from 1.
    """
    pages: dict[str, tuple[Page, Reading]] = {}
    kept: list[_Place] = []
    found: list[Evidence] = []
    for place in (*map(_chosen, chosen), *map(_found, hits)):
        known = pages.get(place.article_id) or _opened(page(place.article_id))
        if known is None or len(found) >= _MOST_BLOCKS:
            continue
        pages[place.article_id] = known
        span = known[0].around(place.span) or place.span
        whole = _Place(place.article_id, span, place.voice, place.speaker)
        if _held(whole, kept) > 1 - _NEW:
            continue
        kept.append(whole)
        found.append(Evidence(len(found) + 1, *known, span, place.voice, place.speaker))
    return tuple(found)


def _opened(page: Page | None) -> tuple[Page, Reading] | None:
    return (page, Reading(page.article)) if page else None


def _chosen(one: Citation) -> _Place:
    name = one.speaker.name if one.speaker else None
    return _Place(one.article.id, Span(one.start, one.end), one.voice, name)


def _found(hit: Hit) -> _Place:
    passage = hit.passage
    return _Place(passage.article_id, Span(passage.start, passage.end), passage.voice)


def _held(place: _Place, kept: Sequence[_Place]) -> float:
    """Return the share of the place that one of those kept holds."""
    length = place.span.end - place.span.start
    shared = (
        min(place.span.end, one.span.end) - max(place.span.start, one.span.start)
        for one in kept
        if one.article_id == place.article_id
    )
    return max(0, *shared, 0) / max(1, length)
