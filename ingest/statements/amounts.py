"""Amounts in what is said, whose prepositions set no scene."""

from ingest.statements.tokens import Token
from ingest.statements.words import DETERMINERS

_ROUGHLY = frozenset(["about", "around"])
_BOUNDS = frozenset([("at", "least"), ("at", "most"), ("up", "to")])
_POINTING = frozenset(["a", "an", "the", "this", "that", "these", "those"])
_PARTS = frozenset(["half", "third"])
_LIVES = frozenset(["life", "lives", "victim", "victims"])
_REACH = 7


def opens_amount(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether an amount starts at token `index` ("about half the votes", "at least two")."""
    if index + 1 >= len(tokens):
        return False
    word, amount = tokens[index].lower, tokens[index + 1]
    if (word, amount.lower) in _BOUNDS:
        return index + 2 < len(tokens)
    if word not in _ROUGHLY:
        return False
    counted = (DETERMINERS | _PARTS) - _POINTING
    return amount.lower in counted or amount.text[0].isdigit()


def takes_lives(tokens: tuple[Token, ...], verb: int) -> bool:
    """Return whether what stands at token `verb` only kills ("the flood claimed 12 lives")."""
    for token in tokens[verb + 1 : verb + _REACH]:
        if token.lower in _LIVES:
            return True
        if token.kind != "word" or token.finite or token.lower == "that":
            return False
    return False
