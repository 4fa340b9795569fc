"""Articles cut into the stretches that retrieval works on."""

import re
from collections.abc import Iterator, Sequence

from ingest import Article, Region, Span, Voice
from ingest.sentences import sentences
from rag.values.evidence import Passage
from rag.values.shelves import shelf_of

SPLITTER = "paragraphs-100"
"""Names how passages are cut; an archive holds one kind only. Change it with the rules below."""

_TARGET_WORDS = 100
"""Paragraphs are joined until a passage has this many: enough for a topic, few enough for one."""
_MOST_WORDS = 200
"""More would run past the 256 word pieces that the default model reads."""
_MOST_CHARACTERS = 2_000
"""For text without spaces, where words say nothing about length."""

_LEFT_OUT = frozenset({Voice.FURNITURE, Voice.BYLINE, Voice.DATELINE})
"""Lines of names and dates are facts of the article, not something it says."""
_JOINED = frozenset({Voice.NARRATION, Voice.STANDFIRST})
"""Voices whose neighbouring regions are one flow of text; comments have an author each."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WORD = re.compile(r"\S+")


def split(article: Article) -> tuple[Passage, ...]:
    """Return the article's passages in text order, each of one voice, cut at sentence ends.

    They hold every word of the voices that are retrieved, none twice.
    """
    found: list[Passage] = []
    for voice, spans in _flows(article):
        lines = [
            Span(*match.span())
            for span in spans
            for match in _LINE.finditer(article.text, span.start, span.end)
            if not match.group().isspace()
        ]
        found.extend(
            Passage(article.id, piece.start, piece.end, voice)
            for piece in _packed(article.text, lines, article.language)
        )
    return tuple(found)


def embedded(article: Article, passages: Sequence[Passage]) -> list[str]:
    """Return the words of those passages that get a vector when they are stored, in their order.

    Readers' comments get theirs when somebody asks for them, which few do: they are many of a
    news site's words.
    """
    own = (one for one in passages if shelf_of(one.voice) == "article")
    return [article.text[one.start : one.end] for one in own]


def _flows(article: Article) -> Iterator[tuple[Voice, list[Span]]]:
    """Yield runs of regions that read on from one to the next."""
    flow: list[Span] = []
    voice: Voice | None = None
    for region in article.regions:
        if _blank(article.text, region):
            continue
        if region.voice is voice and voice in _JOINED:
            flow.append(region.span)
            continue
        if voice is not None:
            yield voice, flow
        voice, flow = (None, []) if region.voice in _LEFT_OUT else (region.voice, [region.span])
    if voice is not None:
        yield voice, flow


def _blank(text: str, region: Region) -> bool:
    return not text[region.start : region.end].strip()


def _packed(text: str, lines: list[Span], language: str) -> Iterator[Span]:
    """Yield lines joined up to the target, and long lines cut."""
    held: Span | None = None
    for line in lines:
        joined = Span(held.start, line.end) if held else line
        if held and (_words(text, held) >= _TARGET_WORDS or not _fits(text, joined)):
            yield held
            held = None
            joined = line
        if _fits(text, joined):
            held = _trimmed(text, joined)
            continue
        *whole, held = _cut(text, line, language)
        yield from whole
    if held:
        yield held


def _cut(text: str, line: Span, language: str) -> Iterator[Span]:
    """Yield a long line in pieces of whole sentences, or of whole words where one is too long."""
    held: Span | None = None
    for sentence in sentences(text, line, "en" if language == "und" else language):
        joined = Span(held.start, sentence.end) if held else sentence
        if _fits(text, joined) and (held is None or _words(text, held) < _TARGET_WORDS):
            held = joined
            continue
        if held:
            yield held
        *whole, held = _chopped(text, sentence)
        yield from whole
    if held:
        yield held


def _chopped(text: str, span: Span) -> Iterator[Span]:
    """Yield a span in the longest pieces that fit, cut at spaces as far as there are any."""
    if _fits(text, span):
        yield span
        return
    start = last = span.start
    count = 0
    for word in _WORD.finditer(text, span.start, span.end):
        if count and (count == _MOST_WORDS or word.end() - start > _MOST_CHARACTERS):
            yield Span(start, last)
            start, count = word.start(), 0
        for at in range(start + _MOST_CHARACTERS, word.end(), _MOST_CHARACTERS):
            yield Span(start, at)
            start = at
        last = word.end()
        count += 1
    yield Span(start, last)


def _fits(text: str, span: Span) -> bool:
    return span.end - span.start <= _MOST_CHARACTERS and _words(text, span) <= _MOST_WORDS


def _words(text: str, span: Span) -> int:
    return len(span.of(text).split())


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    lead = len(piece) - len(piece.lstrip())
    return Span(span.start + lead, span.start + lead + len(piece.strip()))
