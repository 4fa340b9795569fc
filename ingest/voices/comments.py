"""Where readers speak: headed sections, numbered lists of comments, and runs of reply marks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.phrases import COMMENTS, COMMENTS_AHEAD, fold
from ingest.posts import (
    is_age,
    is_moment,
    is_signed,
    marks_within,
    names_and_dates,
    opens_with_author,
    posts_within,
    speaks,
    tells_ago,
)
from ingest.traits import Traits, says_who
from ingest.voices.page import Row, conversational

_LEAST_PACKED = 2
_LEAST_BEFORE = 30
"""Words of prose that a page has before its readers speak."""
_NEAR = 14
_TALK = 0.045
"""Personal and loud words per word, above which a text is talk rather than report."""
_BUTTONS_ALONE = frozenset({"link", "like", "report", "flag", "quote"})
"""Buttons that stand below articles as well as below comments."""
_COUNTED = re.compile(
    r"[^.!?:\d]{2,40}\s?(?:[·•|]\s?(?P<behind>\d{1,4})|[(\[](?P<inside>\d{1,4})[)\]])"
)
_FORM_ABOVE = 12
"""Lines below the heading within which a form to write in stands above the comments."""
_NO_TALK = frozenset({"legal", "read_more", "reply_form", "promo", "interface"})
_LEAST_SPOKEN = 3
_LABEL_WORDS, _NAME_WORDS, _POST_WORDS, _WORDS, _TWICE = 5, 5, 4, 3, 2


@dataclass(frozen=True, slots=True)
class CommentSection:
    """The stretch of a page that readers wrote, as positions of rows."""

    rows: range
    found_by: str


def comment_section(rows: Sequence[Row]) -> CommentSection | None:
    """Return the first section of readers' comments, or None if the page shows none.

    A heading may be a link to the comments: one below which nobody is heard counts only where no
    other section follows.
    """
    before = 0
    silent = None
    for position, row in enumerate(rows):
        if before >= _LEAST_BEFORE and (silent is None or position >= silent.rows.stop):
            found_by = _opens(rows, position)
            if found_by:
                stretch = range(position, _end(rows, position, found_by))
                section = CommentSection(stretch, found_by)
                if any(_speaks(rows[i]) for i in stretch[1:]) or found_by != "heading":
                    return section if silent is None or found_by == "heading" else silent
                silent = silent or section
        if row.traits.prose and not row.traits.sign:
            before += row.traits.words
    return silent


def _speaks(row: Row) -> bool:
    return _marks(row) or names_and_dates(row.line.text) or _whole_posts(row) > 0


def _opens(rows: Sequence[Row], position: int) -> str:
    row = rows[position]
    if row.traits.sign in {"comments", "reply_form"}:
        return "heading" if _evidence(rows, position + 1) >= 2 else ""
    if _is_thread(row.line.text):
        return "line"
    if _counts_posts(rows, position):
        return "count"
    if _COUNTED.fullmatch(row.line.text) and _has_feet(rows[position + 1 : position + _NEAR]):
        return "heading"
    if row.line.numbered and row.line.marker.strip("().") == "1" and row.traits.words >= 8:
        return "list" if _is_comment_list(rows, position) else ""
    if _marks(row) and _run_of_marks(rows, position):
        return "marks"
    return "packed" if _is_packed(row) else ""


def _is_packed(row: Row) -> bool:
    """Return whether one line holds a heading of comments and comments with their marks."""
    text = row.line.text
    return COMMENTS_AHEAD.match(text) is not None and marks_within(text) >= _LEAST_PACKED


def _marks(row: Row) -> bool:
    if row.traits.words > 20:
        return False
    if row.traits.sign == "reply_mark":
        words = re.findall(r"[^\W\d_]+", row.traits.folded)
        return not words or not _BUTTONS_ALONE.issuperset(words)
    return says_who(row.line.text) or tells_ago(row.line.text)


def _counts_votes(row: Row) -> bool:
    """Return whether a line is a button with a count ("Like 14"), which tells below a heading."""
    return row.traits.sign == "reply_mark" and any(map(str.isdigit, row.traits.folded))


def _is_thread(text: str) -> bool:
    """Return whether one line holds a heading of comments, a colon and two posts or more."""
    label, colon, _ = text[:400].partition(":")
    if not colon or len(label.split()) > _LABEL_WORDS or not COMMENTS.match(fold(label)):
        return False
    return len(posts_within(text[len(label) + 1 :].lstrip())) > 1


def _has_feet(rows: Sequence[Row]) -> bool:
    """Return whether lines tell an age, and others hold the buttons of posts, twice each."""
    ages = sum(1 for row in rows if is_age(row.line.text))
    return ages >= _TWICE and sum(1 for row in rows if row.traits.sign == "reply_mark") >= _TWICE


def _counts_posts(rows: Sequence[Row], position: int) -> bool:
    """Return whether a heading tells how many lines of a name, a colon and a post follow it."""
    found = _COUNTED.fullmatch(rows[position].line.text)
    if found is None or rows[position].traits.words > _LABEL_WORDS:
        return False
    posts = 0
    for row in rows[position + 1 :]:
        if not speaks(row.line.text):
            break
        posts += 1
    return 2 <= posts <= int(found["inside"] or found["behind"])


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
    marks = sum(1.0 for row in near if _marks(row) or _counts_votes(row))
    dates = sum(_dated(near, i) for i in range(len(near)))
    marks += sum(_whole_posts(row) for row in near[:_NEAR])
    if all(speaks(row.line.text) for row in near[:_LEAST_SPOKEN]) and len(near) >= _LEAST_SPOKEN:
        marks += 2.0
    if near and near[0].line.numbered and _is_list(rows, position):
        marks += 2.0
    prose = [row.line.text for row in near if row.traits.words >= 6 and not row.traits.sign]
    if not prose and all(row.traits.words < _WORDS or row.traits.sign for row in near):
        return 0.0
    talk = 2.0 if prose and conversational(" ".join(prose)) >= _TALK else 0.0
    return marks + dates + talk


def _dated(near: Sequence[Row], position: int) -> float:
    """Return what it tells that a line holds a day: more below or beside a name, above words."""
    row = near[position]
    text = row.line.text
    if _marks(row):
        return 0.0
    above = near[position - 1].traits if position else None
    named = above is not None and above.words <= _NAME_WORDS and not above.sign and not above.ends
    headed = names_and_dates(text) or (named and is_moment(text))
    below = near[position + 1] if position + 1 < len(near) else None
    if headed and below is not None and _tells(below.traits):
        return 1.0
    return 0.5 if row.traits.sign in {"dateline", "byline"} else 0.0


def _tells(traits: Traits) -> bool:
    return traits.words >= _POST_WORDS and not traits.sign and not traits.title_like


def _whole_posts(row: Row) -> int:
    """Return how many posts one line holds together with who wrote them."""
    text = row.line.text
    one = opens_with_author(text) or (row.traits.words >= _POST_WORDS and is_signed(text))
    return len(posts_within(text)) or int(one)


def _is_list(rows: Sequence[Row], position: int) -> bool:
    """Return whether a list whose items are sentences begins here."""
    indent = rows[position].line.indent
    near = rows[position : position + 2 * _NEAR]
    items = [row for row in near if row.line.numbered and row.line.indent == indent]
    return sum(1 for row in items if row.traits.prose) >= 2


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


def _end(rows: Sequence[Row], start: int, found_by: str) -> int:
    """Return where the section stops: after its last comment, before the site's footer."""
    last = start
    if found_by == "count":
        while last + 1 < len(rows) and speaks(rows[last + 1].line.text):
            last += 1
        return last + 1
    quiet = 0
    closed = False
    # What stands below each of several posts is a button, not the form at the end.
    forms = Counter(row.traits.folded for row in rows[start:] if row.traits.sign == "reply_form")
    for position in range(start + 1, len(rows)):
        row = rows[position]
        if row.traits.sign in {"closing", "related"}:
            closed = True
        if row.traits.sign == "reply_form" and position > start + _FORM_ABOVE:
            closed = closed or forms[row.traits.folded] == 1
        talks = _marks(row) or (row.traits.prose and row.traits.sign not in _NO_TALK)
        talks = talks or (not row.traits.sign and _whole_posts(row) > 0)
        if closed:
            talks = _marks(row) and _run_of_marks(rows, position)
        if talks or (row.line.numbered and not closed):
            last, quiet, closed = position, 0, False
        else:
            quiet += 1
            if quiet > 2 * _NEAR:
                break
    return last + 1
