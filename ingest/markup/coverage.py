"""Which lines of a rendered page lie within stretches that its markup marks."""

from bisect import bisect_right
from collections.abc import Sequence

from ingest.article import Span
from ingest.voices.page import Row

_LINK_SHARE = 0.9
"""From which share of its letters on a line is a link to elsewhere."""


def rows_inside(rows: Sequence[Row], spans: Sequence[Span]) -> list[bool]:
    """Return for each row whether its text begins inside one of `spans` (sorted by start)."""
    starts: list[int] = []
    ends: list[int] = []
    for span in spans:
        if ends and span.start <= ends[-1]:
            ends[-1] = max(ends[-1], span.end)
        else:
            starts.append(span.start)
            ends.append(span.end)
    found = []
    for row in rows:
        at = bisect_right(starts, row.line.span.start) - 1
        found.append(at >= 0 and row.line.span.start < ends[at])
    return found


def rows_linked(rows: Sequence[Row], spans: Sequence[Span]) -> list[bool]:
    """Return for each row whether nearly all of its text lies in links (sorted by start)."""
    found, at = [], 0
    for row in rows:
        own = row.line.span
        while at < len(spans) and spans[at].end <= own.start:
            at += 1
        inside = 0
        for place in range(at, len(spans)):
            span = spans[place]
            if span.start >= own.end:
                break
            inside += max(0, min(span.end, own.end) - max(span.start, own.start))
        found.append(own.start < own.end and inside >= _LINK_SHARE * (own.end - own.start))
    return found


def unless_most(
    rows: Sequence[Row], marked: list[bool], body: list[bool], most: float
) -> list[bool]:
    """Return the rows marked; none when they hold more than this share of the main text."""
    words = sum(row.traits.words for row, has in zip(rows, body, strict=True) if has)
    within = sum(
        row.traits.words for row, has, mark in zip(rows, body, marked, strict=True) if has and mark
    )
    return [False] * len(rows) if within > most * max(words, 1) else marked
