"""The turns of an interview: lines that open with the speaker's name or initials and a colon."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.article import Voice
from ingest.voices.page import Row

_TURN = re.compile(r"(?P<who>[^\W\d_a-zß-öø-ÿ][^:.!?|]{0,40}?)\s?:\s+\S")
_ENDS = frozenset({"related", "comments", "reply_form", "legal"})
_LEAST_TURNS = 2
"""Turns that the text has of one speaker, before another one is known for theirs."""


def mark_turns(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Give the article the turns that the site's notices cut off from it.

    Below its last paragraph a turn must be a sentence, and teasers or comments end them.
    """
    told = [i for i, voice in enumerate(voices) if voice is Voice.NARRATION]
    speakers = Counter(_speaker(rows[i]) for i in told)
    for position in range(told[0], len(rows)) if told else ():
        if position > told[-1] and rows[position].traits.sign in _ENDS:
            break
        who = _speaker(rows[position])
        known = who and speakers[who] >= _LEAST_TURNS and not rows[position].traits.sign
        known = known and (position < told[-1] or rows[position].traits.ends)
        if known and voices[position] is Voice.FURNITURE and not rows[position].repeated:
            voices[position] = Voice.NARRATION


def _speaker(row: Row) -> str:
    found = None if row.line.marker else _TURN.match(row.line.text)
    return found["who"] if found else ""
