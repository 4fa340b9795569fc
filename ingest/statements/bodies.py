"""The names of bodies and groups: which part of a phrase is one, and which phrases are none."""

from ingest.statements.names import ROLES, is_body_word
from ingest.statements.tokens import Token
from ingest.statements.words import (
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_time,
)

_OPENERS = DETERMINERS | POSSESSIVES
_NEVER_INSIDE = POSSESSIVES | SUBORDINATORS | SUBJECT_PRONOUNS | CONJUNCTIONS - {"and"}


def body_name(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens that name a body ("the UN on Friday": "UN"); none if a clause is there."""
    while first < last and tokens[first].lower in _OPENERS:
        first += 1
    last = next((i for i in range(first + 1, last) if _starts_time(tokens, i, last)), last)
    if first >= last or any(_tells_clause(tokens, i, last) for i in range(first, last)):
        return None
    return (first, last) if _owns_people(tokens, first, last) else None


def _starts_time(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    if is_time(tokens[index].lower):
        return True
    preposition = tokens[index].lower in PREPOSITIONS and index + 1 < last
    return preposition and is_time(tokens[index + 1].lower)


def _tells_clause(tokens: tuple[Token, ...], index: int, last: int) -> bool:
    """Return whether the word cannot stand inside a name: a verb, a pronoun, "to" with a verb."""
    token = tokens[index]
    if token.kind != "word" or (token.text.isupper() and len(token.text) > 1):
        return False
    if token.lower == "to":
        return index + 1 < last and not tokens[index + 1].capital
    return token.lower in _NEVER_INSIDE or (not token.capital and token.finite)


def _owns_people(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether a genitive ("Ruritania's lawyers") owns people or a body, where there is one.

    What else somebody has ("Lind's remarks") does not speak.
    """
    if all(token.kind != "possessive" for token in tokens[first:last]):
        return True
    words = [token.lower for token in tokens[first:last]]
    end = next((i for i, word in enumerate(words) if i and word in PREPOSITIONS), len(words))
    noun = words[end - 1]
    return is_body_word(noun) or noun in ROLES or noun.removesuffix("s") in ROLES
