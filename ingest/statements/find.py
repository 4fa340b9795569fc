"""`find_statements`: an article's text and regions in, its statements out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.article import (
    Fact,
    Region,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Voice,
)
from ingest.sentences import sentences
from ingest.statements.attribution import Attribution, attributions
from ingest.statements.headlines import colon_attribution
from ingest.statements.marks import Quotation, quotations
from ingest.statements.people import Directory
from ingest.statements.resolution import Discourse, collect
from ingest.statements.tokens import Frame, frames

SPOKEN_VOICES = frozenset(
    {Voice.HEADLINE, Voice.STANDFIRST, Voice.SUBHEAD, Voice.NARRATION, Voice.CAPTION}
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a region, with its quotations and sentences."""

    span: Span
    voice: Voice
    quotations: tuple[Quotation, ...]
    frames: tuple[Frame, ...]


def find_statements(text: str, regions: Sequence[Region], published: Fact) -> tuple[Statement, ...]:
    """Return the statements that the regions report, in text order."""
    paragraphs = [paragraph for region in regions for paragraph in _paragraphs(text, region)]
    directory = Directory()
    collect(text, [f for p in paragraphs if p.voice in SPOKEN_VOICES for f in p.frames], directory)
    discourse = Discourse(text, directory)
    found: list[Statement] = []
    for number, paragraph in enumerate(paragraphs):
        discourse.paragraph = number
        for frame in paragraph.frames:
            found.extend(_read(text, frame, paragraph.voice, discourse, found))
    return tuple(sorted(found, key=lambda statement: statement.content))


def _paragraphs(text: str, region: Region) -> Iterator[Paragraph]:
    if region.voice not in SPOKEN_VOICES and region.voice is not Voice.COMMENT:
        return
    cuts = sentences(text, region.span)
    lines: list[list[Span]] = []
    for cut in cuts:
        if lines and "\n" not in text[lines[-1][-1].end : cut.start]:
            lines[-1].append(cut)
        else:
            lines.append([cut])
    spans = [Span(line[0].start, line[-1].end) for line in lines]
    for number, line in enumerate(lines):
        following = spans[number + 1] if number + 1 < len(spans) else None
        marks = quotations(text, spans[number], following)
        yield Paragraph(spans[number], region.voice, marks, frames(text, line, marks))


def _read(
    text: str, frame: Frame, voice: Voice, discourse: Discourse, found: list[Statement]
) -> list[Statement]:
    colon = colon_attribution(frame) if voice is Voice.HEADLINE else None
    attributed = (colon,) if colon else attributions(frame)
    if not attributed and _is_quotation_only(frame):
        joined = _joined(frame, found, text)
        if joined:
            return joined
    discourse.read(frame)
    statements: list[Statement] = []
    for attribution in attributed:
        statements.append(_statement(text, frame, attribution, discourse))
    return statements


def _is_quotation_only(frame: Frame) -> bool:
    return bool(frame.tokens) and all(t.kind in {"quote", "stop"} for t in frame.tokens)


def _joined(frame: Frame, found: list[Statement], text: str) -> list[Statement]:
    """Hang a sentence that is nothing but a quotation on the statement before it."""
    if not found:
        return []
    last = found[-1]
    spans = tuple(Span(t.start, t.end) for t in frame.tokens if t.kind == "quote")
    between = text[max(last.span.end, last.cue.end if last.cue else 0) : frame.start]
    if between.count("\n") > 2 or len(between) > 200:
        return []
    if last.kind == "direct":
        found[-1] = replace(last, content=(*last.content, *spans))
        return []
    return [replace(last, kind="direct", content=spans)]


def _statement(
    text: str, frame: Frame, attribution: Attribution, discourse: Discourse
) -> Statement:
    kind: StatementKind = "direct" if attribution.direct else "reported"
    if not attribution.direct and any(
        token.kind == "quote" and any(s.start <= token.start < s.end for s in attribution.content)
        for token in frame.tokens
    ):
        kind = "mixed"
    speaker: Speaker | None = None
    source = None
    if attribution.source is not None:
        source = frame.span(attribution.source.first, attribution.source.last)
        speaker = discourse.resolve(frame, attribution.source)
        discourse.note_speaker(speaker)
    cue = frame.span(attribution.cue.first, attribution.cue.last)
    return Statement(kind, attribution.content, source, cue, speaker)
