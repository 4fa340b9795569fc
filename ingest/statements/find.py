"""`find_statements`: an article's text and regions in, its statements out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.article import (
    Fact,
    Region,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Voice,
)
from ingest.statements.attribution import attributions
from ingest.statements.headlines import colon_attribution
from ingest.statements.introductions import announced, introduced, signature
from ingest.statements.marks import Quotation, quotations
from ingest.statements.people import Directory
from ingest.statements.resolution import Discourse, collect
from ingest.statements.saying import Attribution
from ingest.statements.sources import Source, main_subject
from ingest.statements.tokens import Frame, frames
from ingest.statements.words import CONJUNCTIONS, is_adverb

SPOKEN_VOICES = frozenset(
    {Voice.HEADLINE, Voice.STANDFIRST, Voice.SUBHEAD, Voice.NARRATION, Voice.CAPTION}
)


_LONGEST_LINK = 3
_SHORTEST_SENTENCE = 6
_UNKNOWN = Statement("direct", (), None, None, None)
_LINE = re.compile(r"[^\s][^\r\n\u2028\u2029]*")


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
    reader = Reader(text, Discourse(text, directory))
    for number, paragraph in enumerate(paragraphs):
        reader.discourse.paragraph = number
        reader.read(paragraph)
    return tuple(sorted(reader.found, key=lambda statement: statement.content))


def _paragraphs(text: str, region: Region) -> Iterator[Paragraph]:
    if region.voice not in SPOKEN_VOICES and region.voice is not Voice.COMMENT:
        return
    spans = [_trimmed(match) for match in _LINE.finditer(text, region.start, region.end)]
    for number, span in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        marks = quotations(text, span, following)
        yield Paragraph(span, region.voice, marks, frames(text, span, marks))


def _trimmed(line: re.Match[str]) -> Span:
    return Span(line.start(), line.start() + len(line.group().rstrip()))


@dataclass(slots=True)
class Reader:
    """Reads paragraphs in order and joins what one speaker says across sentences."""

    text: str
    discourse: Discourse
    found: list[Statement] = field(default_factory=list)
    latest: range = range(0)
    """Which of the found statements the sentence before brought."""
    spoke: bool = False
    """Whether the sentence before reports speech, not only an act or a thought."""
    announced: Statement | None = None
    """A statement still without content: the sentence before ended in a colon."""

    def read(self, paragraph: Paragraph) -> None:
        """Add the statements of one paragraph."""
        for frame in paragraph.frames:
            before = len(self.found)
            continued = _continuation(frame)
            if continued:
                self._continue(frame, continued)
                self.discourse.read(frame)
                continue
            signer = _signed_before(frame, self.found[-1] if self.latest else None)
            if signer is not None:
                self._sign(frame, signer)
                continue
            attributed = self._attributions(frame, paragraph.voice)
            self.discourse.read(frame)
            for attribution in attributed:
                self.found.append(self._statement(frame, attribution))
            if not attributed and not frame.first_of_paragraph and _keeps_subject(frame):
                continue
            self.latest = range(before, len(self.found))
            self.spoke = any(attribution.cue.speaks for attribution in attributed)
            self._await(frame)

    def _attributions(self, frame: Frame, voice: Voice) -> tuple[Attribution, ...]:
        colon = colon_attribution(frame) if voice is Voice.HEADLINE else None
        if colon is not None:
            return (colon,)
        found = attributions(frame)
        claimed = any(attribution.direct for attribution in found)
        other = None if claimed else introduced(frame)
        if other is None:
            return found
        return (
            *(one for one in found if not one.content[0].overlaps(other.content[0])),
            other,
        )

    def _continue(self, frame: Frame, content: tuple[Span, ...]) -> None:
        """Give a sentence that is nothing but a quotation to whoever spoke just before."""
        if self.announced is not None:
            self.found.append(replace(self.announced, content=content))
            self.latest = range(len(self.found) - 1, len(self.found))
            self.announced = None
            return
        for number in reversed(self.latest):
            if self.found[number].kind == "direct":
                joined = (*self.found[number].content, *content)
                self.found[number] = replace(self.found[number], content=joined)
                return
        said = self.found[self.latest[-1]] if self.latest else _UNKNOWN
        if frame.first_of_paragraph and not self.spoke:
            said = _UNKNOWN
        if self.latest or _is_sentence(frame):
            self.found.append(replace(said, kind="direct", content=content))
            self.latest = range(len(self.found) - 1, len(self.found))

    def _sign(self, frame: Frame, signer: Source) -> None:
        source = frame.span(signer.first, signer.last)
        speaker = self.discourse.resolve(frame, signer)
        cue = frame.span(0, 1)
        self.found[-1] = replace(self.found[-1], source=source, cue=cue, speaker=speaker)
        self.latest = range(0)

    def _await(self, frame: Frame) -> None:
        self.announced = None
        ends_in_colon = bool(frame.tokens) and frame.tokens[-1].kind == "colon"
        coming = announced(frame) if ends_in_colon or not self.latest else None
        if coming is not None:
            cue, source = coming
            empty = Attribution(cue, source, (), True, len(frame.tokens))
            self.announced = self._statement(frame, empty)

    def _statement(self, frame: Frame, attribution: Attribution) -> Statement:
        speaker: Speaker | None = None
        source = None
        if attribution.source is not None:
            source = frame.span(attribution.source.first, attribution.source.last)
            speaker = self.discourse.resolve(frame, attribution.source)
            if attribution.content:
                self.discourse.note_speaker(speaker)
        cue = frame.span(attribution.cue.first, attribution.cue.last)
        return Statement(_kind(frame, attribution), attribution.content, source, cue, speaker)


def _keeps_subject(frame: Frame) -> bool:
    """Return whether the sentence goes on about the speaker before it ("She paused.")."""
    subject = main_subject(frame, len(frame.tokens))
    if subject is None or subject.last - subject.first != 1:
        return False
    return frame.tokens[subject.first].lower in {"he", "she"}


def _is_sentence(frame: Frame) -> bool:
    """Return whether the quotation is too long and too whole to be a title or a scare quote."""
    words = frame.tokens[0].text[1:-1].split() if frame.tokens else []
    return len(words) >= _SHORTEST_SENTENCE and words[-1][-1:] in {".", "?", "!"}


def _signed_before(frame: Frame, statement: Statement | None) -> Source | None:
    """Return who signs, on a line of its own, a quotation that nobody has claimed yet."""
    if statement is None or statement.source is not None or statement.kind != "direct":
        return None
    return signature(frame, 0) if frame.tokens else None


def _continuation(frame: Frame) -> tuple[Span, ...]:
    """Return the quotations of a sentence that is nothing else ("And “…”")."""
    tokens = frame.tokens
    first = 0
    while first < len(tokens) and (
        tokens[first].kind in {"comma", "dash"}
        or tokens[first].lower in CONJUNCTIONS
        or is_adverb(tokens[first].lower)
    ):
        first += 1
    rest = tokens[first:]
    if first > _LONGEST_LINK or not all(t.kind in {"quote", "stop", "dash"} for t in rest):
        return ()
    return tuple(Span(token.start, token.end) for token in rest if token.kind == "quote")


def _kind(frame: Frame, attribution: Attribution) -> StatementKind:
    if attribution.direct:
        return "direct"
    quoted = any(
        token.kind == "quote" and span.start <= token.start < span.end
        for token in frame.tokens
        for span in attribution.content
    )
    return "mixed" if quoted else "reported"
