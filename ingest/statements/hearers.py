"""Who is spoken to ("told NAME that …", "was asked by NAME"), and where what is told starts."""

from itertools import takewhile

from ingest.statements.names import Name, names_in
from ingest.statements.saying import Attribution
from ingest.statements.subjects import subject_before
from ingest.statements.tokens import Frame, Token
from ingest.statements.words import POSSESSIVES, PREPOSITIONS, SUBJECT_PRONOUNS

CLAUSE_STARTS = frozenset(["that", "whether", "if", "how", "why", "what", "when", "where", "who"])
"""Words that open a clause of which somebody tells."""
_LONGEST_HEARER = 8
_REACH = 30
"""Tokens between "told" and the clause."""
_LONGEST_SUBJECT = 8
_ANSWERS = frozenset(["reply", "answer", "respond", "retort", "counter"])


def hearer_of(frame: Frame, attribution: Attribution) -> Name | None:
    """Return the name of the one person whom the speaker tells or asks something."""
    cue, source = attribution.cue, attribution.source
    if cue.verb is None or cue.verb.kind != "tell":
        return None
    if cue.shape == "passive":
        heard = subject_before(frame, cue.first)
        first, last = (heard.first, heard.last) if heard is not None else (0, 0)
    elif source is not None and source.first >= cue.last:
        return None
    else:
        first, last = cue.last, min(len(frame.tokens), cue.last + _LONGEST_HEARER)
    name = next(names_in(frame.tokens, first, last), None)
    if name is None or name.first - len(name.titles) > first:
        return None
    joined = name.last < len(frame.tokens) and frame.tokens[name.last].lower == "and"
    return None if joined else name


def asks(attribution: Attribution) -> bool:
    """Return whether somebody is asked something, so that the next to speak may be the hearer."""
    return attribution.cue.verb is not None and attribution.cue.verb.lemma == "ask"


def answers(frame: Frame, attribution: Attribution) -> bool:
    """Return whether the verb tells that somebody else just spoke ("replied", "hit back")."""
    cue = attribution.cue
    if cue.verb is not None:
        return cue.verb.lemma in _ANSWERS
    return cue.last < len(frame.tokens) and frame.tokens[cue.last].lower == "back"


def clause_after_hearer(frame: Frame, start: int, *, asks: bool) -> int | None:
    """Return where what is told starts, given the token behind "told" ("told the AP that …")."""
    tokens = frame.tokens
    for index in range(start, min(len(tokens), start + _REACH)):
        token = tokens[index]
        if token.kind == "quote" or token.lower in CLAUSE_STARTS - {"who"}:
            return index
        if token.kind == "colon":
            return index + 1
        if asks and token.lower == "about" and index > start:
            return index + 1
        if token.lower == "to" and index > start:
            return index - (tokens[index - 1].lower == "not")
        if index > start and token.lower in SUBJECT_PRONOUNS - {"who", "which", "you"}:
            return index
        if index > start and _opens_clause(tokens, start, index):
            return index
        if token.kind in {"stop", "semicolon"}:
            return None
    return None


def _opens_clause(tokens: tuple[Token, ...], hearer: int, index: int) -> bool:
    """Return whether a clause without "that" starts behind the hearer ("told the AP his …")."""
    if tokens[index].lower not in POSSESSIVES - {"whose"} | {"the", "there", "these"}:
        return False
    if not (tokens[index - 1].capital or all(map(_may_hear, tokens[hearer:index]))):
        return False
    clause = takewhile(_goes_on, tokens[index + 1 : index + _LONGEST_SUBJECT])
    return any(token.finite for token in clause)


def _may_hear(token: Token) -> bool:
    hung = token.finite or token.lower.endswith("ing") or token.lower in PREPOSITIONS
    return _goes_on(token) and not hung


def _goes_on(token: Token) -> bool:
    return token.kind in {"word", "possessive"} and token.lower != "that"
