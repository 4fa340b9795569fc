"""Which line is the article's own title: one at its beginning or a little above."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.appeals import SITE_WORDS
from ingest.dates import has_date
from ingest.topic import shared, stems, stems_of_all
from ingest.voices.page import Row, entries

_LOOK_BACK, _POINTS = 14, 8
_MOST_ABOVE = 60
_SOME_WORDS, _BUTTON_WORDS = 4, 6
_LEAST_TITLE = 0.35
_SURE_STEMS = 3
_AS_LONG = 0.75
"""Share of a lead's words that a title above it has; a row of topics has fewer."""
_SAID_AGAIN, _CREDITED, _AT_FIRST = 0.15, 0.15, 0.6
_ON_MATTER = 0.4
_CREDITS = frozenset({"byline", "dateline"})
_CALLS, _QUESTION_WORDS = frozenset("?!"), 16
"""What a title may end with, unlike other sentences, and the words that such a one has at most."""
_FLASH = re.compile(r"(?:BREAKING|LATEST|JUST IN|TRENDING|(?i:breaking news|eilmeldung))\s*[:|–—-]")
_ADDRESS = re.compile(r"https?://|www\.")
_FLASH_COST = 0.4
"""How much less likely a line is the title when it opens as the news flash above one does."""


def headline_position(rows: Sequence[Row], article: range) -> int | None:
    """Return where the article's title stands: at its beginning or a little above."""
    if not article:
        return None
    topic = stems_of_all(rows[i].line.text for i in article if rows[i].paragraph)
    again = Counter(row.traits.folded for row in rows)
    below_hours = {hour + 1 for hour in entries(rows)}
    scores = {
        position: _title_score(rows[position], topic)
        + _place_score(rows, position, again, topic)
        - (_AT_FIRST if position == article.start else 0.02 * distance)
        for position, distance in _above(rows, article.start, topic)
        if position not in below_hours and _could_be_title(rows, position)
    }
    if not scores:
        return None
    chosen = max(sorted(scores), key=lambda position: scores[position])
    if scores[chosen] < _LEAST_TITLE:
        return None
    above = chosen - 1
    # Of two title-like lines, one right above the other, the lower one is the lead.
    heads = scores.get(above, 0.0) >= _LEAST_TITLE and not _FLASH.match(rows[above].line.text)
    on_matter = heads and 2 * _told(rows[above], topic) >= _told(rows[chosen], topic)
    if on_matter and _is_shorter(rows[above], rows[chosen]):
        return above
    if on_matter and _stands_on(rows, above, chosen):
        return above
    return chosen


def _stands_on(rows: Sequence[Row], above: int, chosen: int) -> bool:
    """Return whether a long line touches the lead, which has author or day right below it."""
    own, lead = rows[above], rows[chosen]
    size = own.traits.words
    if lead.line.blanks_before or size < max(_BUTTON_WORDS, _AS_LONG * lead.traits.words):
        return False
    return lead.traits.folded not in own.traits.folded and _credited(rows, chosen)


def _above(rows: Sequence[Row], first: int, topic: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the positions of possible titles up to `first`, each with how far above it is.

    For a line on the article's matter only lines of some length count as distance; such a one may
    stand above a long row of buttons.
    """
    between = 0
    for position in range(min(first, len(rows) - 1), max(-1, first - _MOST_ABOVE), -1):
        row = rows[position]
        if _told(row, topic) >= _ON_MATTER:
            yield position, between
        elif first - position <= _LOOK_BACK:
            yield position, first - position
        between += position < first and (row.traits.words >= _SOME_WORDS and not row.traits.sign)
        if between > _LOOK_BACK:
            return


def _is_shorter(row: Row, other: Row) -> bool:
    return 4 <= row.traits.words <= other.traits.words and row.traits.title_like


def _could_be_title(rows: Sequence[Row], position: int) -> bool:
    row = rows[position]
    traits = row.traits
    if traits.sign or traits.credited or row.line.marker or row.repeated or _is_button(row):
        return False
    if has_date(row.line.text) or _ADDRESS.match(row.line.text):
        return False
    if row.compact and not _credited(rows, position):
        return False
    return 2 <= traits.words <= 30 and len(row.line.text) <= 200


def _is_button(row: Row) -> bool:
    words = row.traits.folded.split()
    named = sum(1 for word in words if word.strip(":") in SITE_WORDS)
    return len(words) <= _BUTTON_WORDS and 3 * named >= len(words)


def _credited(rows: Sequence[Row], position: int) -> bool:
    """Return whether author or day stand right below, as they do below a title, and not above."""
    above = rows[max(0, position - 2) : position]
    after = rows[position + 1 : position + 1 + _POINTS]
    touched = after[:1] and not after[0].line.blanks_before
    below = [row for row in after if not (touched and row.line.marker)][:3]
    return any(row.traits.sign in _CREDITS for row in below) and not any(
        row.traits.sign in _CREDITS or (row.traits.name_like and not row.line.blanks_after)
        for row in above
    )


def _title_score(row: Row, topic: frozenset[str]) -> float:
    """Return how likely a line is the title, from its words and form (0.35 is enough)."""
    size = 0.3 if row.traits.words >= 6 else 0.25 if row.traits.words >= 4 else -0.2
    size -= _FLASH_COST if _FLASH.match(row.line.text) else 0.0
    asks = row.traits.words <= _QUESTION_WORDS and row.line.text.rstrip("\"'”’»")[-1:] in _CALLS
    form = 0.2 if row.traits.title_like else 0.0 if asks else -0.6
    return _told(row, topic) + size + form


def _told(row: Row, topic: frozenset[str]) -> float:
    own = stems(row.line.text)
    return shared(own, topic) * min(1.0, len(own) / _SURE_STEMS)


def _place_score(
    rows: Sequence[Row], position: int, again: Counter[str], topic: frozenset[str]
) -> float:
    """Return what it adds that a line on the article's matter is told twice, or above a credit."""
    row = rows[position]
    told = _told(row, topic)
    if row.traits.words <= _SOME_WORDS or told < _ON_MATTER:
        headed = row.traits.words > _SOME_WORDS and _credited(rows, position)
        return -_AT_FIRST if row.compact and not headed else 0.0
    twice = _SAID_AGAIN if again[row.traits.folded] > 1 else 0.0
    return twice + (_CREDITED if _credited(rows, position) else 0.0)
