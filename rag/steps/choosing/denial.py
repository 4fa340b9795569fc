"""Words that deny and words that negate, told apart from what is only called disputed."""

import re

from rag.steps.words import word_list, words

NEGATIONS = word_list(
    """not no never nobody nothing neither nor none cannot can't don't doesn't didn't won't wouldn't
    isn't aren't wasn't weren't hasn't haven't hadn't couldn't shouldn't without"""
)
_DENIES = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\bof )(?<!\bthis )(?<!\btheir )(?<!\bits )"
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|"
    r"disput(?:e|es|ed|ing)|contradict(?:s|ed|ing)?)\b",
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
