"""Small words that turn what a sentence says: a claim may neither add, change nor drop them.

Three kinds. Denials and doubts ("not", "denied", "may", "plans to") govern the next words of their
clause: what they govern in the evidence must be governed in the claim, and the other way round.
Relations ("before", "without", "by") must stand in the evidence before the same word.
"""

from collections import Counter
from collections.abc import Container, Iterator

from rag.steps.claiming.tokens import Token, following, holds, places_after, same, tokens
from rag.steps.turning_words import (
    BRUSHING_OFF,
    DENYING,
    DENYING_PAIRS,
    HYPOTHESES,
    INTENDING,
    MODALS,
    NEGATIVES,
    REFUSING,
    STOPPING,
    UNTRUE,
)
from rag.steps.words import word_list

_DENIALS = (
    NEGATIVES | DENYING | BRUSHING_OFF | REFUSING | STOPPING | UNTRUE
    | word_list("denial unlikely impossible unable lest")
)  # fmt: skip
_DOUBTS = (
    MODALS | INTENDING | HYPOTHESES
    | word_list(
        """possibly perhaps probably likely possible alleged allegedly reportedly supposedly
        apparently try tries tried attempt attempted attempts promise promised promises offer
        offered offers consider considers considered propose proposed proposes almost nearly"""
    )
)  # fmt: skip
_RELATIONS = word_list(
    """before after until since over under above below against for with without by from to into
    between despite during only all every each both most more less some any few many once again
    instead toward towards up down off out through against near"""
)
_DENYING = DENYING | BRUSHING_OFF | word_list("denial refuse refused refuses")
"""What governs everything up to its sentence's end."""
_MODALS = (
    word_list("will would shall"),
    word_list("can could"),
    word_list("may might"),
    word_list("must"),
    word_list("should"),
)
"""One of a group may stand for another, as what was said is told later."""
_WRONG = word_list(
    """wrongly incorrectly erroneously mistakenly falsely inaccurately corrected correction
    misstated misreported mistaken"""
)
_VERSION = word_list("earlier previous original first")
_BE = word_list("am is are was were be been being")
_PARTICIPLE = ("ed", "en")
_CONDITIONS = HYPOTHESES | {"provided"}
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
    if len(_places(claim, _DENIALS)) > len(_places(evidence, _DENIALS)):
        return "it has a denial that the evidence has not"
    if word := _denied_more(claim, evidence):
        return f"it denies {word!r} more than the evidence does"
    here = {one.word for one in claim}
    for one in evidence:
        if one.word in _CONDITIONS and one.word not in here:
            return f"it leaves out the condition that begins with {one.word!r}"
    for at, one in enumerate(claim):
        if _related_words(one.word) and not _related(claim, at, evidence):
            return f"{one.word!r} stands in the evidence before other words, or not at all"
    return _corrected(here, evidence) or _voice(claim, evidence)


def _corrected(here: Container[str], evidence: tuple[Token, ...]) -> str:
    """Return what is wrong where the evidence itself calls wrong what the claim repeats."""
    for at, one in enumerate(evidence):
        old = one.word == "version" and at > 0 and evidence[at - 1].word in _VERSION
        if (old or one.word in _WRONG) and one.word not in here:
            return "the evidence tells this in order to correct it"
    return ""


def _voice(claim: tuple[Token, ...], evidence: tuple[Token, ...]) -> str:
    """Return what is wrong where a deed done to somebody becomes theirs, or the other way round."""
    for at, one in enumerate(claim):
        if not one.carries or one.measure or one.capital:
            continue
        there = [after_be(evidence, i) for i, other in enumerate(evidence) if same(one, other)]
        here = after_be(claim, at)
        if there and all(found == "be" for found in there) and here == "":
            return f"it turns what is done to somebody into their own deed at {one.word!r}"
        bare = bool(there) and all(found == "" for found in there)
        if here == "be" and bare and one.word.endswith(_PARTICIPLE):
            return f"it turns somebody's deed into what is done to them at {one.word!r}"
    return ""


def after_be(text: tuple[Token, ...], at: int) -> str:
    """Return what the word at `at` follows, small words left out: "be", "mark", or nothing.

    A word in -ing after a form of "be" is its subject's deed in any case.
    """
    if text[at].word.endswith("ing"):
        return "mark"
    for one in reversed(text[:at]):
        if one.word in _BE:
            return "be"
        if one.mark:
            return "mark"
        if one.carries and not one.word.endswith("ly"):
            return ""
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


def _denied_more(claim: tuple[Token, ...], evidence: tuple[Token, ...]) -> str:
    """Return a word that more denials fall on than anywhere in the evidence: "not without"."""
    there = _depths(evidence)
    for at, depth in _depths(claim).items():
        most = (there.get(i, 0) for i, one in enumerate(evidence) if same(one, claim[at]))
        if depth > max(most, default=depth) and depth > 1:
            return claim[at].word
    return ""


def _depths(text: tuple[Token, ...]) -> Counter[int]:
    """Return by how many denials each word is governed, by its place."""
    return Counter(
        index for at in _places(text, _DENIALS) for index in places_after(text, at, _GOVERNED)
    )


def _governed(text: tuple[Token, ...], kind: frozenset[str]) -> set[int]:
    """Return where the words stand that a word of this kind governs."""
    return {
        index
        for at, one in enumerate(text)
        if _starts(text, at, kind)
        for index in (
            _to_the_end(text, at)
            if one.word in _DENYING or (kind is _DENIALS and _pair(text, at))
            else places_after(text, at, _GOVERNED)
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
    return bool(denials(tokens(text)))


def _places(text: tuple[Token, ...], kind: frozenset[str]) -> tuple[int, ...]:
    return tuple(at for at in range(len(text)) if _starts(text, at, kind))


def denials(text: tuple[Token, ...]) -> frozenset[str]:
    """Return the words by which the text denies something."""
    return frozenset(text[at].word for at in _places(text, _DENIALS))


def turning_words(text: tuple[Token, ...]) -> frozenset[str]:
    """Return the denials and doubts of the text."""
    return frozenset(text[at].word for kind in (_DENIALS, _DOUBTS) for at in _places(text, kind))


def _starts(text: tuple[Token, ...], at: int, kind: frozenset[str]) -> bool:
    """Return whether a word or two of this kind begin there."""
    if kind is _DENIALS and _pair(text, at):
        return True
    return _is(text[at], kind)


def _pair(text: tuple[Token, ...], at: int) -> bool:
    behind = [one.word for one in text[at + 1 : at + 3]]
    return any(text[at].word == one and other in behind for one, other in DENYING_PAIRS)


def _is(one: Token, kind: frozenset[str]) -> bool:
    if one.mark:
        return False
    if one.word.endswith(_SHORT):
        return kind is _DENIALS
    return one.word in kind


def _related(claim: tuple[Token, ...], at: int, evidence: tuple[Token, ...]) -> bool:
    """Return whether the evidence has this word before the word that follows it in the claim."""
    words = _related_words(claim[at].word)
    next_one = next(following(claim, at, 1), None)
    places = [index for index, one in enumerate(evidence) if one.word in words]
    if next_one is None:
        return bool(places)
    return any(holds(following(evidence, index, _REACH), next_one) for index in places)


def _related_words(word: str) -> frozenset[str]:
    """Return what may stand in the evidence for this relation or modal verb; nothing for others."""
    if word in _RELATIONS:
        return frozenset({word})
    return next((group for group in _MODALS if word in group), frozenset())
