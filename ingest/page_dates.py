"""When a page was published and updated, read off its visible lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.article import Fact, Voice
from ingest.dates import PUBLISHED, DateMention, find_dates, has_date
from ingest.voices.page import Row

_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|aktualisiert|geändert|bearbeitet|mis à jour|modifié"
    r"|actualizad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|güncelle\w*|обновлен\w*|zaktualizowan\w*)\b",
    re.IGNORECASE,
)
_NEAR_TITLE = 12
"""Lines from the title within which a date standing alone is the page's own."""
_OPENING, _TOP = 160, 12
_PLACED = re.compile(r"^[^\W\d_][^.!?\n]{0,60}?[,(]\s*(?:[A-Z][a-z]{2,8},?\s)?$")
"""What stands before the day that opens a report: a place, maybe a weekday."""
_DASH = re.compile(r"^\)?[^\w.]{0,3}(?:[(/][^()/\n]{2,40}[)/])?[\s,]*(?:--|[-–—:])\s")
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)\b")
_HEAD_WORDS = 10
_MONTHS = 12
_TOLD = frozenset({Voice.NARRATION, Voice.STANDFIRST})


def dates_of(rows: Sequence[Row], voices: Sequence[Voice], language: str) -> tuple[Fact, Fact]:
    """Return when the page was published and when it was updated, as its lines tell."""
    published = updated = Fact()
    head = next((i for i, voice in enumerate(voices) if voice is Voice.HEADLINE), None)
    for position, row in enumerate(rows):
        if voices[position] is not Voice.DATELINE:
            continue
        near = head is None or abs(position - head) <= _NEAR_TITLE
        for mention in find_dates(row.line.text, language, row.line.span.start):
            before = row.line.text[: mention.span.start - row.line.span.start]
            if _UPDATED.search(before):
                updated = updated if updated.value else _stated(mention)
            elif not published.value or (near and published.how == "inferred"):
                published = _read_off(mention, rows, language)
                masthead = head is not None and position < head and not PUBLISHED.search(before)
                if masthead or not near:
                    published = replace(published, how="inferred")
    for look in (_in_bylines, _in_opening, _at_top):
        if not published.value:
            published = look(rows, voices, language)
    if not published.value and updated.value:
        # A page that tells one day only was there on that day.
        published = replace(updated, value=updated.value[:10], how="inferred")
    return published, updated


def _in_bylines(rows: Sequence[Row], voices: Sequence[Voice], language: str) -> Fact:
    for row in _bylines(rows, voices):
        for mention in find_dates(row.line.text, language, row.line.span.start):
            return _read_off(mention, rows, language)
    return Fact()


def _in_opening(rows: Sequence[Row], voices: Sequence[Voice], language: str) -> Fact:
    """Read the place and day that open the text ("ORLE, 2 May 2024 – …")."""
    told = (i for i, voice in enumerate(voices) if voice in _TOLD and not rows[i].line.marker)
    first = next(told, None)
    if first is None:
        return Fact()
    line = rows[first].line
    opening = line.text[:_OPENING]
    if not has_date(opening):
        return Fact()
    for mention in find_dates(opening, language, line.span.start):
        begin, end = mention.span.start - line.span.start, mention.span.end - line.span.start
        if _PLACED.match(opening[:begin]) and _DASH.match(opening[end:]):
            return _stated(mention)
        return Fact()
    return Fact()


def _at_top(rows: Sequence[Row], voices: Sequence[Voice], language: str) -> Fact:
    """Infer the day from a short line above the text: a masthead's may be that of the saving."""
    for row, voice in zip(rows[:_TOP], voices[:_TOP], strict=True):
        if voice in _TOLD:
            return Fact()
        short = row.traits.words <= _HEAD_WORDS and not row.line.marker
        if short and has_date(row.line.text) and not _UPDATED.search(row.line.text):
            for mention in find_dates(row.line.text, language, row.line.span.start):
                return replace(_stated(mention), how="inferred")
    return Fact()


def _read_off(mention: DateMention, rows: Sequence[Row], language: str) -> Fact:
    """Return the date, inferred where day and month could be swapped for all the page tells.

    English writes both orders with a slash; a date of the page that has one order only tells.
    """
    found = _SLASHED.search(mention.written)
    if found is None or language != "en" or found[1] == found[2]:
        return _stated(mention)
    first, second = int(found[1]), int(found[2])
    if max(first, second) > _MONTHS:
        return _stated(mention)
    others = [(int(one), int(other)) for one, other in _slashed(rows)]
    if any(one > _MONTHS for one, _ in others):
        day_first = f"{mention.iso[:4]}-{second:02}-{first:02}{mention.iso[10:]}"
        return Fact(day_first, "stated", mention.span)
    told = any(other > _MONTHS for _, other in others)
    return Fact(mention.iso, "stated" if told else "inferred", mention.span)


def _slashed(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if "/" in row.line.text:
            yield from _SLASHED.findall(row.line.text)


def _stated(mention: DateMention) -> Fact:
    return Fact(mention.iso, "stated", mention.span)


def _bylines(rows: Sequence[Row], voices: Sequence[Voice]) -> Iterator[Row]:
    return (row for row, has in zip(rows, voices, strict=True) if has is Voice.BYLINE)
