"""Noun phrases: where one ends, given where it starts."""

from dataclasses import dataclass

from ingest.statements.tokens import Frame, Token
from ingest.statements.words import (
    DAY_PARTS,
    FUNCTION_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
)

LONGEST_SUBJECT = 60
"""Tokens; a subject with everything that hangs on it is never longer in real sentences."""
_RELATIVE_OPENERS = frozenset(["who", "whose"])
PHRASE_STOPS = frozenset({"quote", "semicolon", "colon", "dash", "stop", "close"})


@dataclass(frozen=True, slots=True)
class Source:
    """Tokens `first` to before `last` of a frame name the speaker."""

    first: int
    last: int


def noun_phrase_after(frame: Frame, start: int) -> Source | None:
    """Return the noun phrase that starts at token `start`, with what hangs on it."""
    end = phrase_end(frame.tokens, start, min(len(frame.tokens), start + LONGEST_SUBJECT))
    return Source(start, end) if end > start else None


def phrase_end(tokens: tuple[Token, ...], start: int, limit: int) -> int:
    """Return the end of the noun phrase that starts at `start`."""
    index = start
    relative = apposed = False
    while index < limit:
        token = tokens[index]
        if token.kind in PHRASE_STOPS:
            break
        relative = relative or token.lower in _RELATIVE_OPENERS
        apposed = apposed or token.kind == "comma"
        if token.kind == "open":
            index = next((i for i in range(index, limit) if tokens[i].kind == "close"), limit - 1)
        elif (token.kind == "comma" and not is_apposition(tokens, index + 1, limit)) or (
            index > start
            and not relative
            and not (apposed and _tells_where(tokens, index))
            and _ends_phrase(tokens, index)
        ):
            break
        index += 1
    while index > start and tokens[index - 1].kind in {"comma"}:
        index -= 1
    return index


def is_apposition(tokens: tuple[Token, ...], index: int, limit: int) -> bool:
    """Return whether what starts at token `index`, after a comma, describes the phrase before."""
    if index >= limit or tokens[index].kind != "word":
        return False
    word = tokens[index].lower
    if word in {"who", "whose", "which", "a", "an", "the"} or word in POSSESSIVES:
        return True
    return tokens[index].capital and word not in FUNCTION_WORDS


def _tells_where(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether a description goes on ("…, a fellow at the Port Office")."""
    following = [token for token in tokens[index + 1 : index + 3] if token.kind == "word"]
    if tokens[index].lower == "in":
        return bool(following) and following[0].lower == "charge"
    named = len(following) == 2 and following[0].lower == "the" and following[1].capital
    return tokens[index].lower == "at" and named


def _ends_phrase(tokens: tuple[Token, ...], index: int) -> bool:
    word = tokens[index].lower
    if word in {"of", "for", "and", "who", "whose", "which", "from", "with", "at", "in", "on"}:
        if word in {"in", "on", "at"}:
            return not (index + 1 < len(tokens) and tokens[index + 1].capital)
        return False
    return (
        word in PREPOSITIONS
        or word in SUBORDINATORS
        or word in TIME_WORDS
        or word in DAY_PARTS
        or word == "that"
    )
