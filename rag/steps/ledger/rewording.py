"""Which quotes are one saying in other words, as translators choose them.

Nothing is guessed from likeness: of two sentences that differ in one word, an embedding finds the
false one ("lower taxes", "raise taxes") as near as the true. So every word that carries meaning
must have its like in the other, in the same order, with the same numbers, the same denials before
the same words, the same persons, modal verbs and limits. What fails in one point stays apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise, product

from rapidfuzz.distance import Indel

from rag.steps.ledger.sense import Sense

_DAYS = 3
"""Days within which the same saying is carried by others."""
_LONG = 8
"""Words of meaning from which two quotes that are mostly alike are one."""
_MOSTLY = 0.7
"""Share of the words of both that are alike and in order (indel similarity)."""
_CROWD = 400
"""Quotes of one speaker with one word from which that word tells nothing."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A quote as far as it may be another's in other words."""

    speakers: tuple[str, ...]
    article_id: str
    day: str | None
    """ISO, of saying where it is known, else of publication."""
    sense: Sense | None


def one_sense(one: Sense, other: Sense) -> bool:
    """Return whether two quotes say the same.

    Short ones must agree in every point. One of two long ones, which nobody says twice by chance,
    may leave out a few words here and there; but none may stand where the other has another, or
    elsewhere, and numbers and the count of denials must be the same.
    """
    if one == other:
        return True
    if min(len(one.meanings), len(other.meanings)) < _LONG or one.question != other.question:
        return False
    if len(one.denials) != len(other.denials) or one.numbers != other.numbers:
        return False
    if Indel.normalized_similarity(one.told, other.told) < _MOSTLY:
        return False
    return not _replaced(one.told, other.told)


def _replaced(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether a word of one stands where the other has another, or has moved."""
    edits = [edit for edit in Indel.opcodes(one, other) if edit.tag != "equal"]
    gone = {word for edit in edits for word in one[edit.src_start : edit.src_end]}
    come = {word for edit in edits for word in other[edit.dest_start : edit.dest_end]}
    places = [(edit.src_start, edit.src_end) for edit in edits]
    touching = any(first[1] == second[0] for first, second in pairwise(places))
    return touching or any(edit.tag == "replace" for edit in edits) or bool(gone & come)


def reworded(quotes: Sequence[Dated]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indices that are one saying in other words: one speaker's, days apart.

    Never two of one article. A quote without a known speaker and day has no pair. Pairs are sought
    among those that share a word of meaning of their speaker's: the rarest ones, which are few.
    """
    held: dict[tuple[str, str], list[tuple[date, int]]] = {}
    for index, one in enumerate(quotes):
        day = _day(one.day)
        if one.sense is not None and day is not None:
            for key in product(one.speakers, set(one.sense.meanings)):
                held.setdefault(key, []).append((day, index))
    seen: set[tuple[int, int]] = set()
    for sharing in held.values():
        if len(sharing) > _CROWD:
            continue
        sharing.sort()
        for pair in _within_days(sharing):
            if pair not in seen:
                seen.add(pair)
                if _are_one(quotes[pair[0]], quotes[pair[1]]):
                    yield pair


def _within_days(dated: Sequence[tuple[date, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of indices in a list by day of which the days are near."""
    for at, (day, first) in enumerate(dated):
        for later, second in islice(dated, at + 1, None):
            if (later - day).days > _DAYS:
                break
            yield first, second


def _are_one(one: Dated, other: Dated) -> bool:
    if one.article_id == other.article_id or one.sense is None or other.sense is None:
        return False
    return one_sense(one.sense, other.sense)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None
