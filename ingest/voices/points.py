"""Short lines around the text that belong to it: points in brief, and what pictures show."""

import re
from collections.abc import Sequence

from ingest.article import Voice
from ingest.dates import has_date
from ingest.topic import shared, stems, stems_of_all
from ingest.voices.page import Row

_CREDIT_ALONE = re.compile(
    r"(?:credits?|photo(?:graph)?s?|image(?: source)?|picture|foto|bild|copyright)\s*[:©].{2,60}",
    re.IGNORECASE,
)
_BRIEF = re.compile(
    r"(?:here[’']?s )?(?:what|this|that) (?:is (?:what )?)?we (?:know|don[’']t know)(?: so far)?"
    r"|key (?:points|facts|moments)|at a glance|in (?:brief|short)|the essentials|summary"
)
"""A folded label above the points in brief."""
_LEAST_POINTS, _POINT_WORDS, _LABEL_WORDS = 2, 4, 5
_ON_MATTER, _LEAD_WORDS = 0.3, 6
_CAPTION_WORDS, _LONGEST_CAPTION, _CREDIT_WORDS = 6, 40, 8
_HEAD = frozenset({Voice.HEADLINE, Voice.STANDFIRST, Voice.BYLINE, Voice.DATELINE, Voice.CAPTION})
_LOOSE = frozenset({Voice.FURNITURE, Voice.NARRATION, Voice.SUBHEAD})


def mark_points(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Give the article the list of its main points, right above its first paragraph."""
    pairs = list(zip(rows, voices, strict=True))
    told = [i for i, (row, voice) in enumerate(pairs) if _is_told(row, voice)]
    if not told:
        return
    first = told[0]
    while first > 0 and _could_be_point(rows[first - 1]) and voices[first - 1] in _LOOSE:
        first -= 1
    if told[0] - first < _LEAST_POINTS or first == 0 or voices[first - 1] not in _HEAD:
        return
    topic = stems_of_all(rows[i].line.text for i in told)
    points = range(first, told[0])
    near = sum(shared(stems(rows[i].line.text), topic) >= _ON_MATTER for i in points)
    if 3 * near >= 2 * len(points):
        for position in points:
            voices[position] = Voice.NARRATION


def mark_brief(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Let the points that touch the title, above the author or the day, be the standfirst."""
    head = next((i for i, voice in enumerate(voices) if voice is Voice.HEADLINE), None)
    if head is None:
        return
    after = head + 1
    while after < len(rows) and rows[after].line.marker and not rows[after].line.blanks_before:
        after += 1
    points = range(head + 1, after)
    credited = any(row.traits.sign in {"byline", "dateline"} for row in rows[after : after + 2])
    if len(points) >= _LEAST_POINTS and credited and not any(rows[i].traits.sign for i in points):
        for position in points:
            voices[position] = Voice.STANDFIRST


def mark_labels(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Make subheads of the few words that touch a list of the article below them."""
    for position in range(1, len(rows) - _LEAST_POINTS):
        row, items = rows[position], range(position + 1, position + 1 + _LEAST_POINTS)
        label = row.traits.title_like and row.traits.words <= _LABEL_WORDS
        label = label and (not row.traits.sign or _BRIEF.fullmatch(row.traits.folded) is not None)
        apart = row.line.blanks_before and not row.line.blanks_after and not row.line.marker
        if voices[position] is not Voice.FURNITURE or not label or not apart or row.repeated:
            continue
        if all(rows[i].line.marker and voices[i] is Voice.NARRATION for i in items):
            voices[position] = Voice.SUBHEAD


def _is_told(row: Row, voice: Voice) -> bool:
    return voice is Voice.NARRATION and row.traits.prose and not row.line.marker


def _could_be_point(row: Row) -> bool:
    marked = bool(row.line.marker) and row.traits.words >= _POINT_WORDS
    return marked and not row.traits.sign and not row.traits.credited


def mark_lead(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Find the lead without a full stop that alone stands between title block and text."""
    told = next((i for i, row in enumerate(rows) if _is_told(row, voices[i])), 0)
    lead = told - 1
    if lead < 1 or Voice.STANDFIRST in voices or voices[lead] not in _LOOSE:
        return
    above = lead - 1
    while above >= 0 and voices[above] in {Voice.BYLINE, Voice.DATELINE}:
        above -= 1
    traits = rows[lead].traits
    plain = traits.title_like and not traits.sign and not rows[lead].line.marker
    plain = plain and not has_date(rows[lead].line.text) and "|" not in rows[lead].line.text
    if above < 0 or voices[above] is not Voice.HEADLINE or not plain or rows[lead].repeated:
        return
    topic = stems_of_all(
        rows[i].line.text for i in range(told, len(rows)) if _is_told(rows[i], voices[i])
    )
    near = shared(stems(rows[lead].line.text), topic) >= _ON_MATTER
    if near and traits.words >= _LEAD_WORDS:
        voices[lead] = Voice.STANDFIRST


def mark_captions(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Find what a picture shows above or below a line that tells only its source."""
    for position in range(1, len(rows) - 1):
        row = rows[position]
        if not row.traits.credited or row.traits.words > _CREDIT_WORDS:
            continue
        above, below = position - 1, position + 1
        if _listed(rows, voices, position):
            continue
        if _CREDIT_ALONE.fullmatch(row.line.text):
            touches = not row.line.blanks_before
            if touches and _could_tell(rows[above], voices[above]) and voices[above + 1] in _SEEN:
                voices[above] = voices[position] = Voice.CAPTION
        elif voices[position] is Voice.CAPTION and row.traits.words < _POINT_WORDS:
            heads = rows[below].traits.title_like and rows[below].traits.words >= _CAPTION_WORDS
            told = any(one.traits.prose for one in rows[below + 1 : below + 2])
            if heads and told and _could_tell(rows[below], voices[below]):
                voices[below] = Voice.CAPTION


def _listed(rows: Sequence[Row], voices: Sequence[Voice], position: int) -> bool:
    """Return whether a line of the site stands below the heading of a list of teasers."""
    while position >= 0 and voices[position] is not Voice.NARRATION:
        if rows[position].traits.sign in {"related", "closing", "ticker"}:
            return True
        position -= 1
    return False


_SEEN = _LOOSE | {Voice.CAPTION}


def _could_tell(row: Row, voice: Voice) -> bool:
    plain = not row.traits.sign and not row.line.marker and not row.repeated
    return plain and voice in _LOOSE and row.traits.words <= _LONGEST_CAPTION
