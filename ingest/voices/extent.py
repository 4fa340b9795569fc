"""Where on the page the article lies.

The densest stretch of paragraphs is found as the contiguous run of lines with the largest sum of
scores (maximum subsequence segmentation, Pasternack and Roth 2009).
"""

from collections.abc import Sequence

from ingest.voices.page import Row

_SIGN_SCORES = {"closing": -25.0, "ticker": -25.0, "comments": -25.0, "related": -6.0}
_MOST_WORDS = 50


def article_range(rows: Sequence[Row]) -> range:
    """Return the positions in `rows` of the article's first paragraph to its last.

    The range is empty when the page has no paragraph.
    """
    best, best_range = 0.0, range(0)
    total, start = 0.0, 0
    for position, row in enumerate(rows):
        if total <= 0:
            total, start = 0.0, position
        total += _score(row)
        if total > best:
            best, best_range = total, range(start, position + 1)
    return _from_first_paragraph(rows, best_range)


def _score(row: Row) -> float:
    traits = row.traits
    if row.repeated:
        return -3.0
    if traits.sign:
        return _SIGN_SCORES.get(traits.sign, -2.0)
    if row.paragraph:
        return min(traits.words, _MOST_WORDS) / 2
    if traits.credited:
        return 0.5
    if traits.prose:
        return -1.0 if row.compact and not row.line.marker else min(traits.words, _MOST_WORDS) / 5
    if row.line.marker:
        return -3.0
    return -1.5 if traits.title_like else -2.0


def _from_first_paragraph(rows: Sequence[Row], found: range) -> range:
    start = found.start
    while start < found.stop and not rows[start].traits.prose:
        start += 1
    return range(start, found.stop)
