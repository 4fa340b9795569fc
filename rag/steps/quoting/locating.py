"""Where a page has a draft's words, word for word and not cut out of a word, number or negation.

A place counts only if it is whole: words end where the source's words end (not "able" in "unable",
not "6" in "6,500" or "5" in "5 million"), no "not" stands right beside the cut, a question was not
made a claim, and a sentence quoted as a whole has not lost its condition.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest import Span, Statement, Voice
from rag.steps.quoting.quoted import Quoted
from rag.steps.quoting.reading import Reading

_MOST_PLACES = 100
"""Places looked at in one page; only a word or two can stand in more."""
_HYPHENS = "-‐‑"
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_NEGATION = r"(?:not|never|no|nor|neither|without|hardly|scarcely|cannot|none|nothing|\w+n't)"
_NOT_BEFORE = re.compile(rf"\b{_NEGATION} $", re.IGNORECASE)
_NOT_AFTER = re.compile(rf" {_NEGATION}\b", re.IGNORECASE)
_SCALE = re.compile(r" (?:hundred|thousand|million|billion|trillion|percent|per cent)\b")
_CONDITION = r"(?:if|unless|until|but|except|although|though|provided|without|only)"
_CONDITION_AFTER = re.compile(rf"[,;:]? ?-?{_CONDITION}\b")
_CONDITION_BEFORE = re.compile(r"(?:if|unless|until|only)\b[^.!?]*,? $", re.IGNORECASE)
_DENIED_BEFORE = re.compile(
    r"\b(?:not|never|no|cannot|false|untrue|den(?:y|ies|ied|ying)|\w+n't)\b[^,;:.]{0,60}\bthat $",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[.!?…](?=['\s])|(?<![^\W_])'|'(?![^\W_])")
"""Where a sentence or quotation ends before the words; not an apostrophe inside a word."""
_STARTS = re.compile(r"(?:^|['.!?:;…] ?|['\"])$")
_PARAGRAPH_MARK = re.compile(r"[\n\r\u2028\u2029]\s*[\"“„«]")
_HEAD = 300
"""Characters of a sentence's beginning that are looked at."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place in one page where the words stand."""

    reading: Reading
    span: Span
    voice: Voice
    statement: Statement | None
    flaw: str = ""
    """Why the place does not bear the quote out, though the words are there; empty if it does."""


def places(words: Quoted, reading: Reading) -> Iterator[Found]:
    """Yield the places in `reading` where the quoted words stand, in text order per spelling."""
    folded = reading.folded
    for variant in words.variants:
        for start in _starts(variant, folded.text):
            found = place(reading, start, start + len(variant), words.stop)
            if found is not None:
                yield found


def place(reading: Reading, start: int, end: int, stop: str = "") -> Found | None:
    """Return the folded range as a place; none where it cuts a word or crosses voices."""
    folded = reading.folded
    if _joined(reading, start) or _joined(reading, end) or _unit_cut(folded.text, end):
        return None
    span = folded.source(start, end)
    voice = reading.voice(span)
    if voice is None:
        return None
    statement = reading.statement(span)
    if not _one_quotation(reading, span, statement):
        return None
    return Found(reading, span, voice, statement, _flaw(folded.text, start, end, stop))


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
        if reading.words(reading.folded.source(at, at + 1)) not in _HYPHENS:
            return False  # a dash, or a hyphen with space around it
        return beyond.isalnum() or (char.isdigit() and not beyond.strip())
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


def _flaw(text: str, start: int, end: int, stop: str) -> str:
    head, tail = text[max(0, start - _HEAD) : start], text[end : end + 40]
    if _NOT_BEFORE.search(head[-16:]) or _NOT_AFTER.match(tail):
        return "a negation that stands right beside these words was cut off"
    if stop and tail.startswith("?"):
        return "the source asks this as a question"
    head = _SENTENCE_ENDS.split(head)[-1].lstrip()
    if _DENIED_BEFORE.search(head):
        return "the source denies what these words say"
    whole = not head or _STARTS.search(text[max(0, start - 2) : start]) is not None
    if whole and _CONDITION_AFTER.match(tail):
        return "the sentence goes on with a condition that was cut off"
    ends = stop or not tail or tail[0] in ".!?'"
    if ends and tail[:1] in ("", ".", "!", "?", "'", ",") and _CONDITION_BEFORE.match(head):
        return "the sentence begins with a condition that was cut off"
    return ""
