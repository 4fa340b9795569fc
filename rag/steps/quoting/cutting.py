"""What a quote leaves out at its two ends, where that turns what was said.

A part of a sentence may be quoted. But no "not" may stand right beside the cut, a question may not
become a claim, and a clause shown as a whole sentence may not have lost the words that it hangs on:
a condition, a denial, "I hope that", or the rest of the sentence that a full stop pretends away.
"""

import re

from rag.steps.quoting.quoted import Quoted

_NEGATION = (
    r"(?:not|never|no|nor|neither|without|hardly|scarcely|cannot|none|nobody|nothing|nowhere"
    r"|\w+n't)"
)
_NOT_BEFORE = re.compile(rf"\b{_NEGATION} $", re.IGNORECASE)
_NOT_AFTER = re.compile(rf" {_NEGATION}\b", re.IGNORECASE)
_CONDITION = r"(?:if|unless|until|but|except|although|though|provided|without|only)"
_CONDITION_AFTER = re.compile(rf"[,;:]? ?-?{_CONDITION}\b")
_CONDITION_BEFORE = re.compile(r"(?:if|unless|until|only)\b[^.!?]*,? $", re.IGNORECASE)
_DENIED_BEFORE = re.compile(
    r"\b(?:not|never|no|cannot|false|untrue|den(?:y|ies|ied|ying)|\w+n't)\b[^,;:.]{0,60}\bthat $",
    re.IGNORECASE,
)
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


def cut_off(words: Quoted, text: str, start: int, end: int) -> str:
    """Return what was wrongly cut off beside these words at [start, end), or nothing."""
    head, tail = text[max(0, start - _HEAD) : start], text[end : end + _TAIL]
    if _NOT_BEFORE.search(head[-_BESIDE:]) or _NOT_AFTER.match(tail):
        return "a negation that stands right beside these words was cut off"
    if words.stop and tail.startswith("?"):
        return "the source asks this as a question"
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
    if _DENIED_BEFORE.search(head):
        return "the source denies what these words say"
    if _CONDITION_BEFORE.match(head) and tail[:1] in ("", ".", "!", "?", "'", ","):
        return "the sentence begins with a condition that was cut off"
    if words.raised and first.islower() and _HELD_BEFORE.search(head):
        return "the sentence begins with words that these hang on"
    return ""
