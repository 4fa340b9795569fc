"""From lines to voices, and from voices to regions that tile the text."""

from collections.abc import Sequence

from ingest.article import Region, Voice
from ingest.phrases import SHORTCODE, UNSEEN_LETTERS
from ingest.posts import posts_within
from ingest.traits import says_who
from ingest.voices.comments import CommentSection, comment_section
from ingest.voices.extent import article_range
from ingest.voices.fences import mark_fenced
from ingest.voices.headline import headline_position
from ingest.voices.lineups import mark_line_ups
from ingest.voices.live import mark_entries
from ingest.voices.merging import merged
from ingest.voices.model import likelihoods
from ingest.voices.page import Row
from ingest.voices.parts import article_voices
from ingest.voices.points import mark_brief, mark_captions, mark_labels, mark_lead, mark_points
from ingest.voices.turns import mark_turns

_SINGLE = frozenset({Voice.CAPTION, Voice.SUBHEAD, Voice.HEADLINE})
_LABEL_WORDS = 3
_SITE_SIGNS = frozenset({"comments", "reply_form", "reply_mark", "interface", "legal"})


def assign_voices(rows: Sequence[Row]) -> list[Voice]:
    """Return one voice for each row."""
    rules = rule_voices(rows)
    voices = merged(rows, rules, likelihoods(rows, rules))
    mark_entries(rows, voices, rules)
    mark_captions(rows, voices)
    mark_points(rows, voices)
    mark_labels(rows, voices)
    mark_turns(rows, voices)
    mark_line_ups(rows, voices)
    mark_brief(rows, voices)
    mark_lead(rows, voices)
    _mark_forms(rows, voices)
    mark_fenced(rows, voices)
    return voices


def document_voices(rows: Sequence[Row]) -> list[Voice]:
    """Return one voice for each row of a document, which has no site around its text.

    What reads as a sentence or stands above one is the document's own.
    """
    voices = assign_voices(rows)
    for position, row in enumerate(rows):
        loose = voices[position] in {Voice.FURNITURE, Voice.COMMENT}
        if loose and row.traits.prose and not row.traits.sign and not row.repeated:
            voices[position] = Voice.NARRATION
    body = [i for i, voice in enumerate(voices) if voice is Voice.NARRATION]
    if not body:
        return voices
    _head_of_document(rows, voices, body[0])
    return voices


def _head_of_document(rows: Sequence[Row], voices: list[Voice], first: int) -> None:
    """Let the first line above the text that could be a title be the only headline."""
    above = range(first)
    dated = {i: rows[i].traits.sign in {"dateline", "byline"} for i in above}
    for position in above:
        if dated[position]:
            sign = rows[position].traits.sign
            voices[position] = Voice.BYLINE if sign == "byline" else Voice.DATELINE
    heads = [i for i in above if _could_head(rows[i])]
    for position, voice in enumerate(voices):
        if voice is Voice.HEADLINE and (heads or position >= first):
            voices[position] = Voice.SUBHEAD if position > first else Voice.FURNITURE
    if heads:
        voices[heads[0]] = Voice.HEADLINE


def _could_head(row: Row) -> bool:
    traits = row.traits
    paged = row.line.text[-1:].isdigit()
    return (
        traits.title_like
        and traits.words >= 3
        and not traits.sign
        and not row.repeated
        and not paged
    )


def rule_voices(rows: Sequence[Row]) -> list[Voice]:
    """Return the voice that the rules alone give each row."""
    section = comment_section(rows)
    stop = len(rows) if section is None else section.rows.start
    article = article_range(rows[:stop])
    headline = headline_position(rows[:stop], article)
    voices = article_voices(rows[:stop], headline, article)
    if section is not None:
        voices += _comment_voices(rows, section)
        voices += [Voice.FURNITURE] * (len(rows) - len(voices))
    return voices


def _comment_voices(rows: Sequence[Row], section: CommentSection) -> list[Voice]:
    voices = [
        Voice.FURNITURE if rows[position].traits.sign in _SITE_SIGNS else Voice.COMMENT
        for position in section.rows
    ]
    if section.found_by in {"count", "heading"}:
        voices[0] = Voice.FURNITURE
    return voices


def _mark_forms(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Give the labels and buttons below the heading of a form to the site."""
    form = False
    for position, row in enumerate(rows):
        opens = row.traits.sign == "reply_form" and not row.traits.prose
        form = opens or (form and _is_field(row))
        if form and voices[position] is Voice.COMMENT:
            voices[position] = Voice.FURNITURE


def _is_field(row: Row) -> bool:
    short = row.traits.words <= _LABEL_WORDS and not row.traits.ends
    return short and not row.line.numbered and not says_who(row.line.text)


def regions_of(text: str, rows: Sequence[Row], voices: Sequence[Voice]) -> tuple[Region, ...]:
    """Return the regions of a page whose rows have these voices; together they cover `text`.

    Neighbouring lines of one voice make one region, except that each caption, subhead and comment
    stands alone, be it one of several in a line. Blank lines belong to what precedes them.
    """
    marks: list[tuple[int, Voice, bool]] = []
    for row, voice in zip(rows, voices, strict=True):
        alone = voice in _SINGLE or (voice is Voice.COMMENT and _opens_comment(row))
        marks.extend(_pieces(row, voice, alone))
        if voice is Voice.COMMENT:
            starts = posts_within(row.line.text)[1:]
            marks.extend((row.line.span.start + start, voice, True) for start in starts)
    return _joined(len(text), marks)


def _opens_comment(row: Row) -> bool:
    return bool(row.line.marker) and row.line.indent <= 6


def _pieces(row: Row, voice: Voice, alone: bool) -> list[tuple[int, Voice, bool]]:
    """Cut placeholders and unseen letters out of a line of prose."""
    pieces = [(row.line.start, voice, alone)]
    if voice is Voice.FURNITURE:
        return pieces
    debris = list(SHORTCODE.finditer(row.line.raw)) if "[" in row.line.raw else []
    debris += UNSEEN_LETTERS.finditer(row.line.raw)
    for found in sorted(debris, key=lambda one: one.start()):
        begin, end = row.line.start + found.start(), row.line.start + found.end()
        pieces = [piece for piece in pieces if piece[0] < begin]
        pieces += [(begin, Voice.FURNITURE, False), (end, voice, False)]
    return [piece for piece in pieces if piece[0] < row.line.end]


def _joined(size: int, marks: Sequence[tuple[int, Voice, bool]]) -> tuple[Region, ...]:
    regions: list[Region] = []
    for start, voice, alone in marks:
        begin = start if regions else 0
        if regions and regions[-1].voice is voice and not alone:
            continue
        if regions:
            regions[-1] = Region(regions[-1].voice, regions[-1].start, begin)
        regions.append(Region(voice, begin, size))
    if not regions:
        return (Region(Voice.FURNITURE, 0, size),) if size else ()
    return tuple(region for region in regions if region.start < region.end)
