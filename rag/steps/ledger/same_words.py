"""Which of many quotes are wordings of one: found in near-linear time over shared word runs."""

import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz import fuzz

from rag.steps.words import fold

_RUN = 4
"""Words in a row that two wordings of one quote share at least once."""
_CROWD = 24
"""Quotes with one run from which only neighbours are compared: a stock phrase."""
_ALIKE = 82.0
"""Similarity in per cent (indel, of words) from which two wordings are one quote."""
_LEAST_SHARE = 0.25
"""Of the longer wording that a part of it must be, or have `_LONG_PART` words."""
_LONG_PART = 5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote's words, and who says them as far as known."""

    words: tuple[str, ...]
    speakers: tuple[str, ...] = ()


def wording(text: str, *speakers: str) -> Wording:
    """Return the wording of a quote: case, accents and typography left out."""
    return Wording(tuple(map(sys.intern, _WORD.findall(fold(text)))), speakers)


def grouped(wordings: Sequence[Wording], known: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """Return groups of indices of wordings of one quote, in order of their first member.

    `known` are pairs that are one quote in any case.
    """
    parents = list(range(len(wordings)))
    for one, other in _pairs(wordings):
        first, second = _root(parents, one), _root(parents, other)
        if first != second and same_quote(wordings[one], wordings[other]):
            parents[max(first, second)] = min(first, second)
    for one, other in known:
        first, second = _root(parents, one), _root(parents, other)
        parents[max(first, second)] = min(first, second)
    groups: dict[int, list[int]] = {}
    for index in range(len(wordings)):
        groups.setdefault(_root(parents, index), []).append(index)
    return list(groups.values())


def same_quote(one: Wording, other: Wording) -> bool:
    """Return whether two wordings are one quote: equal, one a part of the other, or nearly so.

    Short ones must be the same speaker's, since anybody may have said "It is over".
    """
    short, long = sorted((one.words, other.words), key=len)
    if not one.speakers or not other.speakers:
        if len(short) < _RUN:
            return False
    elif not set(one.speakers) & set(other.speakers):
        return False
    if short == long:
        return True
    if len(short) < _RUN:
        return False
    if is_part(short, long):
        return len(short) >= _LONG_PART or len(short) >= len(long) * _LEAST_SHARE
    return fuzz.ratio(short, long) >= _ALIKE


def is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether `short` stands in `long` as a run of whole words."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _pairs(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share a run: hashes of all are sorted, a dictionary takes ten times more.

    Two runs of one hash are compared in vain, no more.
    """
    hashes, holders = array("q"), array("q")
    for index, one in enumerate(wordings):
        for run in _runs(one.words):
            hashes.append(hash(run))
            holders.append(index)
    keys = np.frombuffer(hashes, np.int64)
    order = np.argsort(keys, kind="stable")
    keys, held = keys[order], np.frombuffer(holders, np.int64)[order]
    edges = [0, *(np.flatnonzero(keys[1:] != keys[:-1]) + 1).tolist(), len(keys)]
    for start, end in pairwise(edges):
        if end - start < 2:
            continue
        found = held[start:end].tolist()
        if len(found) > _CROWD:
            yield from pairwise(found)
        else:
            yield from _each_with_each(found)


def _runs(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    if len(words) < _RUN:
        return (tuple(words),) if words else ()
    return dict.fromkeys(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _each_with_each(found: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            yield one, other


def _root(parents: list[int], index: int) -> int:
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index
