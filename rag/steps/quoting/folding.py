"""Text with its typography made equal, and the way back to the source's own characters.

The written rule, in order: invisible characters (soft hyphens, zero-width and direction marks) go;
canonical composition (NFC); ligatures become letters; every run of quotation marks becomes one
straight mark; white space becomes one space; brackets around the first letter of a word go; dashes
and hyphens with the space around them become one hyphen; every form of ellipsis becomes one sign;
space before punctuation goes.
Case, digits, accents and letters of other alphabets that look alike are never folded.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest import Span

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]+"
)
_LIGATURE = re.compile(
    "[\u0132\u0133\u01c4-\u01cc\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdff\ufe70-\ufefc]"
)
"""Letters written as one sign; never signs that stand for digits, fractions or powers."""
_MARK = "[\"'“”„‟«»‹›‘’‚‛′″`´＂]"
_PARAGRAPH_MARK = re.compile(rf"(?<=[\n\r\u2028\u2029])\s*{_MARK}+(?=\S)")
"""A quotation that runs over paragraphs is opened anew in each of them."""
_MARKS = re.compile(rf"[«‹]\s*{_MARK}*|{_MARK}+")
_DOUBLE = re.compile('["“”„‟«»″＂]|..')
_BRACKETED = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
"""A first letter that an editor raised or lowered."""
_DASH = re.compile(r"[-‐‑‒–—―−﹘﹣－]+\s*")
_DOTS = r"(?:\.\s?)?(?:…|\.\s?\.\s?\.)(?:\s?[.…])*"
_ELLIPSIS = re.compile(rf"(?:\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})\s*")
_BEFORE_STOP = re.compile(r"\s+(?=[,;:!?]|\.(?!\d))")
_SPACE = re.compile(r"\s{2,}|[^\S ]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; character i comes from the source's characters starts[i] to ends[i]."""

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def source(self, start: int, end: int) -> Span:
        """Return the source range of the folded range [start, end), which must not be empty."""
        return Span(self.starts[start], self.ends[end - 1])


def fold(text: str) -> Folded:
    """Return `text` folded by the rule above, with the source range of every character left."""
    counted = array("i", range(len(text) + 1))
    folded = Folded(text, counted[:-1], counted[1:])
    if not text.isascii():
        folded = _replace(folded, _INVISIBLE, _nothing)
        folded = _composed(folded)
        folded = _replace(folded, _LIGATURE, _letters)
    folded = _replace(folded, _PARAGRAPH_MARK, _nothing)
    folded = _replace(folded, _MARKS, _mark, _space_before_closer)
    folded = _replace(folded, _SPACE, lambda _: " ")
    folded = _replace(folded, _BRACKETED, lambda found: found[1])
    folded = _replace(folded, _DASH, lambda _: "-", _space_before)
    folded = _replace(folded, _ELLIPSIS, lambda _: "…", _space_before)
    return _replace(folded, _BEFORE_STOP, _nothing)


def _nothing(_: re.Match[str]) -> str:
    return ""


def _letters(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def _mark(found: re.Match[str]) -> str:
    """Return one mark for all kinds, since nesting flips double and single.

    After a digit the kinds stay apart: 6' and 6" are not the same length.
    """
    start = _space_before_closer(found)
    digit = start > 0 and found.string[start - 1].isdigit()
    return '"' if digit and _DOUBLE.search(found.group().strip()) else "'"


def _at_once(found: re.Match[str]) -> int:
    return found.start()


def _space_before(found: re.Match[str]) -> int:
    """Return where the space before a match begins: looked for from the sign, which is rarer."""
    start = found.start()
    while start and found.string[start - 1].isspace():
        start -= 1
    return start


def _space_before_closer(found: re.Match[str]) -> int:
    return _space_before(found) if found.group()[0] in "»›" else found.start()


def _replace(
    folded: Folded,
    pattern: re.Pattern[str],
    by: Callable[[re.Match[str]], str],
    begin: Callable[[re.Match[str]], int] = _at_once,
) -> Folded:
    edits: list[tuple[int, int, str]] = []
    last = 0
    for found in pattern.finditer(folded.text):
        edits.append((max(last, begin(found)), found.end(), by(found)))
        last = found.end()
    return _edited(folded, edits) if edits else folded


def _edited(folded: Folded, edits: list[tuple[int, int, str]]) -> Folded:
    text, starts, ends = folded.text, folded.starts, folded.ends
    parts: list[str] = []
    new_starts, new_ends = array("i"), array("i")
    position = 0
    for start, end, by in edits:
        parts += (text[position:start], by)
        new_starts += starts[position:start]
        new_ends += ends[position:start]
        new_starts.extend([starts[start]] * len(by))
        new_ends.extend([ends[end - 1]] * len(by))
        position = end
    parts.append(text[position:])
    new_starts += starts[position:]
    new_ends += ends[position:]
    return Folded("".join(parts), new_starts, new_ends)


def _composed(folded: Folded) -> Folded:
    if unicodedata.is_normalized("NFC", folded.text):
        return folded
    edits = []
    for start, end in _clusters(folded.text):
        cluster = folded.text[start:end]
        whole = unicodedata.normalize("NFC", cluster)
        if whole != cluster:
            edits.append((start, end, whole))
    return _edited(folded, edits)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges within which characters can combine: a starter and what follows it."""
    start = 0
    for index in range(1, len(text)):
        char = text[index]
        if not unicodedata.combining(char) and not "\u1161" <= char <= "\u11c2":
            yield start, index
            start = index
    if text:
        yield start, len(text)
