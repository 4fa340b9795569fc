"""What a web page says about itself: its head, its visible text, and htmldate's search."""

import datetime as dt
import re
from dataclasses import replace
from urllib.parse import urlsplit

from ingest.article import Fact, Span
from ingest.bylines import is_name
from ingest.dates import find_dates
from ingest.markup.authors import as_text_has_it, authors_of, letters_of
from ingest.markup.declared import Declared
from ingest.markup.extraction import Extraction
from ingest.metadata import PageFacts
from ingest.outlets import is_outlet_name
from ingest.times import clock

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?))?"
)
_EARLY, _LATE = 9, 14
"""Until this hour of UTC it is still the day before in the Americas; from this hour on it is
already the day after in the east of Asia."""
_SEARCHED = 4_000
"""Letters of a text's beginning in which a name or a date is looked for as evidence."""


def markup_facts(
    seen: PageFacts, said: Declared, extraction: Extraction, text: str, language: str
) -> PageFacts:
    """Return the facts of a web page.

    Args:
        seen: what the visible lines state.
        said: what the page's head declares.
        extraction: trafilatura's reading.
        text: the rendered text, for evidence.
        language: of the article.

    """
    return replace(
        seen,
        title=seen.title if seen.title.value else _named(extraction.title, text),
        outlet=_named(extraction.site, text) if extraction.site else seen.outlet,
        byline=_byline(seen.byline, said, extraction, text),
        published=_published(seen, said, extraction.date, text, language),
        updated=_declared_date(said.updated, language) or seen.updated,
        section=Fact(said.section or extraction.section, "stated")
        if said.section or extraction.section
        else Fact(),
        url=seen.url or extraction.url,
    )


def _named(value: str | None, text: str) -> Fact:
    if not value:
        return Fact()
    start = text.find(value)
    evidence = Span(start, start + len(value)) if start >= 0 else None
    return Fact(value, "stated", evidence)


def _byline(seen: Fact, said: Declared, extraction: Extraction, text: str) -> Fact:
    """Return the author that the head or the markup names, as the visible line writes the name."""
    host = urlsplit(extraction.url or "").hostname or ""
    sites = [*said.sites, extraction.site or "", host]
    author = authors_of(extraction.author, said.persons, said.authors, sites)
    if author is None:
        # A site may bear its author's name.
        alone = extraction.author or ""
        of_site = is_name(alone) and not is_outlet_name(alone) and not seen.value
        return _named(alone, text) if of_site else seen
    if seen.value and letters_of(seen.value) == letters_of(author):
        return seen
    return _named(as_text_has_it(author, text), text)


def _published(
    seen: PageFacts, said: Declared, found: str | None, text: str, language: str
) -> Fact:
    """Return the date that the head declares, else the one in view, else the one searched for.

    A time declared in UTC may fall on another day than the one that the page's own clock shows;
    where the search finds that day, it is the date. A day alone gains the time in view.
    """
    head = _declared_date(said.published, language)
    if head is None and seen.published.how == "stated":
        return seen.published
    searched = _searched(found, text, language)
    if head is None:
        chosen = searched if searched.value else seen.published
    else:
        chosen = searched if _is_local_day(searched.value, head.value) else head
    in_view = seen.published.value or ""
    return seen.published if chosen.value and in_view.startswith(f"{chosen.value}T") else chosen


def _is_local_day(local: str | None, declared: str | None) -> bool:
    """Return whether `local` is the neighbouring day that some clocks show at a time in UTC."""
    if local is None or declared is None or not declared.endswith("+00:00"):
        return False
    moment = dt.datetime.fromisoformat(declared)
    days = (dt.date.fromisoformat(local) - moment.date()).days
    return (moment.hour < _EARLY and days == -1) or (moment.hour >= _LATE and days == 1)


def _declared_date(written: str | None, language: str) -> Fact | None:
    if not written:
        return None
    iso = _ISO.fullmatch(written.strip())
    if iso is not None:
        day, time = iso.groups()
        return Fact(day + clock(time or ""), "stated") if _is_day(day) else None
    mentions = find_dates(written, language)
    return Fact(mentions[0].iso, "stated") if mentions else None


def _is_day(iso: str) -> bool:
    try:
        return 1900 <= dt.date.fromisoformat(iso).year <= 2100
    except ValueError:
        return False


def _searched(found: str | None, text: str, language: str) -> Fact:
    if not found:
        return Fact()
    for mention in find_dates(text[:_SEARCHED], language):
        if mention.day == found:
            return Fact(found, "stated", mention.span)
    # A first of January that stands nowhere is a year that was filled up to a date.
    return Fact() if found.endswith("-01-01") else Fact(found, "stated")
