"""A text as the checks of a claim see it: words with what they are, and where clauses end."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.statements.words import MONTHS, WEEKDAYS
from rag.steps.words import FUNCTION_WORDS, fold, stems, word_list

_TOKEN = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\w+(?:[.,]\d+)*(?:['’]\w+)?|[,;:.!?()—–]|\s-\s",
    re.UNICODE,
)
_NUMBER = re.compile(r"\d")
_THOUSANDS = re.compile(r"(?<=\d)[, \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_MONTHS = frozenset("May" if one == "may" else one for one in MONTHS)
"""`may` is a verb far more often; as `May` it is the month."""
MONTH = f"(?:{'|'.join(map(str.capitalize, MONTHS))})"
"""The pattern of a month's name."""
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH})(?!\w)")
_DAY_LAST = re.compile(rf"\b({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?:,(?= \d{{4}}\b))?")
_BEFORE_MONTHS = word_list("in of since until by from last this during on to early late mid")
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty""".split(),  # noqa: SIM905 - a table
        start=2,
    )
}
"""Not `one`, which is a pronoun as often."""
_DAYS = frozenset(WEEKDAYS)
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
    """Return the words and marks of `text` in order; dates and numbers in one form each."""
    written = [match.group() for match in _TOKEN.finditer(_dates(text))]
    folded = list(_months(written, [_bare(one) for one in written]))
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
    """Yield up to `most` words that carry meaning after `at`, within its clause.

    A "but" ends it, too: what was not the one but the other was the other.
    """
    return (found[index] for index in places_after(found, at, most))


def places_after(found: tuple[Token, ...], at: int, most: int) -> Iterator[int]:
    """Yield where those words stand."""
    given = 0
    for index in range(at + 1, len(found)):
        if found[index].mark or found[index].word == "but" or given == most:
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


def _dates(text: str) -> str:
    """Return the text with its days written as `January 9 2023`."""
    return _DAY_LAST.sub(r"\1 \2", _DAY_FIRST.sub(r"\2 \1", text))


def _months(written: list[str], folded: list[str]) -> Iterator[str]:
    """Yield the folded words, the month of May as `May`, which its verb is not."""
    for at, one in enumerate(folded):
        beside = (folded[at - 1] if at else "", folded[at + 1] if at + 1 < len(folded) else "")
        month = beside[0] in _BEFORE_MONTHS or any(word.isdigit() for word in beside)
        yield "May" if written[at] == "May" and month else one


def _bare(written: str) -> str:
    word = _THOUSANDS.sub("", fold(written))
    word = word[:-2] if word.endswith("'s") else word.rstrip("'")
    return _NUMBER_WORDS.get(word, word)
