"""What closes a report without a sentence: line-ups, facts of a match, a rate of exchange."""

import re
from collections.abc import Sequence

from ingest.article import Voice
from ingest.voices.page import Row

_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:;,.!?|]{1,30}):\s(?P<told>\S.*)", re.DOTALL)
_CUT = re.compile(r"[;,]\s+|\s[-–]\s")
_NAMED = re.compile(
    r"(?:\d{1,2}[.\s]\s?)?[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){0,3}"
    r"(?:\s\([^()]{1,40}\))?[.;]?"
)
_RATE = re.compile(r"\([$€£¥]\s?1\s?=\s?[^()=]{2,50}\)")
_OTHERS = frozenset({"related", "closing", "ticker", "comments", "reply_form", "reply_mark"})
_LEAST_NAMES, _SHARE, _LEAST_CUTS, _MOST_WORDS, _BELOW = 9, 0.8, 2, 60, 4


def mark_line_ups(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Give the article the line-ups right below its text, and the labelled lines that touch them.

    None where the heading of a list of teasers or of comments stands between.
    """
    told = max((i for i, voice in enumerate(voices) if voice is Voice.NARRATION), default=None)
    if told is None:
        return
    below = range(told + 1, min(len(rows), told + 1 + _BELOW))
    first = next((i for i in below if rows[i].traits.sign in _OTHERS or _closes(rows[i])), None)
    if is_line_up(rows[told].line.text):
        first = told
    if first is None or rows[first].traits.sign in _OTHERS:
        return
    for position in range(first, len(rows)):
        row = rows[position]
        touches = position == first or not row.line.blanks_before
        form = _closes(row) or (position > first and _labelled(rows, position))
        if row.traits.sign or row.repeated or not form or not (touches or _closes(row)):
            return
        if voices[position] is Voice.FURNITURE:
            voices[position] = Voice.NARRATION


def _closes(row: Row) -> bool:
    return is_line_up(row.line.text) or _RATE.fullmatch(row.line.text) is not None


def _labelled(rows: Sequence[Row], position: int) -> bool:
    """Return whether a line of a line-up's neighbourhood has a label."""
    if position >= len(rows) or rows[position].traits.words > _MOST_WORDS:
        return False
    return _LABELLED.fullmatch(rows[position].line.text) is not None


def is_line_up(text: str) -> bool:
    """Return whether `text` is a label and a list of names, as many as a team has or in rows."""
    found = _LABELLED.fullmatch(text)
    if found is None:
        return False
    names = [name.strip() for name in _CUT.split(found["told"]) if name.strip()]
    if len(names) < _LEAST_NAMES and found["told"].count(";") < _LEAST_CUTS:
        return False
    return sum(1 for name in names if _NAMED.fullmatch(name)) >= _SHARE * len(names)
