"""Speech that did not happen: "did not answer", "declined to comment", "refused to say"."""

from ingest.statements.tokens import Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import AUXILIARIES, NEGATIONS, is_adverb

_WITHHOLDING = vocabulary("""
    decline declines declined declining refuse refuses refused refusing
""")
_ASKING = frozenset(["ask", "asks", "asked", "asking"])
"""What somebody does who will not be named."""
_SPEAKING = vocabulary("""
    say comment answer respond reply speak talk discuss elaborate explain tell confirm
    commented answered responded replied spoken said elaborated
""")
_AVOIDING = frozenset(
    [("short", "of"), ("far", "from"), ("instead", "of"), ("rather", "than"), ("refrained", "from")]
)
_WISHING = frozenset(["to", "wish", "want", "care", "like"])
"""What may stand between a negation and the speech: "did not wish to comment"."""
_NEGATED_REACH = 4


def withholds(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether the word at `index` keeps speech back ("refused to say", "asked not to be").

    Refusing anything but speech tells what somebody will not do, which is a statement. What is
    avoided ("short of saying", "without saying") is not said either.
    """
    if tokens[index].lower.endswith("ing") and _is_avoided(tokens, index):
        return True
    following = [token.lower for token in tokens[index + 1 : index + 4]]
    if tokens[index].lower in _ASKING and following == ["not", "to", "be"]:
        return True
    if tokens[index].lower not in _WITHHOLDING:
        return False
    if following[:1] == ["to"]:
        following = following[1:]
    return following[:1] != [] and following[0] in _SPEAKING


def _is_avoided(tokens: tuple[Token, ...], index: int) -> bool:
    before = tuple(token.lower for token in tokens[max(0, index - 2) : index])
    return before[-1:] in {("without",), ("avoided",), ("avoids",)} or before in _AVOIDING


def stays_silent(tokens: tuple[Token, ...]) -> bool:
    """Return whether the sentence tells that somebody did not speak."""
    return any(
        withholds(tokens, index) or (token.lower in _SPEAKING and _is_negated(tokens, index))
        for index, token in enumerate(tokens)
    )


def _is_negated(tokens: tuple[Token, ...], verb: int) -> bool:
    """Return whether a negation stands in the verb group that ends with token `verb`."""
    for token in reversed(tokens[max(0, verb - _NEGATED_REACH) : verb]):
        if token.lower in NEGATIONS:
            return True
        if not (token.lower in AUXILIARIES | _WISHING or is_adverb(token.lower)):
            return False
    return False
