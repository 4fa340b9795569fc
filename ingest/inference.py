"""The month in which an article was written, where its own words leave only one.

Reporters leave the year out of dates near the day of writing. So the days named without a year lie
within the twelve months before it, and the latest of them, the one after which the calendar shows
the longest gap, is close to it. The year must then follow from the text: later than what it tells
as past with a year, not later than what it announces with one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.article import Fact, Span

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = "|".join(name.capitalize() for name in _MONTHS)
_DAY = re.compile(
    rf"\b(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}))\b"
    r"(?!,? (?:19|20)\d\d|\d)"
)
_DATED = re.compile(
    rf"\b(?:(?P<month>{_MONTH})(?: \d{{1,2}},)?,? (?:of )?)?(?P<year>(?:19|20)\d\d)\b"
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_AHEAD = re.compile(r"\b(?:will|shall|plans? to|is to|are to|next|starting on|from|until|by)\b")
_PAST = re.compile(r"\b(?:\w{3,}ed|said|told|was|were|had|took|began|came|held|met|since|as of)\b")
_LEAST_MENTIONS, _LEAST_DAYS = 3, 2
_LEAST_GAP = 100
"""Days without a mention that must follow the latest one."""


@dataclass(frozen=True, slots=True)
class _Named:
    month: int
    day: int
    span: Span

    @property
    def position(self) -> int:
        """Where in a year the day lies, in days, near enough."""
        return (self.month - 1) * 30 + self.day


def written_in(text: str, narration: Sequence[Span]) -> Fact:
    """Return the month (`2023-01`) that the article's narration leaves as the only one.

    The evidence is the latest day named without a year; unknown where the text leaves more than
    one month, or speaks of too few days to tell.
    """
    named: list[_Named] = []
    earliest, latest = (0, 0), 0
    for sentence, offset in _sentences(text, narration):
        ahead, past = _AHEAD.search(sentence), _PAST.search(sentence)
        if past and not ahead:
            named += _days(sentence, offset)
        for found in _DATED.finditer(sentence):
            year = int(found["year"])
            if ahead is not None and ahead.start() < found.start():
                latest = min(latest or year, year)
            elif past:
                earliest = max(earliest, (year, _number(found["month"]) if found["month"] else 0))
    last = _latest(named)
    if last is None or not latest:
        return Fact()
    years = [year for year in range(earliest[0], latest + 1) if (year, last.month) > earliest]
    if not earliest[0] or len(years) != 1:
        return Fact()
    return Fact(f"{years[0]}-{last.month:02}", "inferred", last.span)


def _sentences(text: str, narration: Sequence[Span]) -> Iterator[tuple[str, int]]:
    for span in narration:
        for found in _SENTENCE.finditer(text, span.start, span.end):
            yield found.group(), found.start()


def _days(sentence: str, offset: int) -> Iterator[_Named]:
    for found in _DAY.finditer(sentence):
        month = _number(found["month"] or found["month2"])
        day = int(found["day"] or found["day2"])
        if 1 <= day <= 31:
            yield _Named(month, day, Span(offset + found.start(), offset + found.end()))


def _number(month: str) -> int:
    return _MONTHS.index(month.lower()) + 1


def _latest(named: Sequence[_Named]) -> _Named | None:
    """Return the day after which the longest stretch of the year goes unmentioned."""
    around = sorted(named, key=lambda one: one.position)
    best: _Named | None = None
    longest = _LEAST_GAP - 1
    for position, one in enumerate(around):
        following = around[(position + 1) % len(around)].position
        gap = (following - one.position) % 360 if len(around) > 1 else 0
        if gap > longest:
            best, longest = one, gap
    if best is None:
        return None
    month = [one for one in named if one.month == best.month]
    days = {one.day for one in month}
    return best if len(month) >= _LEAST_MENTIONS and len(days) >= _LEAST_DAYS else None
