"""What a quote says, word by word, so that two translations of one saying come out equal."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rag.steps.ledger.synonyms import meaning, plain
from rag.steps.turning_words import NEGATIVES
from rag.steps.words import FUNCTION_WORDS, fold, stems, word_list

_FEWEST = 2
"""Words of meaning; below, anybody says it on any day."""
_LONGEST = 150
_TOKEN = re.compile(r"\w+(?:[.,:]\d+)*(?:['’]\w+)?|\?")
_CONTRACTED = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcan't\b"), "can not"),
    (re.compile(r"\bcannot\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"(?<=\b[hs]e)'s\b|(?<=\bit)'s\b|(?<=\bthat)'s\b|(?<=\bthere)'s\b"), " is"),
)
_POSSESSIVE = re.compile(r"['’]s?$")
_SPELLINGS = (
    (re.compile(r"(?<=\w{3})is(?=(?:e[sd]?|ing|ation|er)$)"), "iz"),
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|able|hood|er|ers)?$)"), "or"),
)
"""British spellings as American ones."""
_NUMBERS: Mapping[str, str] = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
_PERSONS: Mapping[str, str] = {
    word: person
    for person, words in (
        ("i", "i me my mine myself"),
        ("we", "we us our ours ourselves"),
        ("you", "you your yours yourself"),
        ("he", "he him his himself"),
        ("she", "she her hers herself"),
        ("they", "they them their theirs themselves"),
    )
    for word in words.split()
}
_MODALS: Mapping[str, str] = {
    "will": "will", "shall": "will", "can": "can", "could": "can", "may": "may", "might": "may",
    "must": "must", "should": "should", "would": "would",
}  # fmt: skip
_LIMITS = word_list(
    """before after until since against over under above below up down more less fewer most
    least all every each some any only again next last still yet already half few many much
    almost nearly if unless whether but by out off never always other another too once"""
)
"""Small words of which another makes another saying."""
_ALIKE: Mapping[str, str] = {"any": "", "every": "all", "each": "all", "fewer": "less"}
_BE = word_list("am is are was were be been being")
_ABOUT = word_list("speak spoke spoken talk talking think thought hear heard know knew dream")
"""Verbs whose "of" tells what they are about."""
_SKIPPED = word_list("the a an our my your his her its their this that these those")
_LIGHT = word_list("very really quite indeed simply actually just even ever there also")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a quote says, word by word, with what chooses its words left out."""

    meanings: tuple[str, ...]
    """One word for each word of meaning, in order; numbers and names as they are."""
    denials: tuple[int, ...]
    """How many words of meaning stand before each denial."""
    persons: tuple[str, ...]
    """Who is spoken of, in order."""
    limits: tuple[tuple[str, int], ...]
    """Each limiting or modal word, with how many words of meaning stand before it."""
    passive: tuple[int, ...]
    """Which words of meaning are done to somebody."""
    question: bool
    told: tuple[str, ...]
    """Meanings and limiting words together, in order."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers among the meanings, sorted."""
        return tuple(sorted(one for one in self.meanings if one[0].isdigit()))


def sense(text: str) -> Sense | None:
    """Return what a quote says; none where it is too short to tell, or too long to compare."""
    words = _TOKEN.findall(plain(_written_out(fold(text))))
    if len(words) > _LONGEST:
        return None
    found = _Reader(words).sense()
    return found if len(found.meanings) >= _FEWEST else None


def _written_out(text: str) -> str:
    for pattern, instead in _CONTRACTED:
        text = pattern.sub(instead, text)
    return text


def _spelt(word: str) -> str:
    word = _POSSESSIVE.sub("", word)
    for pattern, instead in _SPELLINGS:
        word = pattern.sub(instead, word)
    return _NUMBERS.get(word, word)


class _Reader:
    """Reads a quote's words one by one."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [_spelt(word) for word in words]
        self._stems = stems(self._words)
        self._meanings: list[str] = []
        self._denials: list[int] = []
        self._limits: list[tuple[str, int]] = []
        self._persons: list[str] = []
        self._told: list[str] = []
        self._passive: list[int] = []

    def sense(self) -> Sense:
        """Return what all words together say."""
        for at, word in enumerate(self._words):
            self._read(at, word)
        return Sense(
            meanings=tuple(self._meanings),
            denials=tuple(self._denials),
            persons=tuple(person for person, _ in groupby(self._persons)),
            limits=tuple(sorted(set(self._limits))),
            passive=tuple(self._passive),
            question="?" in self._words,
            told=tuple(self._told),
        )

    def _read(self, at: int, word: str) -> None:
        here = len(self._meanings)
        if word in NEGATIVES:
            self._denials.append(here)
        elif word in _PERSONS:
            self._persons.append(_PERSONS[word])
        elif word in _MODALS:
            self._limit(_MODALS[word])
        elif word in _LIMITS:
            if limit := _ALIKE.get(word, word):
                self._limit(limit)
        elif self._means(word):
            done = at > 0 and self._words[at - 1] in _BE and not word.endswith("ing")
            self._add(at, meaning(self._stems[at]))
            if done:
                self._passive.append(here)

    def _means(self, word: str) -> bool:
        return word not in FUNCTION_WORDS and word not in _LIGHT and word != "?"

    def _owned(self, word: str) -> bool:
        return self._means(word) and word not in _ABOUT

    def _add(self, at: int, said: str) -> None:
        """Add a word of meaning; of "the price of bread" as "bread price" has it."""
        before = at - 1
        while before > 0 and self._words[before] in _SKIPPED:
            before -= 1
        owns = before > 0 and self._words[before] == "of" and self._owned(self._words[before - 1])
        self._meanings.insert(len(self._meanings) - owns, said)
        self._told.insert(len(self._told) - owns, said)

    def _limit(self, word: str) -> None:
        self._limits.append((word, len(self._meanings)))
        self._told.append(f"~{word}")
