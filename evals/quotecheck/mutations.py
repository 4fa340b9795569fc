"""Quotes made false, one way each: what no checker may let through."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rag.values.check import Verdict

_NEGATION = re.compile(r"\b(?:not|never|no|nor)\b ?|n['’]t\b", re.IGNORECASE)
_TURNING = re.compile(
    r"not|never|no|without|nobody|nothing|\w+n['’]t|if|unless|until|only|might|could|would",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|must|may|might|has|have|had|did|does|do)\b"
    r"(?! not|n)"
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_CLAUSE = re.compile(r"(?<=[\w’'])[,;] [^,;]{8,}?(?=[,;] \w)")
_LOOKALIKES = str.maketrans("aceopxyABEKMHOPCTX", "асеорхуАВЕКМНОРСТХ")
_NUMBER_WORDS = tuple(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
    thousand million billion""".split()  # noqa: SIM905 - a table of words reads best as words
)
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b")
_OTHER_WORDS = ["always", "rarely", "openly", "secretly", "partly", "gladly"]


@dataclass(frozen=True, slots=True)
class Said:
    """A true quote with what mutating it may need."""

    quote: str
    speaker: str
    others: Sequence[str]
    """Other quotes of the corpus, the next one of the same page first."""
    names: Sequence[str]
    """Names that are not the speaker's."""


Mutate = Callable[[Said, random.Random], str | None]
"""Returns the mutated quote; none when there is nothing in it to change that way."""


def _digit(said: Said, chance: random.Random) -> str | None:
    found = [match.start() for match in re.finditer(r"\d", said.quote)]
    if not found:
        return None
    at = chance.choice(found)
    digit = chance.choice([one for one in "123456789" if one != said.quote[at]])
    return said.quote[:at] + digit + said.quote[at + 1 :]


def _number_word(said: Said, chance: random.Random) -> str | None:
    return _one(_NUMBER_WORD, said.quote, chance, lambda word: chance.choice(
        [one for one in _NUMBER_WORDS if one != word]))  # fmt: skip


def _negation_dropped(said: Said, chance: random.Random) -> str | None:
    return _one(_NEGATION, said.quote, chance, lambda _: "")


def _negation_added(said: Said, chance: random.Random) -> str | None:
    return _one(_VERB, said.quote, chance, lambda verb: f"{verb} not")


def _name_swapped(said: Said, chance: random.Random) -> str | None:
    surnames = [name.split()[-1] for name in said.names if name.split()[-1] not in said.quote]
    if not surnames:
        return None
    return _one(_NAME, said.quote, chance, lambda _: chance.choice(surnames))


def _clause_dropped(said: Said, chance: random.Random) -> str | None:
    return _one(_CLAUSE, said.quote, chance, lambda _: "")


def _joined(said: Said, chance: random.Random) -> str | None:
    return f"{said.quote.rstrip(',.')}. {chance.choice(said.others)}" if said.others else None


def _joined_next(said: Said, chance: random.Random) -> str | None:
    return f"{said.quote.rstrip(',')} {said.others[0]}" if said.others else None


def _halves_joined(said: Said, chance: random.Random) -> str | None:
    if not said.others:
        return None
    first, second = said.quote.split(), chance.choice(said.others).split()
    if min(len(first), len(second)) < 6:
        return None
    return " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])


def _reordered(said: Said, chance: random.Random) -> str | None:
    words = said.quote.split()
    if len(words) < 4:
        return None
    at = chance.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _lookalike(said: Said, chance: random.Random) -> str | None:
    found = [at for at, char in enumerate(said.quote) if char != char.translate(_LOOKALIKES)]
    if not found:
        return None
    at = chance.choice(found)
    return said.quote[:at] + said.quote[at].translate(_LOOKALIKES) + said.quote[at + 1 :]


def _letter(said: Said, chance: random.Random) -> str | None:
    found = [match.start() for match in re.finditer(r"(?<=[a-z])[a-z]", said.quote)]
    if not found:
        return None
    at = chance.choice(found)
    letter = chance.choice([one for one in "aeiourstn" if one != said.quote[at]])
    return said.quote[:at] + letter + said.quote[at + 1 :]


def _word_dropped(said: Said, chance: random.Random) -> str | None:
    words = said.quote.split()
    if len(words) < 5:
        return None
    del words[chance.randrange(1, len(words) - 1)]
    return " ".join(words)


def _word_added(said: Said, chance: random.Random) -> str | None:
    words = said.quote.split()
    if len(words) < 4:
        return None
    words.insert(chance.randrange(1, len(words)), chance.choice(_OTHER_WORDS))
    return " ".join(words)


def _omission_marked(said: Said, chance: random.Random) -> str | None:
    words = said.quote.split()
    if len(words) < 9:
        return None
    at = chance.randrange(3, len(words) - 5)
    return " ".join([*words[:at], "…", *words[at + chance.randint(1, 2) :]])


def _turn_omitted(said: Said, chance: random.Random) -> str | None:
    """Leave out a word that turns the sense, and mark the omission as an honest one is."""
    words = said.quote.split()
    inside = range(1, len(words) - 3)
    turning = [at for at in inside if _TURNING.fullmatch(words[at].strip(",;.’'"))]
    if not turning:
        return None
    at = chance.choice(turning)
    return " ".join([*words[:at], "…", *words[at + chance.randint(1, 2) :]])


def _one(
    pattern: re.Pattern[str], quote: str, chance: random.Random, by: Callable[[str], str]
) -> str | None:
    """Replace one match; none when there is none, or when nothing would change."""
    found = list(pattern.finditer(quote))
    if not found:
        return None
    match = chance.choice(found)
    mutated = quote[: match.start()] + by(match.group()) + quote[match.end() :]
    return None if mutated == quote else mutated


@dataclass(frozen=True, slots=True)
class Mutation:
    """A way to make a quote false, and the verdicts that name it rightly."""

    mutate: Mutate
    right: frozenset[Verdict]


def _mutation(mutate: Mutate, *right: Verdict) -> Mutation:
    return Mutation(mutate, frozenset(right))


MUTATIONS: Mapping[str, Mutation] = MappingProxyType(
    {
        "digit": _mutation(_digit, "altered"),
        "number word": _mutation(_number_word, "altered"),
        "negation dropped": _mutation(_negation_dropped, "altered"),
        "negation added": _mutation(_negation_added, "altered"),
        "name swapped": _mutation(_name_swapped, "altered"),
        "clause dropped": _mutation(_clause_dropped, "altered"),
        "two quotes joined": _mutation(_joined, "spliced"),
        "next quote joined": _mutation(_joined_next, "spliced"),
        "two halves joined": _mutation(_halves_joined, "spliced"),
        "words reordered": _mutation(_reordered, "altered"),
        "lookalike letter": _mutation(_lookalike, "altered"),
        "one letter": _mutation(_letter, "altered"),
        "word dropped": _mutation(_word_dropped, "altered"),
        "word added": _mutation(_word_added, "altered"),
        "omission marked": _mutation(_omission_marked, "altered"),
        "turn left out at a mark": _mutation(_turn_omitted, "altered"),
    }
)
"""By name. The wrong speaker, where the words stay true, is the suite's own."""
