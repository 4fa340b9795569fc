"""A lie: what the model writes, and how to tell whether a reader was shown it."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from evals.scripted_model.claims import Claim, Quoted
from evals.scripted_model.material import Material, Statement

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_BEFORE, _AFTER = 3, 5
"""Words around a change that make it recognisable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """What is written, and the signs of its falsehood in an answer."""

    written: str
    """Lines of the model's output."""
    false: tuple[str, ...] = ()
    """Phrases; none of them, compared by words, may be among what a reader sees."""
    signs: tuple[str, ...] = ()
    """Strings that may not be among it as they are."""
    given_to: tuple[str, str] | None = None
    """Words and a name: whoever sees the words may not see them said by that name."""


Make = Callable[[Material, random.Random], Lie | None]
"""Returns a lie of one kind; none when the evidence gives nothing to lie about in that way."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case and punctuation."""
    return tuple(found.casefold().replace("’", "'") for found in _WORD.findall(text))


def changed(true: str, false: str) -> str:
    """Return the words around the first difference of a falsified text."""
    before, after = words(true), words(false)
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    return " ".join(after[max(0, same - _BEFORE) : same + _AFTER])


def saying(one: Statement, spoken: str, *, speaker: str | None = None, number: int = 0) -> Claim:
    """Return a claim in the plainest form: who said: "what"; each part may be a false one."""
    name = speaker or one.spoken.speaker
    at = number or one.number
    return Claim(f'{name} said: "{spoken}"', (at,), (Quoted(at, spoken, name),))


def lied(claim: Claim, *false: str) -> Lie:
    """Return a lie in one claim; without other phrases its whole text is false."""
    return Lie(written=f"{claim.line}\n", false=false or (claim.text,))


def picked(given: Material, chance: random.Random) -> Statement | None:
    """Return one of the statements."""
    return chance.choice(given.statements) if given.statements else None
