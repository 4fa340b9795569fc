"""How well a follow-up question is made to stand alone: the content words that it needed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from evals.intervals import f1, share
from evals.report import Figure

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


@cache
def function_words() -> frozenset[str]:
    """Return the English words that carry no meaning of their own."""
    listed = files("evals.cast").joinpath("function_words.txt").read_text(encoding="utf-8")
    return frozenset(listed.split())


def content_words(text: str) -> frozenset[str]:
    """Return the words that carry meaning, in lower case, without a possessive ending."""
    found = (word.casefold().replace("’", "'") for word in WORD.findall(text))
    return frozenset(word.removesuffix("'s") for word in found) - function_words()


@dataclass(frozen=True, slots=True)
class Rewrite:
    """One turn: as it was said, as a person rewrote it, and as it was rewritten by rules."""

    said: str
    wanted: str
    ours: str

    @property
    def needed(self) -> frozenset[str]:
        """The content words that the person added."""
        return content_words(self.wanted) - content_words(self.said)

    @property
    def added(self) -> frozenset[str]:
        """The content words that we added."""
        return content_words(self.ours) - content_words(self.said)


def rewriting_figures(
    name: str, rewrites: Iterable[Rewrite], *, floor: float | None = None, anchor: str = ""
) -> tuple[Figure, ...]:
    """Return precision, recall and F1 of the added words, over all turns together."""
    turns = tuple(rewrites)
    right = sum(len(turn.needed & turn.added) for turn in turns)
    precision = share(f"{name}, precision", right, sum(len(turn.added) for turn in turns))
    recall = share(f"{name}, recall", right, sum(len(turn.needed) for turn in turns))
    both = Figure(
        name=f"{name}, F1",
        value=f1(precision.value, recall.value),
        n=len(turns),
        unit="score",
        floor=floor,
        anchor=anchor,
    )
    return precision, recall, both
