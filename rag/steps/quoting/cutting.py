"""What a quote leaves out at its two ends, where that turns what was said.

A part of a sentence may be quoted. But no "not" may stand right beside the cut nor before it in
its clause, unless the draft itself denies the words; a question may not become a claim; and a
clause shown as a whole sentence may not have lost the words that it hangs on: a condition, "I hope
that", or the rest of the sentence that a full stop pretends away.
"""

import re

from rag.steps.quoting.denying import denied
from rag.steps.quoting.quoted import Quoted
from rag.steps.turning_words import NEGATED_VERB, NEGATIVES, any_of

_NEGATION = any_of(NEGATIVES, [NEGATED_VERB])
_NOT_BEFORE = re.compile(rf"\b{_NEGATION} $", re.IGNORECASE)
_NOT_AFTER = re.compile(rf" {_NEGATION}\b", re.IGNORECASE)
_CONDITION = r"(?:if|unless|until|but|except|although|though|provided|without|only)"
_CONDITION_AFTER = re.compile(rf"[,;:]? ?-?{_CONDITION}\b")
_CONDITION_BEFORE = re.compile(r"(?:if|unless|until|only)\b[^.!?]*,? $", re.IGNORECASE)
_HELD_BEFORE = re.compile(
    r"\b(?:that|whether|if|hopes?d?|think|believe|doubt|wish|guess|suppose|suspect|fear|expect|feel"
    r"|say|says|said|claims?|claimed|imagine|pretend) $",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[,;:]? ?[\w-]")
_SENTENCE_ENDS = re.compile(r"[.!?](?=['\s])|…|(?<![^\W_])'|'(?![^\W_])")
"""Where a sentence or quotation ends before the words; not an apostrophe inside a word."""
_OPENS = re.compile(r"(?:^|[.!?:;…]|['\"])['\"]? ?$")
_HEAD = 300
"""Characters of a sentence's beginning that are looked at."""
_TAIL = 40
_BESIDE = 16


def cut_off(words: Quoted, text: str, start: int, end: int, first: int = 0) -> str:
    """Return what was wrongly cut off beside these words at [start, end), or nothing.

    `first` is where their paragraph begins.
    """
    head, tail = text[max(first, start - _HEAD) : start], text[end : end + _TAIL]
    if _NOT_AFTER.match(tail) or (not words.denied and _NOT_BEFORE.search(head[-_BESIDE:])):
        return "a negation that stands right beside these words was cut off"
    if words.stop and tail.startswith("?"):
        return "the source asks this as a question"
    if not words.denied and denied(head, text[start : start + _BESIDE]):
        return "the source denies what these words say"
    if _OPENS.search(head[-3:]) is not None:
        return _after(words, tail)
    return _before(words, _SENTENCE_ENDS.split(head)[-1].lstrip(), text[start], tail)


def _after(words: Quoted, tail: str) -> str:
    """Return what a clause quoted from its sentence's beginning has lost at its end."""
    if _CONDITION_AFTER.match(tail):
        return "the sentence goes on with a condition that was cut off"
    if words.stop == "." and _GOES_ON.match(tail):
        return "the sentence goes on where the quote closes it with a full stop"
    return ""


def _before(words: Quoted, head: str, first: str, tail: str) -> str:
    """Return what a clause quoted from within a sentence has lost at its beginning."""
    if _CONDITION_BEFORE.match(head) and tail[:1] in ("", ".", "!", "?", "'", ","):
        return "the sentence begins with a condition that was cut off"
    if words.raised and first.islower() and _HELD_BEFORE.search(head):
        return "the sentence begins with words that these hang on"
    return ""
