"""Which lines around an article tell who wrote it and when.

A name or a day belongs to the article where it stands in its title block or right below its last
paragraph. Further away it is a teaser's, a menu's or a button's.
"""

from collections.abc import Sequence

from ingest.article import Voice
from ingest.dates import PUBLISHED
from ingest.voices.page import Row

_ABOVE, _BELOW_TITLE = 4, 14
_SIGNED = 6
"""Lines below the last paragraph within which a line that says "by" or tells a day is the
article's. A name alone must stand right below it, or below such a line."""
_TITLE_WORDS, _CREDIT_WORDS = 4, 5
_CREDITS = frozenset({Voice.BYLINE, Voice.DATELINE})
_TOLD = frozenset({Voice.NARRATION, Voice.STANDFIRST})
_OTHERS = frozenset({"related", "closing", "ticker", "read_more", "comments"})


def settle_credits(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Give the article the credits of its title block, and those that are not its own to the site.

    What has the form of a name and stands alone between two paragraphs is most often a button.
    """
    told = [i for i, voice in enumerate(voices) if voice in _TOLD and rows[i].traits.prose]
    if not told:
        return
    head = next((i for i, voice in enumerate(voices) if voice is Voice.HEADLINE), None)
    first, last = told[0], told[-1]
    top = first if head is None else min(head, first)
    _title_block(rows, voices, top, first)
    for position in range(top + 1, min(len(rows), top + _BELOW_TITLE + 1)):
        if _pictured(rows, voices, position):
            voices[position] = Voice.BYLINE
    end = _end_of_text(rows, last)
    last = _told_until_credit(rows, voices, last, end)
    for position, voice in enumerate(voices):
        if position < top and voice in _CREDITS and rows[position].line.text.startswith("The "):
            # A masthead's name, not an author's.
            voices[position] = Voice.FURNITURE
        if voice not in _CREDITS or top - _ABOVE <= position < first:
            continue
        signed = rows[position].traits.sign in {"byline", "dateline"}
        near = last + _SIGNED
        if not PUBLISHED.match(rows[position].line.text):
            near = min(end, near) if signed else last + 1
        loose = position > near and not (voices[position - 1] in _CREDITS and not signed)
        between = first <= position < last and not signed and not _beside_credit(rows, position)
        if position < first or loose or between:
            voices[position] = Voice.FURNITURE


def _told_until_credit(rows: Sequence[Row], voices: list[Voice], last: int, end: int) -> int:
    """Give the article what stands between its text and the credit in brackets that ends it.

    Returns where its text now ends.
    """
    credit = range(last + 1, min(end, len(rows), last + _SIGNED + 1))
    signed = next((i for i in credit if _closes(rows[i])), None)
    if signed is None:
        return last
    for position in range(last + 1, signed):
        traits = rows[position].traits
        item = bool(rows[position].line.marker) and traits.words >= _TITLE_WORDS
        if (item or traits.prose) and not traits.sign and not rows[position].repeated:
            voices[position] = Voice.NARRATION
            last = position
    return last


def _closes(row: Row) -> bool:
    return row.traits.sign == "byline" and row.line.text.startswith(("(", "Reporting by"))


def _end_of_text(rows: Sequence[Row], last: int) -> int:
    """Return the last position below the text before the title of another one, or its heading."""
    for position in range(last + 1, min(len(rows), last + _SIGNED + 1)):
        traits = rows[position].traits
        titled = traits.title_like and traits.words >= _TITLE_WORDS and not traits.sign
        titled = titled and not rows[position].line.marker
        if traits.sign in _OTHERS or (titled and not traits.name_like and not traits.credited):
            return position
    return len(rows)


def _title_block(rows: Sequence[Row], voices: list[Voice], top: int, first: int) -> None:
    """Find credits right above the title, and between it and the first paragraph."""
    for position in range(top + 1, min(first, top + _BELOW_TITLE + 1)):
        if rows[position].traits.sign in _OTHERS:
            break
        _credit(rows, voices, position)
    for position in range(top - 1, max(-1, top - _ABOVE), -1):
        traits = rows[position].traits
        other = traits.title_like and traits.words >= _TITLE_WORDS
        if other and traits.sign not in {"byline", "dateline"}:
            break
        _credit(rows, voices, position)


def _pictured(rows: Sequence[Row], voices: Sequence[Voice], position: int) -> bool:
    """Return whether a line touches the author's and names who took the pictures."""
    row = rows[position]
    beside = position > 0 and voices[position - 1] is Voice.BYLINE and not row.line.blanks_before
    return beside and row.traits.credited and row.traits.words <= _CREDIT_WORDS


def _credit(rows: Sequence[Row], voices: list[Voice], position: int) -> None:
    sign = rows[position].traits.sign
    if voices[position] is Voice.FURNITURE and sign in {"byline", "dateline"}:
        voices[position] = Voice.BYLINE if sign == "byline" else Voice.DATELINE


def _beside_credit(rows: Sequence[Row], position: int) -> bool:
    beside = rows[max(0, position - 1) : position + 2]
    return any(row.traits.sign in {"byline", "dateline"} for row in beside)
