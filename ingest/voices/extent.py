"""Where on the page the article lies.

The densest stretch of paragraphs is found as the contiguous run of lines with the largest sum of
scores (maximum subsequence segmentation, Pasternack and Roth 2009), then its beginning is moved to
the article's own title.
"""

import re
from collections.abc import Sequence

from ingest.topic import shared, stems, stems_of_all
from ingest.voices.page import Row

_SIGN_SCORES = {"closing": -25.0, "ticker": -25.0, "comments": -25.0, "related": -6.0}
_MOST_WORDS = 50
_LOOK_BACK = 14
_LEAST_TITLE = 0.35
_FLASH = re.compile(r"(?:BREAKING|LATEST|JUST IN|TRENDING|(?i:breaking news|eilmeldung))\s*[:|–—-]")
_FLASH_COST = 0.4
"""How much less likely a line is the title when it opens as the news flash above one does."""


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


def headline_position(rows: Sequence[Row], article: range) -> int | None:
    """Return where the article's title stands: at its beginning or a little above."""
    if not article:
        return None
    topic = stems_of_all(rows[i].line.text for i in article if rows[i].paragraph)
    first = article.start
    candidates = [
        position
        for position in range(max(0, first - _LOOK_BACK), min(first + 1, len(rows)))
        if _could_be_title(rows[position])
    ]
    if not candidates:
        return None
    scores = {
        position: _title_score(rows[position], topic, first - position) for position in candidates
    }
    chosen = max(candidates, key=lambda position: scores[position])
    if scores[chosen] < _LEAST_TITLE:
        return None
    above = chosen - 1
    # Of two title-like lines, one right above the other, the lower one is the lead.
    heads = scores.get(above, 0.0) >= _LEAST_TITLE and not _FLASH.match(rows[above].line.text)
    if heads and _is_shorter(rows[above], rows[chosen]):
        return above
    return chosen


def _is_shorter(row: Row, other: Row) -> bool:
    return 4 <= row.traits.words <= other.traits.words and row.traits.title_like


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


def _could_be_title(row: Row) -> bool:
    traits = row.traits
    if traits.sign or traits.credited or row.line.marker or row.compact or row.repeated:
        return False
    return 2 <= traits.words <= 30 and len(row.line.text) <= 200


def _title_score(row: Row, topic: frozenset[str], distance: int) -> float:
    words = row.traits.words
    size = 0.25 if words >= 4 else -0.2
    size -= _FLASH_COST if _FLASH.match(row.line.text) else 0.0
    form = 0.2 if row.traits.title_like else -0.6
    above = 0.0 if distance else -0.6
    return shared(stems(row.line.text), topic) + size + form + above - 0.02 * distance
