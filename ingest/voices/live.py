"""Pages that are told in entries: an hour alone on its line, a heading, some paragraphs."""

from collections.abc import Sequence

from ingest.article import ARTICLE_VOICES, Voice
from ingest.voices.page import WITHIN_ENTRY, Row, entries

_LONGEST_HEAD = 24


def mark_entries(rows: Sequence[Row], voices: list[Voice], rules: Sequence[Voice]) -> None:
    """Make hours datelines and what heads their entries subheads, where the text is the article's.

    An entry's author, too, may stand alone below the hour. Where the page's other entries are the
    article's, one is that the `rules` alone gave to it.
    """
    own = 0
    for hour in entries(rows):
        told = next((i for i in range(hour + 1, len(rows)) if _told(rows[i])), hour)
        if told > hour + WITHIN_ENTRY:
            continue
        if own and voices[told] is Voice.FURNITURE and rules[told] is Voice.NARRATION:
            voices[told] = Voice.NARRATION
        if voices[told] not in ARTICLE_VOICES:
            continue
        own += 1
        voices[hour] = Voice.DATELINE
        for position in range(hour + 1, told):
            traits = rows[position].traits
            if traits.name_like and position > hour + 1:
                voices[position] = Voice.BYLINE
            elif _heads(rows[position]):
                voices[position] = Voice.SUBHEAD


def _heads(row: Row) -> bool:
    short = row.traits.title_like or row.traits.words == 1
    return short and not row.traits.sign and row.traits.words <= _LONGEST_HEAD


def _told(row: Row) -> bool:
    return row.traits.prose and not row.traits.sign
