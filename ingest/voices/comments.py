"""Where readers speak: headed sections, numbered lists of comments, and runs of reply marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.phrases import COMMENTS_AHEAD
from ingest.traits import says_who
from ingest.voices.page import Row, conversational

_AGO = re.compile(
    r"\b\d{1,2}\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b|\bvor\s+\d{1,2}\s+\w+"
    r"|\bil y a \d{1,2}\b|\bhace \d{1,2}\b|\b\d{1,2}\s+\w+\s+(?:fa|önce|назад|geleden|temu)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:says|said on|wrote|sagte?|schrieb|dit|dice|пишет)\s?:"
    r"|\b(?:Reply|Antworten|Répondre|Responder|Ответить)\b"
)
_LEAST_PACKED = 2
_LEAST_BEFORE = 30
"""Words of prose that a page has before its readers speak."""
_NEAR = 14
_TALK = 0.045
"""Personal and loud words per word, above which a text is talk rather than report."""


@dataclass(frozen=True, slots=True)
class CommentSection:
    """The stretch of a page that readers wrote, as positions of rows."""

    rows: range
    found_by: str


def comment_section(rows: Sequence[Row]) -> CommentSection | None:
    """Return the first section of readers' comments, or None if the page shows none."""
    before = 0
    for position, row in enumerate(rows):
        if before >= _LEAST_BEFORE:
            found_by = _opens(rows, position)
            if found_by:
                return CommentSection(range(position, _end(rows, position)), found_by)
        if row.traits.prose and not row.traits.sign:
            before += row.traits.words
    return None


def _opens(rows: Sequence[Row], position: int) -> str:
    row = rows[position]
    if row.traits.sign in {"comments", "reply_form"}:
        return "heading" if _evidence(rows, position + 1) >= 2 else ""
    if row.line.numbered and row.line.marker.strip("().") == "1" and row.traits.words >= 8:
        return "list" if _is_comment_list(rows, position) else ""
    if _marks(row) and _run_of_marks(rows, position):
        return "marks"
    return "packed" if _is_packed(row) else ""


def _is_packed(row: Row) -> bool:
    """Return whether one line holds a heading of comments and comments with their marks."""
    text = row.line.text
    if COMMENTS_AHEAD.match(text) is None:
        return False
    return len(_WITHIN.findall(text)) + len(_AGO.findall(text)) >= _LEAST_PACKED


def _marks(row: Row) -> bool:
    if row.traits.words > 20:
        return False
    if row.traits.sign == "reply_mark":
        return row.traits.folded.split()[0] not in {"link", "like", "report", "flag", "quote"}
    return says_who(row.line.text) or _AGO.search(row.line.text) is not None


def _run_of_marks(rows: Sequence[Row], position: int) -> bool:
    """Return whether marks and talk alternate from here on."""
    near = rows[position : position + _NEAR]
    marks = sum(1 for row in near if _marks(row))
    prose = " ".join(row.line.text for row in near if row.traits.words >= 6)
    return marks >= 2 and len(prose.split()) >= 10 and conversational(prose) >= _TALK / 2


def _evidence(rows: Sequence[Row], position: int) -> float:
    """Return how strongly the lines from `position` on look like comments (2 is enough)."""
    near = rows[position : position + 2 * _NEAR]
    stop = next((i for i, row in enumerate(near) if row.traits.sign == "closing"), len(near))
    near = near[:stop]
    marks = sum(1.0 for row in near if _marks(row))
    dates = sum(0.5 for row in near if row.traits.sign in {"dateline", "byline"})
    prose = [row.line.text for row in near if row.traits.words >= 6 and not row.traits.sign]
    if not prose:
        return 0.0
    talk = 2.0 if conversational(" ".join(prose)) >= _TALK else 0.0
    return marks + dates + talk


def _is_comment_list(rows: Sequence[Row], position: int) -> bool:
    indent = rows[position].line.indent
    items = 1
    nested = words = 0
    texts: list[str] = []
    for row in rows[position : position + 80]:
        if row.line.indent < indent or (row.line.indent == indent and not row.line.marker):
            break
        if row.line.indent == indent and row.line.marker:
            items += 1
        elif row.line.marker and row.traits.words >= 8:
            nested += 1
        words += row.traits.words
        texts.append(row.line.text)
    score = 2.0 if conversational(" ".join(texts)) >= _TALK else 0.0
    score += 1.0 if nested else 0.0
    score += 1.0 if words / items >= 30 else 0.0
    score += 1.5 if _after_the_author(rows, position) else 0.0
    return items >= 2 and score >= 3.0


def _after_the_author(rows: Sequence[Row], position: int) -> bool:
    """Return whether a name alone stands shortly before: the author's box ends an article."""
    return any(
        row.traits.name_like and not row.line.marker
        for row in rows[max(0, position - 6) : position]
    )


def _end(rows: Sequence[Row], start: int) -> int:
    """Return where the section stops: after its last comment, before the site's footer."""
    last = start
    quiet = 0
    closed = False
    for position in range(start + 1, len(rows)):
        row = rows[position]
        if row.traits.sign in {"closing", "related"}:
            closed = True
        talks = _marks(row) or (row.traits.prose and row.traits.sign not in {"legal", "read_more"})
        if closed:
            talks = _marks(row) and _run_of_marks(rows, position)
        if talks or (row.line.numbered and not closed):
            last, quiet, closed = position, 0, False
        else:
            quiet += 1
            if quiet > 2 * _NEAR:
                break
    return last + 1
