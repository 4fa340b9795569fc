"""A text as the checks of a claim see it: words with what they are, and where clauses end."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.steps.words import FUNCTION_WORDS, fold, stems, word_list

_TOKEN = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)?|[,;:.!?()—–]|\s-\s", re.UNICODE)
_NUMBER = re.compile(r"\d")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MONTHS = word_list(
    "january february march april june july august september october november december"
)
"""`may` is a verb far more often; it is held to what other words are held to."""
_DAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
_FEW = word_list(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds"
    " thousand thousands million millions billion billions half twice first second third last next"
)
_MEANT = word_list(
    """come came go goes going gone give gives given get gets got make made let set take used need
    like together same much"""
)
"""Words that carry no topic for a search, but of which another makes another claim."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, or a mark that ends a clause."""

    word: str
    """Folded; a number without marks between thousands."""
    stem: str
    mark: bool
    capital: bool

    @property
    def measure(self) -> bool:
        """Whether it is a number or date word, which belongs to what stands beside it."""
        return bool(_NUMBER.search(self.word)) or self.word in _MONTHS | _DAYS | _FEW

    @property
    def carries(self) -> bool:
        """Whether it has a meaning of its own."""
        if self.mark:
            return False
        return self.measure or self.word in _MEANT or self.word not in FUNCTION_WORDS


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and marks of `text` in order."""
    written = [match.group() for match in _TOKEN.finditer(text)]
    folded = [_bare(one) for one in written]
    return tuple(
        Token(word, stem, not word[:1].isalnum(), one[:1].isupper())
        for one, word, stem in zip(written, folded, stems(folded), strict=True)
        if word
    )


def same(one: Token, other: Token) -> bool:
    """Return whether two words are forms of one; names and numbers must be equal.

    Spellings that are only near are not the same here: a letter may make another person.
    """
    if one.word == other.word:
        return True
    if one.measure or other.measure:
        return False
    if one.capital and other.capital:
        return one.stem == other.stem and one.word[0] == other.word[0]
    return one.stem == other.stem or _grown(one.stem, other.stem)


_LONG_ENOUGH, _ENDING = 5, 3


def _grown(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (
        len(short) >= _LONG_ENOUGH and long.startswith(short) and len(long) - len(short) <= _ENDING
    )


def holds(found: Iterable[Token], wanted: Token) -> bool:
    """Return whether one of these words is a form of that one."""
    return any(same(one, wanted) for one in found)


def following(found: tuple[Token, ...], at: int, most: int) -> Iterator[Token]:
    """Yield up to `most` words that carry meaning after `at`, within its clause."""
    return (found[index] for index in places_after(found, at, most))


def places_after(found: tuple[Token, ...], at: int, most: int) -> Iterator[int]:
    """Yield where those words stand."""
    given = 0
    for index in range(at + 1, len(found)):
        if found[index].mark or given == most:
            return
        if found[index].carries:
            given += 1
            yield index


def before(found: tuple[Token, ...], at: int, most: int) -> Iterator[Token]:
    """Yield up to `most` words that carry meaning before `at`, nearest first, within its clause."""
    reached = 0
    for one in reversed(found[:at]):
        if one.mark or reached == most:
            return
        if one.carries:
            reached += 1
            yield one


def _bare(written: str) -> str:
    word = _THOUSANDS.sub("", fold(written))
    return word[:-2] if word.endswith("'s") else word.rstrip("'")
