"""Which words to show for a statement, so that they make sense alone and belong to one speaker.

A full quotation is shown from its first mark to its last. Words that are only partly quoted, or
reported, are shown in their whole sentence: a cut that hid a "denied" would say the opposite.
"""

from collections.abc import Sequence

from ingest import Region, Span, Statement
from rag.steps.finding.paragraphs import Page

_SHORTEST_ALONE = 4
"""Words below which even a full quotation needs its sentence to be understood."""


def shown_spans(page: Page, statement: Statement) -> tuple[Span, ...]:
    """Return the contiguous spans to cite, each inside one region.

    There are several only where the page itself breaks the words apart.
    """
    pieces = [Span(first, last) for first, last in _runs(statement.content, page.article.regions)]
    if statement.kind == "direct" and _long_enough(page, pieces):
        return tuple(pieces)
    return tuple(page.around(piece) or _to_sentences(page, piece) for piece in pieces)


def _long_enough(page: Page, pieces: Sequence[Span]) -> bool:
    return sum(len(page.text(piece).split()) for piece in pieces) >= _SHORTEST_ALONE


def _to_sentences(page: Page, piece: Span) -> Span:
    """Widen a piece that runs over paragraphs to the sentences at its two ends."""
    first = page.around(Span(piece.start, piece.start + 1))
    last = page.around(Span(piece.end - 1, piece.end))
    return Span(first.start if first else piece.start, last.end if last else piece.end)


def _runs(content: Sequence[Span], regions: Sequence[Region]) -> list[tuple[int, int]]:
    """Join the pieces of content that share a region into one run from first to last."""
    runs: list[tuple[int, int, Region | None]] = []
    for span in content:
        home = next((region for region in regions if region.span.covers(span)), None)
        if runs and home is not None and runs[-1][2] == home:
            runs[-1] = (runs[-1][0], span.end, home)
        else:
            runs.append((span.start, span.end, home))
    return [(start, end) for start, end, home in runs if home is not None]
