"""The rules' word and the fitted model's, joined line by line.

Rules hold where wording or layout shows plainly what a line is; elsewhere the model, which has
seen what the rules said, decides whether a line is the article's, a reader's or the site's.
"""

from collections.abc import Sequence

from ingest.appeals import RIGHTS
from ingest.article import ARTICLE_VOICES, Voice
from ingest.voices.credits import settle_credits
from ingest.voices.headline import headline_position
from ingest.voices.model import Likelihood
from ingest.voices.page import Row
from ingest.voices.parts import author_box, body_voice, heads_alike

PLAIN = frozenset(
    {
        "shortcode", "interface", "read_more", "related", "closing", "ticker", "comments",
        "reply_form", "reply_mark", "promo",
    }
)  # fmt: skip
_TITLE_BLOCK = frozenset(
    {Voice.HEADLINE, Voice.BYLINE, Voice.DATELINE, Voice.CAPTION, Voice.STANDFIRST}
)
_KEEP, _TAKE, _READER, _SURELY_READER = 0.35, 0.55, 0.5, 0.75
_LEAST_ARTICLE = 60
_NEAR = 10
_HEADED = 0.3
_LEAST_TOLD = 25
_MOST_ABOVE = 4
"""Scattered lines above the title from which they are more than crumbs of a menu."""
_APART, _COMMENT_WORDS = 6, 5
"""Lines of the site that may part two comments, and words that some comment of a run has."""
_FEET, _FOOT = frozenset({"dateline", "reply_mark"}), 2
"""What stands below a post, and within how many lines."""
_TEXT = frozenset({Voice.NARRATION, Voice.SUBHEAD, Voice.STANDFIRST, Voice.COMMENT})


def merged(
    rows: Sequence[Row], voices: Sequence[Voice], model: Sequence[Likelihood]
) -> list[Voice]:
    """Return one voice for each row, from what the rules and the model say of it."""
    headline = next((i for i, voice in enumerate(voices) if voice is Voice.HEADLINE), None)
    closed = _closed_after_comments(rows, voices)
    result = [
        _voice(rows, position, voices[position], model[position], headline)
        if position < closed
        else Voice.FURNITURE
        for position in range(len(rows))
    ]
    _end_thread(rows, voices, result, model)
    for position in heads_alike(rows, voices):
        if position + 1 < len(rows) and result[position + 1] is Voice.NARRATION:
            result[position] = Voice.SUBHEAD
    if headline is None or _told_above(rows, result, headline):
        _find_headline(rows, result)
    settle_credits(rows, result)
    author_box(rows, result)
    _give_to_readers(rows, result, model)
    tidied(rows, result)
    return result


def tidied(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Give back to the site what only repeats the title, and scattered short lines of no reader."""
    head = next((i for i, voice in enumerate(voices) if voice is Voice.HEADLINE), None)
    if head is not None:
        _tidy_around(rows, voices, head)
    run: list[int] = []
    for position, voice in enumerate([*voices, None]):
        if voice is Voice.COMMENT:
            run.append(position)
        elif run and (voice is None or position - run[-1] > _APART):
            if all(rows[i].traits.words < _COMMENT_WORDS for i in run):
                for i in run:
                    voices[i] = Voice.FURNITURE
            run = []


def _tidy_around(rows: Sequence[Row], voices: list[Voice], head: int) -> None:
    above = [i for i in range(head) if voices[i] in _TEXT and not rows[i].traits.prose]
    if len(above) <= _MOST_ABOVE:
        for position in above:
            voices[position] = Voice.FURNITURE
    for position, row in enumerate(rows):
        again = position != head and row.traits.folded == rows[head].traits.folded
        if again and voices[position] in _TEXT:
            voices[position] = Voice.FURNITURE


def _closed_after_comments(rows: Sequence[Row], voices: Sequence[Voice]) -> int:
    """Return where the site's own closing lists begin below readers' comments."""
    spoken = [i for i, voice in enumerate(voices) if voice is Voice.COMMENT]
    if spoken:
        for position in range(spoken[-1] + 1, len(rows)):
            if rows[position].traits.sign == "closing":
                return position
    return len(rows)


def _voice(
    rows: Sequence[Row], position: int, voice: Voice, model: Likelihood, headline: int | None
) -> Voice:
    row = rows[position]
    if row.traits.sign in PLAIN or row.repeated or has_rights(row):
        return Voice.FURNITURE
    if voice is Voice.COMMENT:
        return voice
    above = headline is not None and position <= headline
    notice = row.traits.sign == "legal" and not row.traits.prose
    if model.reader >= _READER and model.reader > model.article and not (above or notice):
        return Voice.COMMENT
    if voice in _TITLE_BLOCK:
        return voice
    if voice in ARTICLE_VOICES:
        doubted = model.article < _KEEP and not (row.paragraph and model.site < _READER)
        return Voice.FURNITURE if doubted else voice
    if model.article < _TAKE or (above and row.compact):
        return Voice.FURNITURE
    # The model sees the list that a short item stands in.
    return Voice.NARRATION if row.line.marker else body_voice(rows, position)


def _end_thread(
    rows: Sequence[Row],
    rules: Sequence[Voice],
    voices: list[Voice],
    model: Sequence[Likelihood],
) -> None:
    """Give the site the short lines below a thread that the model alone half takes for posts.

    A short post has its day or its buttons below it.
    """
    last = max((i for i, voice in enumerate(rules) if voice is Voice.COMMENT), default=len(rows))
    for position in range(last + 1, len(rows)):
        doubted = not rows[position].traits.prose and model[position].reader < _SURELY_READER
        signed = any(row.traits.sign in _FEET for row in rows[position + 1 : position + 1 + _FOOT])
        if voices[position] is Voice.COMMENT and doubted and not signed:
            voices[position] = Voice.FURNITURE


def has_rights(row: Row) -> bool:
    """Return whether a line is a notice of rights."""
    return row.traits.sign == "legal" and RIGHTS.search(row.line.plain) is not None


def _told_above(rows: Sequence[Row], voices: Sequence[Voice], headline: int) -> bool:
    """Return whether the text begins above the line that was taken for the title."""
    above = zip(rows[:headline], voices[:headline], strict=True)
    told = [row for row, voice in above if voice is Voice.NARRATION and row.traits.prose]
    return len(told) >= 1 and sum(row.traits.words for row in told) >= _LEAST_TOLD


def _find_headline(rows: Sequence[Row], voices: list[Voice]) -> None:
    body = [i for i, voice in enumerate(voices) if voice is Voice.NARRATION]
    if not body:
        return
    found = headline_position(rows, range(body[0], body[-1] + 1))
    if found is None or voices[found] is Voice.COMMENT:
        return
    for position, voice in enumerate(voices):
        if voice is Voice.HEADLINE:
            voices[position] = body_voice(rows, position)
    voices[found] = Voice.HEADLINE


def _give_to_readers(rows: Sequence[Row], voices: list[Voice], model: Sequence[Likelihood]) -> None:
    """Make comments of what follows a heading of comments where the model hears readers too."""
    before = 0
    start = None
    for position, row in enumerate(rows):
        if voices[position] in ARTICLE_VOICES:
            before += row.traits.words
        elif row.traits.sign == "comments" and before >= _LEAST_ARTICLE:
            near = [each.reader for each in model[position + 1 : position + 1 + _NEAR]]
            if near and sum(near) / len(near) >= _HEADED:
                start = position
                break
    if start is None:
        return
    for position in range(start, len(rows)):
        if voices[position] in ARTICLE_VOICES:
            voices[position] = Voice.COMMENT
