"""Words that govern a clause so that it is not said as true: "dismissed claims that …".

A claim may leave out that somebody *said* something and name them in another way. It may not leave
out that they denied it, feared it, or only spoke of others' claims.
"""

from collections.abc import Iterable

from ingest.statements.verbs import reporting_verbs
from rag.steps.claiming.tokens import Token
from rag.steps.words import word_list

_NOUNS = word_list(
    """claim claims allegation allegations accusation accusations assertion assertions suggestion
    suggestions rumour rumours rumor rumors reports speculation idea ideas notion notions view
    views belief beliefs theory theories charge charges insinuation insinuations possibility
    chance risk danger fear fears hope hopes doubt doubts threat threats prospect question questions
    impression myth lie lies denial denials"""
)
_NOT_PLAIN = word_list(
    """deny question doubt ask demand propose recommend urge wonder plead inquire theorize
    speculate plan swear pretend imagine dream estimate suspect hint imply alleged beg implore order
    instruct persuade convince decide determine"""
)
"""Verbs of speaking after which the speaker does not say that it is so."""


def governor(words: Iterable[Token], kept: Iterable[Token]) -> str:
    """Return the first of `words` that governs what follows, and is not `kept` in the claim."""
    here = {one.word for one in kept}
    return next((one.word for one in words if governs(one) and one.word not in here), "")


def governs(one: Token) -> bool:
    """Return whether what hangs on this word is not said as true by whoever speaks."""
    if one.mark or one.capital:
        return False
    if one.word in _NOUNS:
        return True
    verb = reporting_verbs().get(one.word)
    if verb is None or (verb.noun_too and verb.lemma not in _NOT_PLAIN):
        return False
    return verb.kind == "mind" or verb.lemma in _NOT_PLAIN or one.word in _NOT_PLAIN
