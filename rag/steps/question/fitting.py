"""Whom "he" or "she" may mean, as far as a name or a description tells."""

import re
from collections.abc import Sequence

from ingest.statements.given_names import gender_of
from ingest.statements.names import is_body_word
from rag.steps.words import fold, word_list, words
from rag.values.question import Turn

_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_MEN = word_list(
    """mr sir lord king prince husband father brother son uncle nephew boyfriend spokesman
    chairman widower grandfather"""
)
_WOMEN = word_list(
    """mrs ms miss lady queen princess wife mother sister daughter aunt niece girlfriend
    spokeswoman chairwoman widow grandmother"""
)


def fits(pronoun: str, name: str) -> bool:
    """Return whether the pronoun can mean the bearer of a name; in doubt it can."""
    wanted = _PRONOUNS.get(fold(pronoun), "")
    known = _gender(name)
    return not wanted or not known or known == wanted


def fitting(pronoun: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the names that the pronoun can mean; those surely meant where there are any."""
    possible = tuple(dict.fromkeys(name for name in names if fits(pronoun, name)))
    sure = tuple(name for name in possible if _gender(name) in ("m", "f"))
    return sure or possible


def full_name(name: str, turns: Sequence[Turn]) -> str:
    """Return a bare surname with the given name that the conversation has for it, if any."""
    if len(name.split()) > 1:
        return name
    full = re.compile(rf"\b[A-Z][\w-]+ {re.escape(name)}\b")
    for turn in reversed(turns):
        for match in full.finditer(f"{turn.answer}\n{turn.question}"):
            if _gender(match.group()):
                return match.group()
    return name


def _gender(name: str) -> str:
    """Return `m`, `f`, `n` for what is no human being, or nothing where the name does not tell."""
    spelt = words(name)
    for word in reversed(spelt):
        if word in _MEN or word in _WOMEN:
            return "m" if word in _MEN else "f"
        if is_body_word(word):
            return "n"
    return gender_of(spelt[0]) if len(spelt) > 1 else ""
