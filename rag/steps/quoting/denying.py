"""Whether the words before a cut deny what stands behind it, as far as their clause reaches.

A clause is bounded by punctuation, by a conjunction that opens another one, or by a finite verb of
saying. What only sounds like a denial ("no doubt", "not only", "nothing will stop us") is none.
"""

import re

from rag.steps.turning_words import (
    BRUSHING_OFF,
    DENYING,
    NEGATED_VERB,
    NEGATIVES,
    UNTRUE,
    any_of,
)
from rag.steps.words import word_list

_SENTENCE_ENDS = re.compile(r"[.!?](?=[')\s])|…|\n")
_PUT_IN = re.compile(
    r", [^,]{0,40}\b(?:said|says|added|told|noted|insisted|argued|explained)\b[^,]{0,30},(?= \w)"
)
"""An attribution put into its sentence: the clause goes on behind it."""
_QUOTED = re.compile(r"(?<!\w)'(?=\S)(?:[^']|(?<=\w)'(?=\w))*(?<=\S)'(?!\w)")
"""A whole quotation before the cut: what it denies is its own."""
_BOUNDS = re.compile(
    r"[,;:(]|(?<!\w)-|-(?!\w)|\b(?:because|since|while|whereas|but|although|though|when|after"
    r"|who|which|whose|if|unless|until"
    r"|(?:and|or) (?:i|we|you|he|she|it|they|this|that|there|the|now|then)"
    r"|said|says|told|added|wrote|writes|explained|replied|warned|insisted|announced|saying|adding"
    r"|insisting|arguing|calling|called|describ(?:ed|ing))\b",
    re.IGNORECASE,
)
_READ_ON = word_list("not no without nothing")
"""Negatives of which the next word may make something else."""
_NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply|least|surprising))"
    r"|no(?! (?:doubt|secret|wonder|question|matter|mistake|less|sooner|coincidence)\b)"
    r"|without(?! (?:doubt|question))|nothing(?! (?:but|less|short))"
    rf"|{any_of(NEGATIVES - _READ_ON)}|{NEGATED_VERB}(?! (?:only|just)))\b"
    r"(?!(?: \w+){0,2} (?:stop|prevent|deter|keep|help|forget|deny|doubt)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^'?(?:none|nobody|neither|nothing|no one|no)\b", re.IGNORECASE)
"""A negation that opens its clause, and so stands for the subject of whatever verb comes."""
_FINITE = re.compile(
    r"(?:is|are|was|were|will|would|has|have|had|can|could|must|should|do|does|did|may|might)\b"
)
_DENIAL = re.compile(
    rf"\b(?:{any_of(DENYING, BRUSHING_OFF, UNTRUE)}|(?:rul(?:e[sd]?|ing)) out)\b",
    re.IGNORECASE,
)
_DENIAL_BOUNDS = re.compile(
    r"\b(?:as|and|with|(?:dismissed|rejected|denied|disputed) by)\b|" + _BOUNDS.pattern,
    re.IGNORECASE,
)
"""What somebody "dismissed as" something is not denied to be that."""


def denied(before: str, first: str) -> bool:
    """Return whether a sentence's words `before` a cut deny what begins with `first` there.

    `before` is folded text that ends at the cut; what stands in it before the sentence counts not.
    """
    head = sentence_of(before)
    if _DENIAL.search(_clause(head, _DENIAL_BOUNDS)) is not None:
        return True
    clause = _clause(head, _BOUNDS)
    if _FINITE.match(first) is not None:
        return _SUBJECT.match(clause) is not None
    return _NEGATION.search(clause) is not None


def sentence_of(before: str) -> str:
    """Return the beginning of the sentence in which folded text ends, what it quotes left out."""
    return _PUT_IN.sub("", _QUOTED.sub("''", _SENTENCE_ENDS.split(before)[-1]))


def denies(cue: str) -> bool:
    """Return whether the words that report a statement say that it is not so."""
    return _DENIAL.search(cue) is not None


def _clause(head: str, bounds: "re.Pattern[str]") -> str:
    """Return the last clause of a sentence's beginning."""
    end = max((bound.end() for bound in bounds.finditer(head)), default=0)
    return head[end:].lstrip()
