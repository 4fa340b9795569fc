"""Whether a claim only leaves words out of a sentence, and none whose loss joins what stood apart.

The claim's words must come in the sentence's order. What it skips between two of them may hold no
name and no new clause ("Lee paid and Moor left" does not say that Lee left), unless it stood
between commas, or the claim goes on with a preposition. A phrase of time or place may open the
claim wherever it stood. What stands before its first word may not be a clause that it hangs on.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from rag.steps.claiming.governing import governor, governs
from rag.steps.claiming.tokens import Token, same
from rag.steps.words import word_list

_CLAUSE = word_list(
    """and or but while whereas who whom whose which that because as when where if whether than
    although though so yet nor whereby until unless before after since"""
)
_HANGING = word_list("that whether if")
_PREPOSITIONS = word_list(
    "in on at by for with from since during after before to of against near over under until"
)
_RELATIVE = word_list("which who whom whose where")
_ROOTED = _PREPOSITIONS | word_list("about into between through toward towards")
"""What stands behind such a word says something of the noun before it."""
_LIMITING = word_list(
    """some most many few several half part parts partly mostly mainly largely only nearly almost
    sometimes often usually rarely one both either any former ex deputy vice acting alleged
    suspected purported potential possible fake failed"""
)
"""What holds for some of them is not said of all, and no former mayor is the mayor."""
_ORDER = "its words come in another order than in the evidence"
_SKIPPED = "it joins words that the evidence keeps apart"
_LIMITED = "it leaves out how many, or how much, the evidence says this of"
_ELSEWHERE = "it opens with a time or place that the evidence gives to something else"
_HANGS = "it leaves out the words that these hang on"


def misjoined(claim: tuple[Token, ...], sentence: tuple[Token, ...], *, hanging: bool) -> str:
    """Return what is wrong with the claim as a shortening of the sentence, or nothing.

    With `hanging`, it may begin behind a "that": its speaker is told in another way.
    """
    for part in _parts(claim):
        reason = _fault(part, sentence, hanging=hanging)
        if reason:
            return reason
    return _elsewhere(claim, sentence)


def _parts(claim: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield the stretches between quotes, an opening phrase of time or place by itself."""
    at = 0
    for end in (*(i for i, one in enumerate(claim) if one.word in (";", ".")), len(claim)):
        part = claim[at:end]
        at = end + 1
        opening = next((i for i, one in enumerate(part) if one.word == ","), None)
        if opening and part[0].word in _PREPOSITIONS:
            yield part[:opening]
            part = part[opening + 1 :]
        yield part


def _elsewhere(claim: tuple[Token, ...], sentence: tuple[Token, ...]) -> str:
    """Return what is wrong with an opening phrase of time or place that is another clause's."""
    parts = list(_parts(claim))
    for at, phrase in enumerate(parts[:-1]):
        told = [one for one in parts[at + 1] if one.carries]
        words = [one for one in phrase if one.carries]
        if not (words and told and phrase[0].word in _PREPOSITIONS):
            continue
        places = [
            found
            for start in (i for i, one in enumerate(sentence) if same(one, words[0]))
            if (found := _aligned(words, sentence, start)) is not None
        ]
        mains = [
            found
            for start in (i for i, one in enumerate(sentence) if same(one, told[0]))
            if (found := _aligned(told, sentence, start)) is not None
        ]
        if not any(_one_clause(sentence, one, main) for one in places for main in mains):
            return _ELSEWHERE
    return ""


def _one_clause(sentence: tuple[Token, ...], phrase: list[int], main: list[int]) -> bool:
    """Return whether nothing parts the phrase from what the claim says of that time or place."""
    if phrase[-1] < main[0]:
        between = sentence[phrase[-1] + 1 : main[0]]
        opens = not any(one.carries for one in sentence[: phrase[0]])
        return opens or not any(one.mark or one.word in _CLAUSE for one in between)
    near = max(at for at in main if at < phrase[0])
    return not any(one.mark or one.word in _CLAUSE for one in sentence[near + 1 : phrase[0]])


def _fault(part: tuple[Token, ...], sentence: tuple[Token, ...], *, hanging: bool) -> str:
    wanted = [at for at, one in enumerate(part) if one.carries]
    if not wanted:
        return ""
    reason = _ORDER
    for start in (at for at, one in enumerate(sentence) if same(one, part[wanted[0]])):
        found = _aligned([part[at] for at in wanted], sentence, start)
        if found is None:
            continue
        reason = _opening(part[: wanted[0]], sentence[:start]) or _gaps(
            part, wanted, sentence, found
        )
        if not reason and _rootless(part[: wanted[0]], sentence[:start]):
            reason = _SKIPPED
        if not reason and _hangs(part, sentence[:start], hanging=hanging):
            reason = _HANGS
        if not reason:
            return ""
    return reason


def _hangs(part: tuple[Token, ...], before: tuple[Token, ...], *, hanging: bool) -> bool:
    """Return whether what stands before the claim's first word must not be left out."""
    if before and before[0].word in _PREPOSITIONS and before[-1].mark:
        return False  # an opening phrase, whatever stands in it
    if not hanging:
        return any(one.word in _HANGING for one in before[1:])  # not "That war ended …"
    last = max((at for at, one in enumerate(before) if one.mark), default=-1)
    return bool(governor(before[last + 1 :], part))


def _aligned(wanted: Sequence[Token], sentence: tuple[Token, ...], start: int) -> list[int] | None:
    """Return where the words stand, each as soon as can be after the one before."""
    found = [start]
    for one in wanted[1:]:
        after = range(found[-1] + 1, len(sentence))
        place = next((at for at in after if same(sentence[at], one)), None)
        if place is None:
            return None
        found.append(place)
    return found


def _gaps(
    part: tuple[Token, ...], wanted: Sequence[int], sentence: tuple[Token, ...], found: list[int]
) -> str:
    for at in range(len(found) - 1):
        gap = sentence[found[at] + 1 : found[at + 1]]
        between = part[wanted[at] + 1 : wanted[at + 1]]
        left_out = _without_kept(gap, between)
        if _aside(left_out):
            continue
        if _beheads(sentence[found[at]], gap):
            return _SKIPPED
        may_go = any(_may_go(_beyond(words, between), between) for words in (gap, left_out))
        if not may_go or _uproots(gap, between):
            return _SKIPPED
        if _limits(gap) - _limits(between):
            return _LIMITED
    return ""


def _without_kept(gap: tuple[Token, ...], between: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the gap without the small words at its end that the claim has there, too."""
    kept = list(between)
    while gap and kept and gap[-1].word == kept[-1].word and not gap[-1].mark:
        gap = gap[:-1]
        kept.pop()
    return gap


def _beyond(gap: tuple[Token, ...], between: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the gap without the small words that it and the claim begin with there."""
    same_start = takewhile(
        lambda pair: pair[0].word == pair[1].word and not pair[0].mark,
        zip(gap, between, strict=False),
    )
    return gap[len(list(same_start)) :]


def _aside(gap: tuple[Token, ...]) -> bool:
    """Return whether these words stood between two marks, by themselves."""
    return bool(gap) and gap[0].mark and gap[-1].mark and sum(one.mark for one in gap) == 2


def _beheads(before: Token, gap: tuple[Token, ...]) -> bool:
    """Return whether the loss makes another doer or deed: "the Orlow pilots struck", "to mend it".

    A name before a word belongs to it, and what follows "to mend" is what is mended.
    """
    if not gap:
        return False
    first = gap[0]
    if before.capital and not before.measure and _lower(first) and not first.word.endswith("ly"):
        return True
    last = max((at for at, one in enumerate(gap) if one.carries), default=0)
    return last > 0 and gap[last - 1].word == "to" and _lower(gap[last])


def _lower(one: Token) -> bool:
    return one.carries and not one.capital and not one.measure


def _uproots(gap: tuple[Token, ...], between: tuple[Token, ...]) -> bool:
    """Return whether the loss leaves what hung on it: "the attack on Lee" is not Lee.

    So with "the river near the fair, which …" where the claim says what the river is.
    """
    if not any(one.carries for one in gap):
        return False
    if any(one.word in _RELATIVE for one in between):
        return True
    kept = {one.word for one in between}
    last = max(at for at, one in enumerate(gap) if one.carries)
    return any(one.word in _ROOTED and one.word not in kept for one in gap[last + 1 :])


def _rootless(before: tuple[Token, ...], sentence: tuple[Token, ...]) -> bool:
    """Return whether the claim begins with what hangs on a noun before it: "the lack of salt"."""
    for one in reversed(sentence):
        if one.word == "of":
            return not any(other.word == "of" for other in before)
        if one.mark or (one.carries and not one.measure):
            return False
    return False


def _opening(before: tuple[Token, ...], sentence: tuple[Token, ...]) -> str:
    """Return what small words right before the claim's first word it leaves out."""
    small: list[Token] = []
    for one in reversed(sentence):
        if one.mark or (one.carries and one.word not in _LIMITING):
            break
        small.append(one)
    return _LIMITED if _limits(small) - _limits(before) else ""


def _limits(words: Iterable[Token]) -> frozenset[str]:
    return frozenset(one.word for one in words if one.word in _LIMITING)


def _may_go(gap: tuple[Token, ...], between: tuple[Token, ...]) -> bool:
    """Return whether these words of the sentence may be left out there."""
    if not any(one.carries for one in gap):
        return True
    kept = [one.word for one in between if not one.mark]
    if any(governs(one) for one in gap):
        return False
    if kept and kept[0] in _PREPOSITIONS and any(one.word == kept[0] for one in gap):
        return True
    return not any(one.mark or one.word in _CLAUSE or _name(one) for one in gap)


def _name(one: Token) -> bool:
    """Return whether the word is of a name; a day or month is none."""
    return one.capital and one.carries and not one.measure
