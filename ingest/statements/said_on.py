"""When something was said, as the sentence tells it and the page's date lets one infer.

"January 10, 2023" is stated; "January 10" and "on Friday" take year and week from the day of
publication and are inferred; without that day they stay unknown, with the words as evidence. A
month or a year alone counts only right beside the verb or at the start of the sentence.
"""

import datetime as dt
from dataclasses import dataclass

from ingest.article import Fact, Known
from ingest.statements.saying import Attribution
from ingest.statements.tokens import Frame, Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import MONTHS, WEEKDAYS

_OCCASIONS = vocabulary("""
    press news briefing conference interview speech statement rally meeting address call event
    hearing debate appearance tweet post letter session
""")
_SHORT_MONTHS = {"jan": 1, "feb": 2, "aug": 8, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_RELATIVE_DAYS = {"today": 0, "yesterday": 1}
_REACH = 80
"""Tokens around the cue within which a date may tell when."""
_EARLIEST_YEAR = 1800
_LATEST_PAST = dt.timedelta(days=1)
"""A page may speak of its own evening, or of the day that is already on elsewhere."""


@dataclass(frozen=True, slots=True)
class _Date:
    """A date as written: tokens `first` to before `last`, and what they say."""

    first: int
    last: int
    value: str | None
    """None where the words need the day of publication, which is unknown."""
    stated: bool


def said_on(frame: Frame, attribution: Attribution, published: Fact) -> Fact:
    """Return the day on which a statement was made, ISO, or an unknown fact.

    Only dates that belong to the telling count: those outside the content, and inside it those of
    an occasion ("during a January 10 briefing").
    """
    day = _day(published)
    first = max(0, attribution.cue.first - _REACH)
    for index in range(first, min(len(frame.tokens), attribution.cue.last + _REACH)):
        date = (
            _calendar_date(frame.tokens, index, day)
            or _weekday(frame.tokens, index, day)
            or _month_or_year(frame, attribution, index, day)
        )
        if date is not None and _tells_when(frame, attribution, date):
            how: Known = "stated" if date.stated else "inferred"
            how = how if date.value is not None else "unknown"
            return Fact(date.value, how, frame.span(date.first, date.last))
    return Fact()


def _day(published: Fact) -> dt.date | None:
    try:
        return dt.date.fromisoformat((published.value or "")[:10])
    except ValueError:
        return None


def _tells_when(frame: Frame, attribution: Attribution, date: _Date) -> bool:
    span = frame.span(date.first, date.last)
    following = frame.tokens[date.last].lower if date.last < len(frame.tokens) else ""
    if following in _OCCASIONS:
        return True
    return not any(content.overlaps(span) for content in attribution.content)


def _calendar_date(tokens: tuple[Token, ...], index: int, day: dt.date | None) -> _Date | None:
    """Return the date that starts at token `index` ("January 10, 2023", "10 January")."""
    month = _month(tokens[index])
    number = _number(tokens, index + 1) if month else _number(tokens, index)
    if month is None:
        month = _month(tokens[index + 1]) if number and index + 1 < len(tokens) else None
    if month is None or number is None or not 1 <= number <= 31:
        return None
    last = index + 2
    year = _year(tokens, last) or _year(tokens, last + 1)
    if year is not None:
        last += 1 if _year(tokens, last) else 2
    return _date(index, last, (year, month, number), day)


def _date(
    first: int, last: int, parts: tuple[int | None, int, int], day: dt.date | None
) -> _Date | None:
    year, month, number = parts
    try:
        if year is not None:
            return _Date(first, last, dt.date(year, month, number).isoformat(), stated=True)
        if day is None:
            return _Date(first, last, None, stated=False)
        date = dt.date(day.year, month, number)
        if date > day + _LATEST_PAST:
            date = dt.date(day.year - 1, month, number)
    except ValueError:
        return None
    return _Date(first, last, date.isoformat(), stated=False)


def _weekday(tokens: tuple[Token, ...], index: int, day: dt.date | None) -> _Date | None:
    """Return the latest such day not after publication ("on Friday", "yesterday")."""
    word = tokens[index].lower
    if day is None:
        told = word in _RELATIVE_DAYS or word in WEEKDAYS
        return _Date(index, index + 1, None, stated=False) if told else None
    if word in _RELATIVE_DAYS:
        value = day - dt.timedelta(days=_RELATIVE_DAYS[word])
        return _Date(index, index + 1, value.isoformat(), stated=False)
    before = tokens[index - 1].lower if index else ""
    if word not in WEEKDAYS or before == "next":
        return None
    back = (day.weekday() - WEEKDAYS.index(word)) % 7
    if before == "last" and back == 0:
        back = 7
    value = day - dt.timedelta(days=back)
    return _Date(index, index + 1, value.isoformat(), stated=False)


def _month_or_year(
    frame: Frame, attribution: Attribution, index: int, day: dt.date | None
) -> _Date | None:
    """Return the month or year of "said in March 2021 that" or "In March, X said"."""
    tokens = frame.tokens
    if index == 0 or tokens[index - 1].lower != "in":
        return None
    beside = index - 1 in (0, attribution.cue.last)
    if not beside:
        return None
    month = _month(tokens[index])
    year = _year(tokens, index + (month is not None))
    if year is not None and year >= _EARLIEST_YEAR:
        last = index + 1 + (month is not None)
        written = f"{year}-{month:02}" if month else f"{year}"
        return _Date(index, last, written, stated=True)
    if month is None:
        return None
    value = f"{day.year - (month > day.month)}-{month:02}" if day is not None else None
    return _Date(index, index + 1, value, stated=False)


def _month(token: Token) -> int | None:
    if not token.capital:
        return None
    word = token.lower.rstrip(".")
    return MONTHS.index(word) + 1 if word in MONTHS else _SHORT_MONTHS.get(word)


def _number(tokens: tuple[Token, ...], index: int) -> int | None:
    digits = tokens[index].text.rstrip("stndrh") if index < len(tokens) else ""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 3 else None


def _year(tokens: tuple[Token, ...], index: int) -> int | None:
    text = tokens[index].text if index < len(tokens) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None
