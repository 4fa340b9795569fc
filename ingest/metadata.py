"""What a page says about itself in its visible text, each fact with the span that it stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.article import Fact, Span, Voice
from ingest.bylines import author_alone, byline_names, is_name, is_post
from ingest.outlets import EMPLOYER_AFTER_NAME, is_outlet_name, outlet_of
from ingest.page_dates import dates_of
from ingest.phrases import SHORTCODE
from ingest.traits import name_beside_date
from ingest.voices.page import Row

_SOURCE = re.compile(r"^(?:source|quelle|fuente|fonte|kaynak|источник|bron)n?s?\b", re.IGNORECASE)
_URL = re.compile(
    r"^(?:url|link|source|canonical)?\s*:?\s*<?(https?://[^\s<>\"']{4,2000})>?$", re.I
)
_SITE_BEHIND = re.compile(r"(?P<title>[^|]{15,}?)\s\|\s(?P<site>[^|.!?]{2,40})")
_TITLE_WORDS = 4
_JOINTS = frozenset(["and", "&", "und", "et", "y", "e"])
NOT_KNOWN = Fact()


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page tells about itself."""

    title: Fact
    outlet: Fact
    byline: Fact
    published: Fact
    updated: Fact
    url: str | None
    section: Fact = NOT_KNOWN


def page_facts(rows: Sequence[Row], voices: Sequence[Voice], language: str) -> PageFacts:
    """Return the facts that the lines of a page state or support."""
    published, updated = dates_of(rows, voices, language)
    return PageFacts(
        title=_title(rows, voices),
        outlet=outlet_of(rows, voices),
        byline=_byline(rows, voices),
        published=published,
        updated=updated,
        url=_url(rows),
    )


def _with(rows: Sequence[Row], voices: Sequence[Voice], voice: Voice) -> Iterator[Row]:
    return (row for row, has in zip(rows, voices, strict=True) if has is voice)


def _title(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact:
    for row in _with(rows, voices, Voice.HEADLINE):
        title = _without_site(SHORTCODE.sub("", row.line.text).strip(), rows)
        at = row.line.text.find(title)
        start = row.line.span.start + at
        if title and at >= 0:
            return Fact(title, "stated", Span(start, start + len(title)))
        return Fact(row.line.text, "stated", row.line.span)
    return Fact()


def _without_site(title: str, rows: Sequence[Row]) -> str:
    """Return a title without the site's name, which a tab's title tells behind a bar.

    Other lines of the page name the site, too, or it is worded as newspapers are.
    """
    found = _SITE_BEHIND.fullmatch(title)
    if found is None or len(found["title"].split()) < _TITLE_WORDS:
        return title
    site = found["site"]
    again = any(site in row.line.text and title not in row.line.text for row in rows)
    return found["title"] if again or is_outlet_name(site) else title


def _byline(rows: Sequence[Row], voices: Sequence[Voice]) -> Fact:
    for row in _with(rows, voices, Voice.BYLINE):
        text = row.line.text
        if _SOURCE.match(text):
            continue
        alone = author_alone(text) or text
        who = byline_names(text) if row.traits.sign == "byline" else alone
        if who:
            return _with_others(rows, voices, row, EMPLOYER_AFTER_NAME.sub("", who))
    for row in _with(rows, voices, Voice.DATELINE):
        who = name_beside_date(row.line.text)
        if who:
            return _named(row, who)
    return Fact()


def _with_others(rows: Sequence[Row], voices: Sequence[Voice], row: Row, who: str) -> Fact:
    """Return the author with those whose names stand alone on the lines right below."""
    first = _named(row, who)
    names, last = [who], row
    at = next(i for i, one in enumerate(rows) if one is row) + 1
    while is_name(who) and at < len(rows):
        text = rows[at].line.text
        other = byline_names(text) if rows[at].traits.sign == "byline" else text
        if text.casefold() in _JOINTS:
            at += 1
            continue
        if voices[at] is not Voice.BYLINE or other is None or not _is_author(other):
            break
        if other not in names:
            names.append(other)
            last = rows[at]
        at += 1
    if len(names) == 1 or first.evidence is None:
        return first
    return Fact(", ".join(names), "stated", Span(first.evidence.start, last.line.span.end))


def _is_author(text: str) -> bool:
    return is_name(text) and not is_post(text) and not is_outlet_name(text)


def _named(row: Row, who: str) -> Fact:
    at = row.line.text.find(who)
    start = row.line.span.start + at
    # A name from both sides of a date is not one piece of the text.
    span = Span(start, start + len(who)) if at >= 0 else row.line.span
    return Fact(who, "stated", span)


def _url(rows: Sequence[Row]) -> str | None:
    """Return the address that some scrapers write on a line of its own above the page."""
    for row in rows[:3]:
        found = _URL.match(row.line.text)
        if found is not None:
            return found[1]
    return None
