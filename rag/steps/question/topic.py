"""How much a text is about a topic, by words. Dense similarity is added where it is known."""

import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rag.steps.question.places import places_in
from rag.steps.words import akin, content_words, stems, word_list, words

EMPTY_NOUNS = word_list(
    """statement comment remark say said issue question matter situation topic subject thing news
    view opinion position stanc point event recent today respons reaction regard relat account
    word case problem answer state fact think write believ feel mention tell claim peopl person
    mr mrs ms critic accus"""
)
"""Stems that speak about speaking: on topic only when the question has no other word."""


_FEWEST = 5
"""Texts from which the rarity of a word among them tells something."""
_YEAR = re.compile(
    r"(?<!since )(?<!until )(?<!by )(?<!before )(?<!after )(?<!from )(?<!early )(?<!late )"
    r"(?<!\d, )(?<!\d )\b((?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question is about: stems with their weights, and aliases of them."""

    text: str
    weights: Mapping[str, float]
    others: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    """The other names, as stems, of what a stem is the name of, or part of it."""
    given: tuple[str, ...] = ()
    """Those of the other names that the archive's own pages give."""

    @property
    def stems(self) -> tuple[str, ...]:
        """The topic's stems in the question's order."""
        return tuple(self.weights)

    @property
    def names(self) -> frozenset[str]:
        """Return the stems of the words with a capital letter, and the years, in the question."""
        written = re.findall(r"(?<![^\W_])[A-Z][^\W\d_]+|\b(?:1[5-9]|20)\d\d\b", self.text)
        # Its own press seldom names the country that it writes of.
        named = stems(word for word in words(" ".join(written)) if word != "us")
        return frozenset(stem for stem in named if stem in self.weights)

    @property
    def years(self) -> frozenset[str]:
        """The years of what is asked about; not those that only bound it ("since 1979")."""
        return frozenset(_YEAR.findall(self.text)) & self.weights.keys()

    @property
    def empty(self) -> bool:
        """Whether the question names no topic: everything is on it."""
        return not self.weights


def topic_of(text: str, without: Collection[str] = ()) -> Topic:
    """Return the topic of a question's words, the stems in `without` (the speaker's) left out."""
    found = [stem for stem in stems(content_words(text)) if not _in(stem, without)]
    telling = [stem for stem in found if stem not in EMPTY_NOUNS]
    return Topic(text, dict.fromkeys(telling or found, 1.0), _others(text, telling or found))


def _others(text: str, kept: Collection[str]) -> dict[str, tuple[frozenset[str], ...]]:
    """Return the other names of the places that the text names, by each stem of their names."""
    return {
        stem: tuple(frozenset(stems(name)) for name in names)
        for place, names in places_in(text).items()
        for stem in stems(place)
        if stem in kept
    }


def _in(stem: str, others: Iterable[str]) -> bool:
    return any(akin(stem, other) for other in others)


def weighted(topic: Topic, texts: Sequence[Collection[str]]) -> Topic:
    """Return the topic with its stems weighted by how few of these texts (as stems) hold them.

    Robertson's inverse document frequency, never below a tenth, so that a word that stands in
    every text still counts a little. Of one or two texts a word that they lack would outweigh all
    that they have, so they count as a few.
    """
    total = max(len(texts), _FEWEST)
    weights: dict[str, float] = {}
    for stem in topic.weights:
        holders = sum(1 for text in texts if held(topic, stem, text))
        weights[stem] = max(0.1, math.log((total + 1) / (holders + 0.5)))
    return replace(topic, weights=weights)


def held(topic: Topic, stem: str, text: Collection[str]) -> bool:
    """Return whether the stems of a text hold one of the topic, or another name of its place."""
    if has(stem, text):
        return True
    return any(all(has(one, text) for one in name) for name in topic.others.get(stem, ()))


def has(stem: str, text: Collection[str]) -> bool:
    """Return whether the stems of a text hold this stem or a form of it."""
    return stem in text or any(akin(stem, other) for other in text)


def coverage(
    topic: Topic, text: Collection[str], aliases: Collection[str] = (), discount: float = 0.7
) -> float:
    """Return the share of the topic's weight that the text holds, from 0 to 1.

    A text that holds only an alias of the topic earns `discount` of what is missing.
    """
    total = sum(topic.weights.values())
    if not total:
        return 1.0
    share = sum(weight for stem, weight in topic.weights.items() if held(topic, stem, text)) / total
    if share < 1 and any(has(alias, text) for alias in aliases):
        return max(share, discount * (share + (1 - share) / len(topic.weights)))
    return share
