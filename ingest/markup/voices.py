"""The voices of a web page's lines: what the markup and trafilatura show, joined with the rules."""

import re
from collections.abc import Sequence

from ingest.appeals import RIGHTS
from ingest.article import Voice
from ingest.markup.coverage import rows_inside, rows_linked, unless_most
from ingest.markup.extraction import Extraction, held, squeezed
from ingest.markup.rendering import Rendering
from ingest.voices.assignment import rule_voices
from ingest.voices.credits import settle_credits
from ingest.voices.merging import PLAIN, merged, tidied
from ingest.voices.model import Likelihood, likelihoods
from ingest.voices.page import Row
from ingest.voices.parts import body_voice

_MOST_OF_BODY, _MOST_TEASED = 0.5, 0.2
_LEAD_LINES, _LEAD_WORDS, _LEAST_LEAD = 10, 80, 7
_SURE, _BETWEEN, _DOUBTED, _NOT = 0.85, 0.5, 0.1, 0.02
_HEARD = 0.2
_NEAR = 4
_BUTTONS = PLAIN - {"closing", "comments"}
_LINK_WORDS = 30
"""Words up to which a line of links alone leads elsewhere."""
_RESUMES = 12
_TITLE_WORDS = 3
_SITE_BEHIND = re.compile(r"\s*[|–—»•·-]\s")
_BODY_VOICES = frozenset({Voice.NARRATION, Voice.SUBHEAD, Voice.STANDFIRST, Voice.CAPTION})


def markup_voices(rows: Sequence[Row], rendering: Rendering, extraction: Extraction) -> list[Voice]:
    """Return one voice for each row of a rendered web page."""
    rules = rule_voices(rows)
    model = likelihoods(rows, rules)
    voices = merged(rows, rules, model)
    inside = {kind: rows_inside(rows, spans) for kind, spans in rendering.marks.items()}
    body = held([row.line.text for row in rows], extraction.body)
    inside["body"] = body
    inside["link"] = rows_linked(rows, rendering.marks["link"])
    readers = unless_most(rows, inside["comment"], body, _MOST_OF_BODY)
    inside["teaser"] = unless_most(rows, inside["teaser"], body, _MOST_TEASED)
    if not any(body):
        return [
            Voice.COMMENT if reader and voice is not Voice.FURNITURE else voice
            for voice, reader in zip(voices, readers, strict=True)
        ]
    for position in range(len(rows)):
        voices[position] = _voice(
            rows, position, voices[position], model[position],
            reader=readers[position], body=body[position], inside=inside,
        )  # fmt: skip
    _between(rows, voices, model, body)
    _one_headline(rows, voices, body, inside["title"], inside["heading"], extraction.title)
    _authors(rows, voices, inside["author"], extraction.author)
    _lead(rows, voices, inside)
    _teased(rows, voices)
    settle_credits(rows, voices)
    tidied(rows, voices)
    return voices


def _voice(
    rows: Sequence[Row],
    position: int,
    voice: Voice,
    model: Likelihood,
    *,
    reader: bool,
    body: bool,
    inside: dict[str, list[bool]],
) -> Voice:
    row = rows[position]
    if row.repeated:
        return Voice.FURNITURE
    if reader:
        return Voice.FURNITURE if row.traits.sign in PLAIN else Voice.COMMENT
    if voice is Voice.COMMENT and not (body and model.reader < _SURE):
        return voice
    if voice in {Voice.HEADLINE, Voice.BYLINE, Voice.DATELINE}:
        return voice
    if inside["cite"][position] and any(inside["body"][max(0, position - 1) : position + 1]):
        return Voice.NARRATION
    if inside["teaser"][position]:
        return Voice.FURNITURE
    if body:
        return _body(rows, position, voice, model, inside)
    if row.traits.sign in PLAIN:
        return Voice.FURNITURE
    lone = not any(inside["body"][max(0, position - _NEAR) : position + _NEAR + 1])
    if lone or inside["site"][position]:
        return Voice.FURNITURE
    if inside["caption"][position]:
        return Voice.CAPTION
    if voice in _BODY_VOICES and model.article >= _SURE:
        return voice
    return voice if voice is Voice.CAPTION else Voice.FURNITURE


def _body(
    rows: Sequence[Row],
    position: int,
    voice: Voice,
    model: Likelihood,
    inside: dict[str, list[bool]],
) -> Voice:
    row = rows[position]
    if model.article < _NOT or row.traits.sign in _BUTTONS:
        return Voice.FURNITURE
    if row.traits.sign == "legal" and RIGHTS.search(row.line.text):
        return Voice.FURNITURE
    if inside["link"][position] and 4 <= row.traits.words <= _LINK_WORDS:
        return Voice.FURNITURE
    if model.reader >= _HEARD and model.article < _DOUBTED:
        return Voice.COMMENT
    if inside["caption"][position]:
        return Voice.CAPTION
    if inside["heading"][position] and row.traits.words <= 25:
        return Voice.SUBHEAD
    if voice in _BODY_VOICES:
        return voice
    of_body = body_voice(rows, position)
    return of_body if of_body in _BODY_VOICES else Voice.NARRATION


def _between(
    rows: Sequence[Row], voices: list[Voice], model: Sequence[Likelihood], body: list[bool]
) -> None:
    """Take what the library left out between two lines of the main text."""
    for position in range(1, len(rows) - 1):
        likely = model[position].article >= _BETWEEN and not rows[position].traits.sign
        if voices[position] is Voice.FURNITURE and likely and rows[position].traits.words >= 4:
            around = voices[position - 1] in _BODY_VOICES and voices[position + 1] in _BODY_VOICES
            if around and (body[position - 1] or body[position + 1]):
                voices[position] = Voice.NARRATION


def _authors(
    rows: Sequence[Row], voices: list[Voice], marked: list[bool], author: str | None
) -> None:
    """Find the lines near the title that only name the author."""
    head = next((i for i, voice in enumerate(voices) if voice is Voice.HEADLINE), None)
    if head is None:
        return
    for position in range(max(0, head - _NEAR), min(len(rows), head + 2 * _NEAR + 1)):
        row = rows[position]
        if not row.traits.name_like or voices[position] not in {Voice.FURNITURE, Voice.NARRATION}:
            continue
        if marked[position] or (author and row.traits.folded in author.casefold()):
            voices[position] = Voice.BYLINE


def _lead(rows: Sequence[Row], voices: list[Voice], inside: dict[str, list[bool]]) -> None:
    """Let what the markup calls the lead, right below the title, be the standfirst.

    So is a sentence that stands between the title and the author or the day.
    """
    head = next((i for i, voice in enumerate(voices) if voice is Voice.HEADLINE), None)
    if head is None:
        return
    for position in range(head + 1, min(len(rows), head + _LEAD_LINES)):
        if voices[position] is Voice.FURNITURE and _leads(rows, position, head, inside):
            voices[position] = Voice.STANDFIRST
            return
        if voices[position] is Voice.SUBHEAD and _leads(rows, position, head, inside):
            voices[position] = Voice.STANDFIRST
            return
        if voices[position] is Voice.NARRATION:
            if not inside["lead"][position] or rows[position].traits.words > _LEAD_WORDS:
                return
            voices[position] = Voice.STANDFIRST


def _leads(rows: Sequence[Row], position: int, head: int, inside: dict[str, list[bool]]) -> bool:
    row = rows[position]
    if position > head + 2 or row.traits.sign or row.traits.credited or row.repeated:
        return False
    if any(inside[kind][position] for kind in ("site", "caption", "comment", "teaser", "link")):
        return False
    credited = any(
        r.traits.sign in {"byline", "dateline"} for r in rows[position + 1 : position + 4]
    )
    sentence = row.traits.ends and _LEAST_LEAD <= row.traits.words <= _LEAD_WORDS
    heading = inside["heading"][position] and _LEAST_LEAD <= row.traits.words <= _LEAD_WORDS
    return (sentence and (credited or inside["lead"][position])) or (heading and credited)


def _teased(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Give the short lines below a heading of teasers to the site, up to the next paragraph."""
    teasing = False
    for position, row in enumerate(rows):
        if row.traits.sign == "related":
            teasing = True
        elif row.traits.prose and row.traits.words >= _RESUMES:
            teasing = False
        elif teasing and voices[position] in {Voice.NARRATION, Voice.SUBHEAD}:
            voices[position] = Voice.FURNITURE


def _one_headline(
    rows: Sequence[Row],
    voices: list[Voice],
    body: list[bool],
    titles: list[bool],
    headings: list[bool],
    title: str | None,
) -> None:
    """Let the line that is the page's own title be the headline, and no other line."""
    best = _named_by_page(rows, titles, headings, title)
    if best is None:
        heads = [i for i, row in enumerate(rows) if titles[i] and _could_head(row)]
        best = heads[0] if len(heads) == 1 else None
    if best is None:
        return
    for position, voice in enumerate(voices):
        if voice is Voice.HEADLINE and position != best:
            voices[position] = Voice.STANDFIRST if body[position] else Voice.FURNITURE
    voices[best] = Voice.HEADLINE


def _named_by_page(
    rows: Sequence[Row], titles: list[bool], headings: list[bool], title: str | None
) -> int | None:
    """Return the line that the page's title names: a main heading, else another one.

    A page's title may go on behind a line's words with the name of the site.
    """
    wanted = squeezed(title or "").casefold()
    for heads, least in ((titles, 1), (headings, _TITLE_WORDS)):
        for at, row in enumerate(rows):
            if heads[at] and not row.repeated and row.traits.words >= least:
                line = squeezed(row.line.text).casefold()
                rest = wanted.removeprefix(line)
                if line == wanted or (rest != wanted and _SITE_BEHIND.match(rest)):
                    return at
    return None


def _could_head(row: Row) -> bool:
    return row.traits.words >= 2 and not row.repeated
