"""Speech told by a noun: "Lind's claim that …", "her call for …", "allegations that …"."""

from collections.abc import Iterator
from typing import Literal

from ingest.article import Span
from ingest.statements.cues import Cue
from ingest.statements.noun_phrases import Source, phrase_end
from ingest.statements.saying import Attribution
from ingest.statements.tokens import Frame, Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import (
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
)

_WITH_CLAUSE = vocabulary("""
    claim claims allegation allegations accusation accusations assertion assertions warning
    warnings promise promises pledge pledges vow vows suggestion suggestions contention insistence
    admission denial denials acknowledgment acknowledgement announcement prediction predictions
    complaint complaints argument arguments threat threats demand demands statement
    comment comments remark remarks declaration assurance assurances testimony boast
""")
"""Nouns of speaking whose words follow in a clause ("the claim that …")."""
_WITH_INFINITIVE = vocabulary("""
    promise promises pledge pledges vow vows threat threats offer offers
""")
_WITH_OBJECT = {
    "call": "for", "calls": "for", "demand": "for", "demands": "for", "plea": "for",
    "pleas": "for", "appeal": "for", "appeals": "for", "criticism": "of", "condemnation": "of",
    "denunciation": "of", "praise": "for of", "endorsement": "of", "rejection": "of",
    "allegation": "of", "allegations": "of", "accusation": "of", "accusations": "of",
    "complaint": "about", "complaints": "about", "warning": "about of", "warnings": "about of",
    "mockery": "of", "dismissal": "of", "denial": "of", "denials": "of", "promise": "of",
    "promises": "of",
}  # fmt: skip
"""Nouns of speaking with the small words before what they are about."""
_DOCUMENTS = vocabulary("""
    post tweet statement letter message email memo speech blog note diary testimony address reply
""")
_LONGEST_OWNER = 8
_LONGEST_AGENT = 12
_MOST_ADJECTIVES = 3
_LOOK_BACK = 60
_ENDS = frozenset({"comma", "stop", "semicolon", "dash", "close"})

Opener = Literal["that", "to", "object"]


def noun_attributions(frame: Frame) -> Iterator[Attribution]:
    """Yield what nouns of speaking attribute in a sentence, in order.

    A clause may be nobody's ("allegations that …"); an object needs its speaker beside the noun.
    """
    taken = 0
    for head, token in enumerate(frame.tokens):
        if head < taken or token.kind != "word" or token.capital:
            continue
        found = _at(frame, head)
        if found is not None:
            taken = found.last
            yield found


def _at(frame: Frame, head: int) -> Attribution | None:
    tokens = frame.tokens
    noun = tokens[head].lower
    if noun in _DOCUMENTS or noun == "words":
        return _quoted(frame, head)
    if noun not in _WITH_CLAUSE and noun not in _WITH_OBJECT:
        return None
    owner = _owner(tokens, head)
    agent = None if owner is not None else _agent(frame, head + 1)
    source = owner or agent
    start = agent.last if agent is not None else head + 1
    opener = _opener(tokens, noun, start)
    if opener is None or (source is None and not _is_told(tokens, head, opener)):
        return None
    first = start + (opener == "object")
    end = _clause_end(tokens, first) if opener != "object" else _object_end(tokens, first)
    if end - first < (1 if opener == "object" else 3):
        return None
    cue = Cue(head, head, head + 1 + (opener == "object" and agent is None), "colon", None)
    return Attribution(cue, source, (frame.span(first, end),), False, end)


def _quoted(frame: Frame, head: int) -> Attribution | None:
    """Return `in Lind's words, "…"` and `From Lind's post: "…"`."""
    tokens = frame.tokens
    if head + 2 >= len(tokens) or tokens[head + 2].kind != "quote":
        return None
    owner = _owner(tokens, head)
    joint = tokens[head + 1].kind
    told = joint == "colon" or (joint == "comma" and tokens[head].lower == "words")
    if owner is None or not told:
        return None
    quotation = tokens[head + 2]
    content = (Span(quotation.start, quotation.end),)
    return Attribution(Cue(head, head, head + 1, "colon", None), owner, content, True, head + 3)


def _owner(tokens: tuple[Token, ...], head: int) -> Source | None:
    """Return whose the noun is ("Ada Lind's repeated claim", "her claim")."""
    index = head - 1
    lowest = max(0, head - 1 - _MOST_ADJECTIVES)
    while index > lowest and tokens[index].kind == "word" and not _is_owner(tokens[index]):
        if tokens[index].lower in DETERMINERS | PREPOSITIONS | CONJUNCTIONS or tokens[index].finite:
            return None
        index -= 1
    if index < 0 or not _is_owner(tokens[index]):
        return None
    if tokens[index].kind == "word":
        pronoun = tokens[index].lower in {"his", "her", "their", "its"}
        return Source(index, index + 1) if pronoun else None
    first = index
    while first > 0 and index - first < _LONGEST_OWNER and _names(tokens[first - 1]):
        first -= 1
    if first > 0 and first < index and tokens[first - 1].lower in DETERMINERS | POSSESSIVES:
        first -= 1
    return Source(first, index) if first < index else None


def _is_owner(token: Token) -> bool:
    return token.kind == "possessive" or token.lower in POSSESSIVES


def _names(token: Token) -> bool:
    """Return whether a word may belong to the name or noun before a genitive."""
    if token.kind != "word" or token.finite:
        return False
    return token.lower not in DETERMINERS | POSSESSIVES | PREPOSITIONS | CONJUNCTIONS


def _agent(frame: Frame, index: int) -> Source | None:
    """Return who made it ("the claim by Ada Lind that …")."""
    tokens = frame.tokens
    if index + 1 >= len(tokens) or tokens[index].lower not in {"by", "from"}:
        return None
    last = phrase_end(tokens, index + 1, min(len(tokens), index + _LONGEST_AGENT))
    return Source(index + 1, last) if last > index + 1 else None


def _opener(tokens: tuple[Token, ...], noun: str, index: int) -> Opener | None:
    word = tokens[index].lower if index < len(tokens) else ""
    if word == "that" and noun in _WITH_CLAUSE:
        relative = index + 1 < len(tokens) and _is_predicate(tokens[index + 1])
        return None if relative else "that"
    if word == "to" and noun in _WITH_INFINITIVE:
        return "to"
    return "object" if word in _WITH_OBJECT.get(noun, "").split() else None


def _is_predicate(token: Token) -> bool:
    """Return whether a verb follows "that", which makes it a relative ("a claim that spread")."""
    return token.finite or is_adverb(token.lower)


def _is_told(tokens: tuple[Token, ...], head: int, opener: Opener) -> bool:
    """Return whether a claim of nobody named is one all the same ("allegations that …")."""
    if opener != "that" or tokens[head + 1].lower != "that" or head + 2 >= len(tokens):
        return False
    subject = tokens[head + 2]
    pronoun = subject.lower in DETERMINERS | POSSESSIVES | SUBJECT_PRONOUNS | {"there"}
    return subject.capital or pronoun or subject.lower.endswith("s")


def _clause_end(tokens: tuple[Token, ...], first: int) -> int:
    """Return the end of a clause inside a sentence: a mark, or the verb that it is subject of."""
    opens = not any(token.finite for token in tokens[max(0, first - _LOOK_BACK) : first])
    verbs = 0
    for index in range(first, len(tokens)):
        token = tokens[index]
        if token.kind in _ENDS:
            return index
        if token.finite and not tokens[index - 1].finite:
            verbs += 1
            if opens and verbs == 2:
                return index
    return len(tokens)


def _object_end(tokens: tuple[Token, ...], first: int) -> int:
    end = phrase_end(tokens, first, len(tokens))
    end += end < len(tokens) and tokens[end].kind == "quote"
    return next(
        (i for i in range(first, end) if tokens[i].kind == "comma" or tokens[i].finite), end
    )
