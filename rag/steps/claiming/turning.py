"""Small words that turn what a sentence says: a claim may neither add, change nor drop them.

Three kinds. Denials and doubts ("not", "denied", "may", "plans to") govern the next words of their
clause: what they govern in the evidence must be governed in the claim, and the other way round.
Relations ("before", "without", "by") must stand in the evidence before the same word.
"""

from collections.abc import Iterator

from rag.steps.claiming.tokens import Token, following, holds, places_after, same, tokens
from rag.steps.words import word_list

_DENIALS = word_list(
    """not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely
    unlikely impossible false untrue deny denied denies denying denial refuse refused refuses
    refusing reject rejected rejects rejecting fail failed fails failing dispute disputed disputes
    prevent prevented prevents stop stopped stops avoid avoided unable"""
)
_DOUBTS = word_list(
    """may might could would should if unless whether possibly perhaps probably likely possible
    alleged allegedly reportedly supposedly apparently plan plans planned intend intends intended
    want wants wanted hope hopes hoped try tries tried attempt attempted attempts expect expects
    expected threaten threatens threatened promise promised promises offer offered offers consider
    considers considered propose proposed proposes almost nearly"""
)
_RELATIONS = word_list(
    """before after until since over under above below against for with without by from to into
    between despite during only all every each both most more less some any few many once again
    instead toward towards up down off out through against near must will can"""
)
_DENYING = word_list(
    "deny denied denies denying denial refuse refused refuses reject rejected rejects dispute"
    " disputed disputes"
)
_CONDITIONS = word_list("if unless whether provided")
_CLAUSE_ENDS = frozenset(".;:!?")
_GOVERNED = 4
"""Words that carry meaning, after a denial or doubt, that it turns."""
_REACH = 3
_SHORT = "n't"


def turned(claim: tuple[Token, ...], evidence: tuple[Token, ...]) -> str:
    """Return what the claim turns around against the evidence, in words for people, or nothing."""
    for kind, name in ((_DENIALS, "denial"), (_DOUBTS, "reservation")):
        if word := _dropped(claim, evidence, kind):
            return f"it leaves out a {name} that the evidence has at {word!r}"
        if word := _added(claim, evidence, kind):
            return f"it has a {name} at {word!r} that the evidence has not"
    here = {one.word for one in claim}
    for one in evidence:
        if one.word in _CONDITIONS and one.word not in here:
            return f"it leaves out the condition that begins with {one.word!r}"
    for at, one in enumerate(claim):
        if one.word in _RELATIONS and not _related(claim, at, evidence):
            return f"{one.word!r} stands in the evidence before other words, or not at all"
    return ""


def unsaid(claim: tuple[Token, ...]) -> bool:
    """Return whether a denial or doubt falls on the telling itself, as in "never said"."""
    return any(
        _is(one, kind) and next(following(claim, at, 1), None) is None
        for kind in (_DENIALS, _DOUBTS)
        for at, one in enumerate(claim)
    )


def _dropped(claim: tuple[Token, ...], evidence: tuple[Token, ...], kind: frozenset[str]) -> str:
    """Return a word that stands governed only in the evidence, and free in the claim."""
    turned_there, turned_here = _governed(evidence, kind), _governed(claim, kind)
    free = [one for at, one in enumerate(evidence) if at not in turned_there]
    for at in sorted(turned_there):
        one = evidence[at]
        here = [index for index, word in enumerate(claim) if same(word, one)]
        if not holds(free, one) and any(index not in turned_here for index in here):
            return one.word
    return ""


def _added(claim: tuple[Token, ...], evidence: tuple[Token, ...], kind: frozenset[str]) -> str:
    """Return a word right behind such a word in the claim that is free in the evidence."""
    turned_there = [evidence[at] for at in _governed(evidence, kind)]
    for at, one in enumerate(claim):
        behind = next(following(claim, at, 1), None) if _is(one, kind) else None
        if behind is not None and not holds(turned_there, behind):
            return behind.word
    return ""


def _governed(text: tuple[Token, ...], kind: frozenset[str]) -> set[int]:
    """Return where the words stand that a word of this kind governs."""
    return {
        index
        for at, one in enumerate(text)
        if _is(one, kind)
        for index in (
            _to_the_end(text, at) if one.word in _DENYING else places_after(text, at, _GOVERNED)
        )
    }


def _to_the_end(text: tuple[Token, ...], at: int) -> Iterator[int]:
    """Yield where words stand up to the sentence's end: so far reaches what somebody denies."""
    for index in range(at + 1, len(text)):
        if text[index].word in _CLAUSE_ENDS:
            return
        if text[index].carries:
            yield index


def denies(text: str) -> bool:
    """Return whether the text has a denial."""
    return any(_is(one, _DENIALS) for one in tokens(text))


def _is(one: Token, kind: frozenset[str]) -> bool:
    if one.mark:
        return False
    if one.word.endswith(_SHORT):
        return kind is _DENIALS
    return one.word in kind


def _related(claim: tuple[Token, ...], at: int, evidence: tuple[Token, ...]) -> bool:
    """Return whether the evidence has this word before the word that follows it in the claim."""
    word = claim[at].word
    next_one = next(following(claim, at, 1), None)
    places = [index for index, one in enumerate(evidence) if one.word == word]
    if next_one is None:
        return bool(places)
    return any(holds(following(evidence, index, _REACH), next_one) for index in places)
