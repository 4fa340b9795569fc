"""Whether somebody is on record as saying what a question puts to them: yes, denied, or not that.

Careful rather than clever: "yes" needs all words of the claim and no "not" on either side that the
other lacks; where a "not" stands elsewhere in the sentence, the words are shown without a verdict.
"""

import re
from collections.abc import Sequence
from typing import Literal

from rag.steps.question.topic import coverage, has
from rag.steps.question.understand import Understood
from rag.steps.words import fold, stems, word_list, words
from rag.values.answer import Citation

Verdict = Literal["yes", "spoke", "denied", "otherwise", "nearest"]
"""Said so; spoke of it; denied it; said the opposite; said something near it."""

_ALL = 0.95
"""Share of the claim's weight that the words must hold for a yes or a no."""
_MOST = 0.67
_NEAR = 3
"""Words before the claim's last word within which a "not" is about it."""
_NEGATIONS = word_list(
    """not no never nobody nothing neither nor none cannot can't don't doesn't didn't won't wouldn't
    isn't aren't wasn't weren't hasn't haven't hadn't couldn't shouldn't without"""
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|"
    r"disput(?:e|es|ed|ing)|contradict(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]?")
_SENTENCE = re.compile(r"(?<=[.!?][\"”’'»])\s+|(?<=[.!?])\s+")
_TELLING = word_list(
    """say says said saying tell tells told state states stated claim claims claimed think thinks
    thought believe believes believed write writes wrote written announce announced declare declared
    maintain maintained insist insisted assert asserted argue argued suggest suggested report
    reported confirm confirmed admit admitted acknowledge acknowledged"""
)
"""Verbs that put a claim in somebody's mouth and add nothing to it."""


def denies(sentence: str) -> bool:
    """Return whether the sentence tells of a denial, in words of its own and not in quoted ones."""
    return bool(_DENIES.search(_QUOTED.sub(" ", sentence)))


def after_denial(sentence: str) -> str:
    """Return what a sentence that denies says was denied, its own words after the verb."""
    own = _QUOTED.sub(" ", sentence)
    match = _DENIES.search(own)
    return own[match.end() :] if match else ""


def negates(sentence: str) -> bool:
    """Return whether there is a "not" or its like in the sentence."""
    return bool(_NEGATIONS & set(words(sentence)))


def verdict(understood: Understood, citations: Sequence[Citation]) -> Verdict:
    """Return the strongest verdict that these words allow on "did X say ..."."""
    if not understood.proposition:
        return "spoke"
    found = [_of_one(understood, one.quote) for one in citations]
    for one in ("denied", "otherwise", "yes"):
        if one in found:
            return _unless_both(one, found)
    return "nearest"


def _unless_both(one: str, found: Sequence[str]) -> Verdict:
    """Return the verdict; none where the same person is on record both ways."""
    both = "yes" in found and one in ("denied", "otherwise")
    strong: dict[str, Verdict] = {"denied": "denied", "otherwise": "otherwise", "yes": "yes"}
    return "nearest" if both else strong[one]


def _of_one(understood: Understood, quote: str) -> Verdict:
    sentences = [one for one in _SENTENCE.split(quote) if one.strip()]
    held = [(coverage(understood.topic, frozenset(stems(words(one)))), one) for one in sentences]
    share, best = max(held, key=lambda pair: pair[0], default=(0.0, quote))
    claim_denied = bool(_DENIES.fullmatch(understood.verb))
    if denies(best):
        if share < _MOST:
            return "nearest"
        return "yes" if claim_denied else "denied"
    if share < _ALL or not (claim_denied or _same_act(understood.verb, quote)):
        return "nearest"
    found = _by_negation(understood, best)
    if claim_denied:
        return "yes" if found == "otherwise" else "nearest"
    return found


def _same_act(verb: str, quote: str) -> bool:
    """Return whether the verb only tells, or the quote tells the very same act."""
    return not verb or verb in _TELLING or has(stems([fold(verb)])[0], stems(words(quote)))


def _by_negation(understood: Understood, sentence: str) -> Verdict:
    asked = bool(_NEGATIONS & set(words(understood.topic.text)))
    tokens = words(sentence)
    stemmed = stems(tokens)
    at = [
        i
        for i, stem in enumerate(stemmed)
        if any(has(one, (stem,)) for one in understood.topic.stems)
    ]
    negated = [i for i, token in enumerate(tokens) if token in _NEGATIONS]
    if not at or not negated:
        return "otherwise" if asked and at else "yes"
    near = [i for i in negated if min(at[0], at[-1] - _NEAR) <= i < at[-1]]
    if len(near) != len(negated):
        return "nearest"
    return "yes" if asked else "otherwise"
