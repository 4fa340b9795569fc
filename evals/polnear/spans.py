"""Comparing spans: overlap, exact equality after stripping, and what kind of content one is."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from ingest import Span

ContentKind = Literal["fully quoted", "partly quoted", "indirect"]
SourceKind = Literal["pronoun", "named", "role"]

_PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you", "who"])
_QUOTED = re.compile(r"[\"“][^\"“”]+[\"”]")


def overlap(text: str, first: Iterable[Span], second: Iterable[Span]) -> float:
    """Return the share of common letters and digits in all of both (Jaccard index), 0 to 1."""
    one, other = _letters(text, first), _letters(text, second)
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def coverage(text: str, inner: Iterable[Span], outer: Iterable[Span]) -> float:
    """Return the share of the letters and digits of `inner` that `outer` holds too, 0 to 1."""
    letters = _letters(text, inner)
    return len(letters & _letters(text, outer)) / len(letters) if letters else 0.0


def touch(first: Sequence[Span], second: Sequence[Span]) -> bool:
    """Return whether any span of one shares a character with any of the other."""
    return any(one.overlaps(other) for one in first for other in second)


def stripped(text: str, spans: Iterable[Span]) -> frozenset[Span]:
    """Return the spans without outer quotation marks, space and punctuation.

    Pieces with nothing but such characters between them are one span.
    """
    pieces: list[Span] = []
    for span in sorted(spans):
        if pieces and not any(c.isalnum() for c in text[pieces[-1].end : span.start]):
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    bare = (_bare(text, piece) for piece in pieces)
    return frozenset(span for span in bare if span.end > span.start)


def content_kind(text: str, content: Sequence[Span]) -> ContentKind:
    """Return how much of a gold content stands in double quotation marks."""
    if text[content[0].start] in '"“' and text[content[-1].end - 1] in '"”':
        return "fully quoted"
    if any(_QUOTED.search(span.of(text)) for span in content):
        return "partly quoted"
    return "indirect"


def source_kind(text: str, source: Sequence[Span]) -> SourceKind:
    """Return what sort of noun phrase a gold source is."""
    words = " ".join(span.of(text) for span in source).split()
    if len(words) == 1 and words[0].lower() in _PRONOUNS:
        return "pronoun"
    starts = [
        word for word in words if word[0].isupper() and word.lower() not in {"the", "a", "an"}
    ]
    return "named" if starts else "role"


def _letters(text: str, spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end) if text[i].isalnum()}


def _bare(text: str, span: Span) -> Span:
    piece = span.of(text)
    lead = re.match(r"\W*", piece)
    tail = re.search(r"\W*$", piece)
    start = span.start + (lead.end() if lead else 0)
    return Span(start, max(start, span.start + (tail.start() if tail else len(piece))))
