"""Words that deny and words that negate, told apart from what is only called disputed."""

import re

from rag.steps.turning_words import CONTRACTIONS, DENYING, NEGATIVES, any_of
from rag.steps.words import words

NEGATIONS = NEGATIVES | CONTRACTIONS
_DENIES = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bof )(?<!\bthis )(?<!\btheir )(?<!\bits )"
    rf"\b{any_of(DENYING)}\b",
    re.IGNORECASE,
)
_NO_NEGATION = re.compile(
    r"\b(?:no|not)\s+(?:more|less|fewer|later|earlier|longer)\s+than\b|\bnot\s+(?:only|just|least)\b|"
    r"\bno\s+doubt\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]?")


def denies(sentence: str) -> bool:
    """Return whether the sentence tells of a denial, in words of its own and not in quoted ones.

    A disputed region, or the denied charge, is a thing and no denial.
    """
    return bool(_DENIES.search(_QUOTED.sub(" ", sentence)))


def after_denial(sentence: str) -> str:
    """Return what a sentence that denies says was denied, its own words after the verb."""
    own = _QUOTED.sub(" ", sentence)
    match = _DENIES.search(own)
    return own[match.end() :] if match else ""


def negates(sentence: str) -> bool:
    """Return whether there is a "not" or its like in the sentence."""
    return bool(NEGATIONS & set(plain(sentence)))


def plain(sentence: str) -> list[str]:
    """Return the folded words of a sentence without a "not" or "no" that negates nothing."""
    return words(_NO_NEGATION.sub(" ", sentence))
