"""Dates as pages write them, found by shape and read by dateparser."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.article import Span
from ingest.times import TIME, clock

_AT = r"(?:at|um|à|a\ las|alle|ore|às|om|kl\.?|в|saat)"
_AFTER = rf"(?:[\s,|/–—•·T-]{{1,4}}{_AT}?\s*{TIME})?"
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?|mo|di|mi|do|fr|sa|so"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche)\.?,?\s+"
)
_BEFORE = rf"(?:{TIME}[\s,|/–—•·-]{{1,4}}(?:on\s+)?(?:{_WEEKDAY})?)?"
_MONTH = r"[^\W\d_]{3,12}\.?"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"""(?:(?<![\w/.:-])|(?<=(?-i:[a-zà-ÿ]{{3}}))){_BEFORE}(?:
      (?P<iso>{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}})
    | (?P<numeric>\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?(?:{_YEAR}|\d\d(?!\d)))
    | (?P<day_first>\d{{1,2}}(?:st|nd|rd|th|er|\.|º|ª)?\s+(?:of\s+|de\s+|d['’])?{_MONTH},?
        \s+(?:de\s+|del\s+|of\s+)?{_YEAR})
    | (?P<month_first>{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR})
    | (?P<east>{_YEAR}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日)
    )(?=T\d\d:|[^\w/]|$){_AFTER}""",
    re.VERBOSE | re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"\b(?:published|posted|released|veröffentlicht|erstellt|publié|mis en ligne|publicad[oa]"
    r"|pubblicat[oa]|gepubliceerd|geplaatst|yayın\w*|опубликован\w*|opublikowan\w*)\b",
    re.IGNORECASE,
)
"""What stands before the day on which a page was published, as the page words it."""
_DIGIT = re.compile(r"\d")
# Asked for by name: dateparser takes a second to try every language that it knows.
_COMMON = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "tr", "pl", "ar")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A full date in a text."""

    span: Span
    written: str
    iso: str
    """ISO 8601: a date, or date and time (with its zone) where a time is written."""

    @property
    def day(self) -> str:
        """The date alone (`2023-09-25`)."""
        return self.iso[:10]


def find_dates(text: str, language: str = "en", offset: int = 0) -> tuple[DateMention, ...]:
    """Return the full dates in `text`; their spans are moved by `offset`."""
    return tuple(_mentions(text, language, offset))


def find_day(text: str, day: str, language: str = "en") -> Span | None:
    """Return where `text` first tells the date `day` (ISO); none if it does not."""
    year = day[2:4]
    for found in _DATE.finditer(text):
        other = found.group().isascii() and year not in found.group()
        if not other and (_read(found, language) or "")[:10] == day:
            return Span(found.start(), found.end())
    return None


def has_date(text: str) -> bool:
    """Return whether `text` has something of a date's shape (cheap, before any parsing)."""
    return _DIGIT.search(text) is not None and _DATE.search(text) is not None


def without_dates(text: str) -> str:
    """Return `text` with everything of a date's shape taken out."""
    return _DATE.sub(" ", text)


def _mentions(text: str, language: str, offset: int) -> Iterator[DateMention]:
    for found in _DATE.finditer(text):
        iso = _read(found, language)
        if iso is not None:
            span = Span(offset + found.start(), offset + found.end())
            yield DateMention(span, found.group(), iso)


def _read(found: re.Match[str], language: str) -> str | None:
    part = next(name for name, value in found.groupdict().items() if value)
    written = _ORDINAL.sub("", found[part])
    order = "MDY" if language == "en" and "/" in written else "DMY"
    if found["iso"] or found["east"]:
        order = "YMD"
    day = _parsed(written, language, order)
    if day is None or not 1900 <= day.year <= 2100:
        return None
    after, before = (
        found.string[found.end(part) : found.end()],
        found.string[found.start() : found.start(part)],
    )
    return day.isoformat() + (clock(after) or clock(before))


@lru_cache(1024)
def _parsed(written: str, language: str, order: str) -> dt.date | None:
    """Return the day that is written, with its parts in this order where all are numbers.

    It is remembered: a page tells its day several times, and each reading takes a millisecond.
    """
    import dateparser  # slow to import

    languages = _COMMON if language == "und" else tuple(dict.fromkeys((language, "en")))
    try:
        moment = dateparser.parse(
            written,
            languages=list(languages),
            settings={
                "DATE_ORDER": order,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "PARSERS": ["absolute-time"],
            },
        )
    except (ValueError, OverflowError):
        return None  # dateparser does not know the language, or the number is no date
    return moment.date() if moment is not None else None
