"""How well the sounds of one name fit another's: people by surname, bodies by their words."""

from collections.abc import Sequence

from rapidfuzz import fuzz

TYPO = 84.0
"""Similarity in per cent from which a name is taken for a misspelling of a known one."""
_SHORTEST_TYPO = 5


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether surnames agree and the first given names do not contradict."""
    if one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = one[0], other[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return first == second or first in other[:-1] or second in one[:-1]


def same_body(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether the shorter name is made of the longer one's words and ends like it."""
    return set(short) <= set(long) and (short[-1] == long[-1] or short[0] == long[0] != short[-1])


def fit_person(wanted: Sequence[str], has: Sequence[str]) -> float:
    """Return how well a person's name fits, from 0 to 100."""
    if not wanted or not has:
        return 0.0
    if len(wanted) > 1 and sorted(wanted) == sorted(has):
        return 100.0
    if same_person(wanted, has):
        return 95.0 if len(wanted) == 1 or len(has) == 1 else 98.0
    if len(wanted) == 1 and len(has) > 1 and wanted[0] == has[0]:
        return 90.0
    return _misspelt(wanted, has)


def fit_body(wanted: Sequence[str], has: Sequence[str]) -> float:
    """Return how well a body's name fits, from 0 to 100."""
    if not wanted or not has:
        return 0.0
    if tuple(wanted) == tuple(has):
        return 100.0
    return 92.0 if same_body(wanted, has) else _misspelt(wanted, has)


def _misspelt(wanted: Sequence[str], has: Sequence[str]) -> float:
    """Return how near the spelling is, scaled below every true match; 0 when it is not near."""
    if len(wanted) > 1 and len(has) > 1:
        given = fuzz.ratio(wanted[0], has[0])
        if given < TYPO and len(wanted[0]) > 1 and len(has[0]) > 1:
            return 0.0
    if min(len(wanted[-1]), len(has[-1])) < _SHORTEST_TYPO:
        return 0.0
    likeness = fuzz.ratio(wanted[-1], has[-1])
    return likeness * TYPO / 100 if likeness >= TYPO - _slack(wanted[-1]) else 0.0


def _slack(word: str) -> float:
    """Return how much a longer word may differ more than a short one: one letter in any case."""
    return 4.0 if len(word) <= 6 else 0.0
