"""How a name is used where it stands: as subject, as modifier, as part of a group."""

from collections.abc import Sequence

from ingest.statements.given_names import gender_of
from ingest.statements.heads import followed_by_possessive
from ingest.statements.names import ROLES, Name, is_title
from ingest.statements.tokens import Token
from ingest.statements.words import CONJUNCTIONS, DETERMINERS, SUBORDINATORS


def is_group(name: str) -> bool:
    """Return whether a name ends in a plain word, as no person's does ("Lind's team")."""
    return name.split()[-1][:1].islower()


def ends_in_role(tokens: tuple[Token, ...], name: Name) -> bool:
    """Return whether a name's last word tells a role; behind a given name it is a surname."""
    words = name.name.split()
    surname = len(words) == 2 and gender_of(words[0]) != ""
    return tokens[name.last - 1].lower in ROLES and not surname


def modifies(tokens: tuple[Token, ...], name: Name) -> bool:
    """Return whether a noun follows a name ("HARBOUR RADIO reporter and host NAME")."""
    following = tokens[name.last] if name.last < len(tokens) else None
    return following is not None and following.kind == "word" and is_title(following.lower)


def parts_relative(between: Sequence[Token]) -> bool:
    """Return whether a comma, or an age between two, parts a name from its "who"."""
    kinds = [token.kind for token in between]
    return kinds == ["comma"] or (
        kinds == ["comma", "word", "comma"] and between[1].text.isdecimal()
    )


def joins(token: Token) -> bool:
    """Return whether a word joins names ("Lind and Hass")."""
    return token.lower in {"and", "or", "nor"}


def is_subject_before(tokens: tuple[Token, ...], name: Name) -> bool:
    """Return whether a name earlier in the sentence is a subject there, not hung on a verb."""
    if followed_by_possessive(tokens, name.last):
        return False
    first = name.first - len(name.titles)
    if first <= 0:
        return True
    before = tokens[first - 1]
    clause = before.lower in SUBORDINATORS | CONJUNCTIONS | {"that"}
    return before.kind != "word" or clause or before.lower in DETERMINERS
