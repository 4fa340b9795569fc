"""What a quote leaves out at its two ends, where that turns what was said.

A part of a sentence may be quoted. But no "not" may stand right beside the cut nor before it in
its clause, unless the draft itself denies the words; a question may not become a claim; and a
clause shown as a whole sentence may not have lost the words that it hangs on: a condition, "I hope
that", or the rest of the sentence that a full stop pretends away.
"""

import re

from rag.steps.quoting.denying import denied
from rag.steps.quoting.quoted import Quoted
from rag.steps.quoting.stance import Stance, stance
from rag.steps.turning_words import NEGATED_VERB, NEGATIVES, UNTRUE, any_of

_NEGATION = any_of(NEGATIVES, [NEGATED_VERB])
_NOT_BEFORE = re.compile(rf"\b{_NEGATION} $", re.IGNORECASE)
_NOT_AFTER = re.compile(rf" {_NEGATION}\b", re.IGNORECASE)
_UNTRUE_AFTER = re.compile(
    rf" (?:is|was|are|were)(?: \w+ly)? (?:not true|wrong|nonsense|a lie|a myth|{any_of(UNTRUE)})\b"
)
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
_CLOSED = re.compile(r"[.,;:!?]?'")
_HEAD = 300
"""Characters of a sentence's beginning that are looked at."""
_TAIL = 80
_BESIDE = 16


def stance_at(text: str, start: int, end: int, first: int) -> Stance:
    """Return what the sentence around the words at [start, end) says of them.

    `first` is where their paragraph begins. A negation right beside them counts too.
    """
    head, tail = text[max(first, start - _HEAD) : start], text[end : end + _TAIL]
    closed = _CLOSED.match(tail)
    told = stance(head, tail[closed.end() :] if closed else "", text[start : start + _BESIDE])
    beside = bool(_NOT_BEFORE.search(head[-_BESIDE:]) or _NOT_AFTER.match(tail))
    beside = beside or (head.endswith("that ") and _UNTRUE_AFTER.match(tail) is not None)
    return "denied" if told == "said" and beside else told


def cut_off(
    words: Quoted, text: str, start: int, end: int, first: int = 0, told: Stance = "said"
) -> str:
    """Return what was wrongly cut off beside these words at [start, end), or nothing.

    `first` is where their paragraph begins, `told` what their sentence says of them where it is no
    statement that they were said.
    """
    head, tail = text[max(first, start - _HEAD) : start], text[end : end + _TAIL]
    if _NOT_AFTER.match(tail) or (not words.denied and _NOT_BEFORE.search(head[-_BESIDE:])):
        return "a negation that stands right beside these words was cut off"
    if words.stop and tail.startswith("?"):
        return "the source asks this as a question"
    if not words.denied and (told == "denied" or denied(head, text[start : start + _BESIDE])):
        return "the source denies what these words say"
    if not words.denied and told == "supposed":
        return "the source does not say that these words were said, but that they may be"
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
