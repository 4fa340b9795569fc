"""Ranked lists and how high the right thing stands in them."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from evals.intervals import share
from evals.report import Figure

T = TypeVar("T", bound=Hashable)


def distinct(items: Iterable[T], limit: int) -> tuple[T, ...]:
    """Return the first `limit` different items in their order."""
    return tuple(dict.fromkeys(items))[:limit]


@dataclass(frozen=True, slots=True)
class Ranking:
    """What one way of searching returned for each of several questions."""

    name: str
    ranks: tuple[int | None, ...]
    """For each question the place, from 1, of the first right item; none where it is missing."""

    def at(self, cut: int) -> Figure:
        """Return the share of questions with a right item among the first `cut`."""
        within = sum(rank is not None and rank <= cut for rank in self.ranks)
        return share(f"{self.name}, top {cut}", within, len(self.ranks))


def first_right(items: Sequence[T], right: Callable[[T], bool]) -> int | None:
    """Return the place, from 1, of the first right item, or none."""
    return next((place for place, item in enumerate(items, start=1) if right(item)), None)
