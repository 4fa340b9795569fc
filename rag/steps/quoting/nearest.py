"""The place of a page that comes nearest to words that it does not have."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import islice

from rapidfuzz import fuzz

from ingest import Span, Voice
from rag.steps.quoting.differing import Word, words_of
from rag.steps.quoting.reading import Reading, of_article
from rag.steps.words import akin, fold, stems

LONGEST = 4_000
"""Characters of a quote that are compared; comparing grows with the square of them."""
_FAR = 45.0
"""Similarity in per cent below which a run of text is not looked at closer."""
_PAGES = 10
"""Pages, the likeliest ones, in which the nearest words are sought."""
_BEHIND = 8.0
"""How much less similar than the best an alignment may be to be compared word by word."""
_CLOSELY = 3
"""Alignments, the best ones, that are compared word by word."""
_MARGIN = 120
"""Characters around an alignment, besides the words' own length, that may hold left-out words."""
_BEGINNING = 3
"""Letters that forms of one word share."""
_STRAY = 6
"""Words between a lone matching word at the edge and the rest from which it is chance."""
_CLOSERS = " '\"”’»›“‘«‹„,;:-–—"


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch of a page and how much of the draft's words it has, from 0 to 1."""

    reading: Reading
    span: Span
    voice: Voice
    likeness: float


def nearest(text: str, readings: Iterable[Reading]) -> Near | None:
    """Return the nearest stretch in the articles' own voices; none where nothing is near.

    Alignment by rapidfuzz (edit distance of the best window), then word by word by difflib.
    """
    text = text[:LONGEST]
    aligned: list[_Aligned] = []
    floor = _FAR
    for reading in islice(readings, _PAGES):
        for run in reading.runs:
            if of_article(run.voice):
                found = list(_aligned(text, reading, run.span, floor))
                aligned += found
                floor = max([floor, *(one.score - _BEHIND for one in found)])
    aligned.sort(key=lambda one: -one.score)
    return _best(text, aligned[:_CLOSELY])


def nearest_said(text: str, reading: Reading, said: Iterable[Span]) -> Near | None:
    """Return the nearest stretch within one of these spans of a page."""
    text = text[:LONGEST]
    return _best(text, [one for span in said for one in _aligned(text, reading, span, _FAR)])


@dataclass(frozen=True, slots=True)
class _Aligned:
    """The window of a page that takes the fewest edits to become the draft's words."""

    reading: Reading
    limits: tuple[int, int]
    start: int
    end: int
    score: float


def _aligned(text: str, reading: Reading, within: Span, floor: float) -> Iterator[_Aligned]:
    folded = reading.folded
    first, last = (bisect_left(folded.starts, at) for at in (within.start, within.end))
    found = fuzz.partial_ratio_alignment(text, folded.text[first:last], score_cutoff=floor)
    if found is not None:
        start, end = first + found.dest_start, first + found.dest_end
        yield _Aligned(reading, (first, last), start, end, found.score)


def _best(text: str, aligned: Iterable[_Aligned]) -> Near | None:
    found = [near for one in aligned for near in _near(text, one)]
    return max(found, key=lambda one: one.likeness, default=None)


def _near(text: str, one: _Aligned) -> Iterator[Near]:
    """Yield the source's words in a narrow and in a wide window around the alignment."""
    folded = one.reading.folded.text
    first, last = one.limits
    for margin in (len(text) // 4, len(text) + _MARGIN):
        low = _word_start(folded, max(first, one.start - margin), first)
        high = _word_end(folded, min(last, one.end + margin), last)
        near = _trimmed(text, one.reading, low, high)
        if near is not None:
            yield near


def _word_start(text: str, at: int, floor: int) -> int:
    while at > floor and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int, limit: int) -> int:
    while at < limit and not text[at].isspace():
        at += 1
    return at


def _trimmed(text: str, reading: Reading, first: int, last: int) -> Near | None:
    """Cut a folded range down to the words that answer the draft's."""
    ours, theirs = words_of(text), words_of(reading.folded.text[first:last])
    comparison = SequenceMatcher(None, *_alike(theirs, ours), autojunk=False)
    blocks = _solid([block for block in comparison.get_matching_blocks() if block.size])
    if not blocks:
        return None
    low = max(0, blocks[0].a - blocks[0].b)
    high = min(len(theirs), blocks[-1].a + len(ours) - blocks[-1].b)
    span = reading.folded.source(first + theirs[low].start, first + theirs[high - 1].end)
    span = _bare(reading.article.text, span)
    voice = reading.voice(span)
    likeness = sum(block.size for block in blocks) / len(ours)
    return None if voice is None else Near(reading, span, voice, likeness)


def _alike(theirs: Sequence[Word], ours: Sequence[Word]) -> tuple[list[str], list[str]]:
    """Return both as stems, a source's stem written as the draft's where they are forms of one."""
    asked = stems(fold(word.bare) for word in ours)
    has = stems(fold(word.bare) for word in theirs)
    begun: dict[str, list[str]] = {}
    for stem in asked:
        begun.setdefault(stem[:_BEGINNING], []).append(stem)
    kin = {
        stem: next((one for one in begun.get(stem[:_BEGINNING], ()) if akin(one, stem)), stem)
        for stem in set(has)
    }
    return [kin[stem] for stem in has], asked


def _solid(blocks: list[Match]) -> list[Match]:
    """Leave out lone words at the edges that match by chance, far from the others."""
    while len(blocks) > 1 and blocks[0].size == 1 and _gap(blocks[0], blocks[1]) > _STRAY:
        blocks = blocks[1:]
    while len(blocks) > 1 and blocks[-1].size == 1 and _gap(blocks[-2], blocks[-1]) > _STRAY:
        blocks = blocks[:-1]
    return blocks


def _gap(one: Match, other: Match) -> int:
    return other.a - one.a - one.size


def _bare(text: str, span: Span) -> Span:
    """Take quotation marks and space off the edges of a range."""
    start, end = span.start, span.end
    while start < end - 1 and text[start] in _CLOSERS:
        start += 1
    while end > start + 1 and text[end - 1] in _CLOSERS:
        end -= 1
    return Span(start, end)
