"""Words put together from several places: found part by part, longest part first."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.steps.quoting.differing import Word, words_of
from rag.steps.quoting.locating import Found, places
from rag.steps.quoting.quoted import Quoted, quoted
from rag.steps.quoting.reading import Reading, of_article

_SHORTEST_PART = 3
"""Words; shorter runs stand everywhere by chance."""
_MOST_PARTS = 4
_MOST_GLUE = 2
"""Words between two parts that no place needs to have ("and", "but he")."""
_NEAR = 400
"""Characters between two parts that still count as one place."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The places of a quote's parts, in the quote's order."""

    places: tuple[Found, ...]

    @property
    def together(self) -> bool:
        """Whether they stand in order, close by, in one and the same quotation or narration."""
        return all(
            one.reading is other.reading
            and one.span.end <= other.span.start <= one.span.end + _NEAR
            and _one_content(one, other)
            for one, other in zip(self.places, self.places[1:], strict=False)
        )

    @property
    def one_statement(self) -> bool:
        """Whether one statement, split by its attribution, holds all parts."""
        statements = {id(one.statement) for one in self.places}
        return len(statements) == 1 and self.places[0].statement is not None


def parted(words: Quoted, readings: Sequence[Reading]) -> Parts | None:
    """Return where the parts that a draft itself marks stand; none if one stands nowhere."""
    found = [_choices(quoted(part), readings) for part in words.parts]
    return _closest(found) if found and all(found) else None


def spliced(words: Quoted, readings: Sequence[Reading]) -> Parts | None:
    """Return the parts that a quote without marks is made of; none if it is not made so."""
    tokens = words_of(words.text)
    found: list[list[Found]] = []
    index = glue = 0
    while index < len(tokens):
        count, choices = _longest(words.text, tokens[index:], readings)
        if count >= _SHORTEST_PART:
            found.append(choices)
            index += count
            glue = 0
        elif glue < _MOST_GLUE:
            glue += 1
            index += 1
        else:
            return None
    return _closest(found) if 1 < len(found) <= _MOST_PARTS else None


def _longest(
    text: str, tokens: Sequence[Word], readings: Sequence[Reading]
) -> tuple[int, list[Found]]:
    """Return how many words from the first stand together somewhere, and where."""
    readings = _holding(text, tokens[:_SHORTEST_PART], readings)
    low, high = 0, len(tokens) if readings else 0
    while low < high:
        middle = (low + high + 1) // 2
        holding = _holding(text, tokens[:middle], readings)
        if holding:
            low, readings = middle, holding
        else:
            high = middle - 1
    for count in range(low, max(0, low - _MOST_GLUE - 1), -1):  # the last word may be cut
        choices = _choices(_part(text, tokens[:count]), readings)
        if choices:
            return count, choices
    return 0, []


def _holding(text: str, tokens: Sequence[Word], readings: Sequence[Reading]) -> list[Reading]:
    """Return the pages that have these words in a row, whole or not."""
    variants = _part(text, tokens).variants
    return [one for one in readings if any(each in one.folded.text for each in variants)]


def _part(text: str, tokens: Sequence[Word]) -> Quoted:
    return quoted(text[tokens[0].start : tokens[-1].end])


def _choices(part: Quoted, readings: Sequence[Reading]) -> list[Found]:
    found = [one for reading in readings for one in places(part, reading)]
    return [one for one in found if of_article(one.voice)][:20]


def _closest(choices: Sequence[Sequence[Found]]) -> Parts:
    """Choose a place for each part so that neighbours stand together where they can."""
    best: Parts | None = None
    for first in choices[0]:
        chosen = [first]
        for options in choices[1:]:
            chosen.append(min(options, key=lambda one, last=chosen[-1]: _distance(last, one)))  # type: ignore[misc]
        parts = Parts(tuple(chosen))
        if parts.together:
            return parts
        best = best or parts
    assert best is not None  # noqa: S101 - every part has a place
    return best


def _distance(one: Found, other: Found) -> tuple[bool, bool, int]:
    return (
        one.reading is not other.reading,
        other.span.start < one.span.end,
        abs(other.span.start - one.span.end),
    )


def _one_content(one: Found, other: Found) -> bool:
    if one.statement is None or other.statement is None:
        return one.statement is other.statement
    return one.statement is other.statement and any(
        piece.covers(one.span) and piece.covers(other.span) for piece in one.statement.content
    )
