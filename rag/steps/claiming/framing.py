"""The words that only tell that something is told; whose words they are is checked apart."""

import re

from rag.steps.claiming.tokens import Token, tokens
from rag.steps.words import word_list

_TELLING = word_list(
    """say says said saying tell tells told telling stated states stating add adds added adding
    commented remarked speaks spoke speaking quoted quotes reported reports wrote writes writing
    written answered replied"""
)
_NOUN_AFTER = word_list(
    """a an the this that these those his her its their our my your no any some several many few
    2 3 new of in on at to by for with from about"""
)
"""After these the word is a noun, which says something of its own."""
_PHRASES = re.compile(
    r"\b(?:according to|in the words of|puts? it|(?:this|the) (?:article|page|paper|report)(?="
    r" says?| said| reports| reported| tells| told| writes| wrote| quotes| quoted)"
    r"|an? reader(?:'s|’s)?(?: comments?)?|(?:the )?readers?|comments?(?=:))(?!\w)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording to ([^,;.:]+)", re.IGNORECASE)


def own_words(text: str) -> tuple[Token, ...]:
    """Return the words of a text without those that only tell that something is told."""
    found = tokens(_PHRASES.sub(" ", text))
    return tuple(one for at, one in enumerate(found) if not _tells(found, at))


def telling(one: Token) -> bool:
    """Return whether the word may tell that something is told."""
    return one.word in _TELLING


def sources(text: str) -> tuple[str, ...]:
    """Return whom the text says that it goes "according to", as it writes them."""
    return tuple(found.group(1).strip() for found in _ACCORDING.finditer(text))


def _tells(found: tuple[Token, ...], at: int) -> bool:
    one = found[at]
    if one.word not in _TELLING or (one.capital and at > 0):
        return False
    return at == 0 or found[at - 1].word not in _NOUN_AFTER or one.word.endswith(("d", "te", "ing"))
