"""Pages that are told in entries: an hour alone on its line, a heading, some paragraphs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.article import ARTICLE_VOICES, Voice
from ingest.voices.page import WITHIN_ENTRY, Row, entries

_LONGEST_HEAD, _LEAST_OWN, _NOON = 24, 3, 12
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[.:h](?P<minute>\d\d))?\s?(?:(?P<half>[ap])\.?m)?", re.I)


def mark_entries(rows: Sequence[Row], voices: list[Voice], rules: Sequence[Voice]) -> None:
    """Make hours datelines and what heads their entries subheads, where the text is the article's.

    An entry's author, too, may stand alone below the hour. Where the page's other entries are the
    article's, one is that the `rules` alone gave to it, or whose hour goes on in their order.
    """
    own: list[int] = []
    for hour in entries(rows):
        told = next((i for i in range(hour + 1, len(rows)) if _told(rows[i])), hour)
        if told > hour + WITHIN_ENTRY:
            continue
        minute = _minute(rows[hour].line.text)
        known = bool(own) and rules[told] is Voice.NARRATION
        if voices[told] is Voice.FURNITURE and (known or _goes_on(own, minute)):
            for position in _paragraphs(rows, told):
                voices[position] = Voice.NARRATION
        if voices[told] not in ARTICLE_VOICES:
            continue
        own.append(minute)
        voices[hour] = Voice.DATELINE
        for position in range(hour + 1, told):
            traits = rows[position].traits
            if traits.name_like and position > hour + 1:
                voices[position] = Voice.BYLINE
            elif _heads(rows[position]):
                voices[position] = Voice.SUBHEAD
        _sign_entry(rows, voices, told)


def _sign_entry(rows: Sequence[Row], voices: list[Voice], told: int) -> None:
    """Find the entry's author, whose name alone touches the last of its paragraphs."""
    below = _paragraphs(rows, told).stop
    named = below < len(rows) and rows[below].traits.name_like and not rows[below].traits.sign
    if named and not rows[below].line.blanks_before:
        ends = below + 1 == len(rows) or rows[below].line.blanks_after > 0
        if ends or rows[below + 1].traits.sign in {"interface", "reply_mark", "dateline"}:
            voices[below] = Voice.BYLINE


def _paragraphs(rows: Sequence[Row], told: int) -> range:
    """Return the paragraphs that touch one another from `told` on."""
    stop = told + 1
    while stop < len(rows) and _told(rows[stop]) and not rows[stop].line.blanks_before:
        stop += 1
    return range(told, stop)


def _minute(hour: str) -> int:
    """Return the minute of the day that the hour of an entry tells."""
    found = _CLOCK.match(hour)
    if found is None:
        return 0
    late = 12 if (found["half"] or "").casefold() == "p" and int(found["hour"]) < _NOON else 0
    return 60 * (int(found["hour"]) + late) + int(found["minute"] or 0)


def _goes_on(own: Sequence[int], minute: int) -> bool:
    """Return whether the page's entries go one way in time, and one of this minute goes on."""
    steps = [after - before for before, after in pairwise((*own, minute))]
    one_way = all(step <= 0 for step in steps) or all(step >= 0 for step in steps)
    return len(own) >= _LEAST_OWN and one_way


def _heads(row: Row) -> bool:
    short = row.traits.title_like or row.traits.words == 1
    return short and not row.traits.sign and row.traits.words <= _LONGEST_HEAD


def _told(row: Row) -> bool:
    return row.traits.prose and not row.traits.sign
