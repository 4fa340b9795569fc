"""Where a page has a draft's words, word for word and not cut out of a word or number.

A place counts only if it is whole: words end where the source's words end, not "able" in "unable",
not "6" in "6,500" or "5" in "5 million". What a cut at whole words hides is judged in `cutting`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ingest import Span, Speaker, Statement, Voice
from rag.steps.quoting.cutting import cut_off, stance_at
from rag.steps.quoting.quoted import Quoted
from rag.steps.quoting.reading import Reading
from rag.steps.quoting.stance import Stance

_MOST_PLACES = 100
"""Places looked at in one page; only a word or two can stand in more."""
_HYPHENS = "-‐‑"
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SCALE = re.compile(r" (?:hundred|thousand|million|billion|trillion|percent|per cent)\b")
_PARAGRAPH_MARK = re.compile(r"[\n\r\u2028\u2029]\s*[\"“„«]")

_OPENING = frozenset('“„«"‘‚‹')
"""Marks that open a quotation."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place in one page where the words stand."""

    reading: Reading
    span: Span
    voice: Voice
    statement: Statement | None
    stance: Stance = "said"
    """Whether the page has the words said there, denies them or only supposes them."""
    flaw: str = ""
    """Why the place does not bear the quote out, though the words are there; empty if it does."""

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Whom the page gives the words to: mostly one, all of "Ames and Brandt said"."""
        if self.statement is None:
            return ()
        shared = self.reading.sharing(self.statement)
        return tuple(one.speaker for one in shared if one.speaker is not None)


def places(words: Quoted, reading: Reading) -> Iterator[Found]:
    """Yield the places in `reading` where the quoted words stand, in text order per spelling."""
    folded = reading.folded
    for variant in words.variants:
        for start in _starts(variant, folded.text):
            found = place(words, reading, start, start + len(variant))
            if found is not None:
                yield found


def place(words: Quoted, reading: Reading, start: int, end: int) -> Found | None:
    """Return the folded range as a place; none where it cuts a word or crosses voices."""
    folded = reading.folded
    if _joined(reading, start) or _joined(reading, end) or _unit_cut(folded.text, end):
        return None
    span = _stripped(reading, folded.source(start, end))
    voice = reading.voice(span)
    if voice is None:
        return None
    statement = reading.statement(span)
    if not _one_quotation(reading, span, statement):
        return None
    first = bisect_left(folded.starts, reading.line(span).start)
    told = stance_at(folded.text, start, end, first)
    whole = statement is not None and statement.kind == "direct" and _opens(reading, span, start)
    flaw = cut_off(words, folded.text, start, end, first, "said" if whole else told)
    return Found(reading, span, voice, statement, told, flaw)


def _opens(reading: Reading, span: Span, start: int) -> bool:
    """Return whether a quotation opens right before this place, which is at `start` when folded.

    A mark that opens a paragraph is left out of the folded text.
    """
    before = reading.article.text[max(0, span.start - 1) : span.start]
    return before in _OPENING or (
        reading.folded.text[max(0, start - 2) : start].rstrip().endswith("'")
    )


def _stripped(reading: Reading, span: Span) -> Span:
    """Take the space off that a dash at the edge was folded with."""
    words = reading.words(span)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + len(words.rstrip()))


def _starts(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle) if needle else -1
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(needle, at + 1)


def _joined(reading: Reading, at: int) -> bool:
    """Return whether the characters before and after this place belong to one word or number."""
    text = reading.folded.text
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return not (_SPACELESS.match(before) or _SPACELESS.match(after))
    if before.isalnum() and after in "'-.,:/⁄%‰°":
        return _holds_on(reading, at, before, text[at + 1 : at + 2])
    if after.isalnum() and before in "'-.,:/⁄+$€£¥":
        return _holds_on(reading, at - 1, after, text[max(0, at - 2) : at - 1])
    return False


def _holds_on(reading: Reading, at: int, char: str, beyond: str) -> bool:
    """Return whether the sign at `at` ties the `char` on its one side to what is `beyond` it."""
    link = reading.folded.text[at]
    if link in "%‰°+$€£¥":
        return char.isdigit()
    if link == "-":
        source = reading.words(reading.folded.source(at, at + 1))
        if char.isdigit() and not source[-1].isspace() and (source[0].isspace() or not beyond):
            return True  # a number's sign
        return source in _HYPHENS and beyond.isalnum()
    if link == "'":
        return beyond.isalnum() and not char.isdigit()
    return char.isdigit() and beyond.isdigit()


def _unit_cut(text: str, end: int) -> bool:
    return text[end - 1].isdigit() and _SCALE.match(text, end) is not None


def _one_quotation(reading: Reading, span: Span, statement: Statement | None) -> bool:
    """Return whether every paragraph mark inside belongs to one quotation that runs on."""
    for mark in _PARAGRAPH_MARK.finditer(reading.article.text, span.start, span.end):
        before = Span(span.start, span.start + 1)
        after = Span(mark.end(), mark.end() + 1)
        if statement is None or not all(
            any(piece.covers(end) for piece in statement.content) for end in (before, after)
        ):
            return False
    return True
