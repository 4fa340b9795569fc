"""Other words by which one article calls the thing that was asked about.

Two signs, both of plain English: a proper modifier that the article puts before the asked noun
and before another one ("the Harrow Tunnel ... the Harrow road"), and the article saying what the
thing is ("the tunnel, the sole route to ..." or "the tunnel is the only road that ...").
"""

import re
from collections.abc import Collection
from functools import lru_cache

from rag.steps.words import FUNCTION_WORDS, akin, fold, stems

_PAIR = re.compile(r"\b([A-Z][^\W\d_]+)\s+(?=([^\W\d_]{3,}))")
_MOST_NOUNS = 3
"""A modifier before more nouns than this ("Russian") names no single thing."""
_IS = r"(?:,|\s+(?:is|was|are|were|remains?|being))\s+(?:the|a|an)\s+((?:[^\W\d_]+[\s-]+){0,2}?)"
_KIND = r"([^\W\d_]+)\s+(?:that|which|who|linking|connecting|between|to|of|from|for|in|with)\b"


def aliases(topic: Collection[str], text: str) -> frozenset[str]:
    """Return stems of words that this text uses for what the `topic` stems name."""
    named = _named(topic, text)
    if not named:
        return frozenset()
    found = _by_modifier(topic, text) | _by_definition(named, text)
    return frozenset(stem for stem in found if not any(akin(stem, one) for one in topic))


def _named(topic: Collection[str], text: str) -> list[str]:
    """Return the words of the text that are, or begin with, forms of the topic's stems."""
    first = {one[0] for one in topic if one and one[0].isalpha()}
    if not first:
        return []
    letters = first | {letter.upper() for letter in first}
    likely = set(_words_from(frozenset(letters)).findall(text))
    heads = [word.split("-", 1)[0] for word in likely]
    forms = zip(likely, stems(map(fold, likely)), stems(map(fold, heads)), strict=True)
    return [
        word for word, *found in forms if any(akin(stem, one) for stem in found for one in topic)
    ]


@lru_cache(maxsize=256)
def _words_from(letters: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern of whole words that begin with one of these letters, or with no ASCII."""
    first = re.escape("".join(sorted(letters)))
    return re.compile(
        rf"(?<![^\W\d_])(?<![^\W\d_]-)(?:[{first}]|[^\W\d_a-zA-Z])[^\W\d_]*(?:-[^\W\d_]+)*"
    )


def _by_modifier(topic: Collection[str], text: str) -> set[str]:
    nouns: dict[str, set[str]] = {}
    for modifier, noun in set(_PAIR.findall(text)):
        if modifier.lower() not in FUNCTION_WORDS and noun.lower() not in FUNCTION_WORDS:
            nouns.setdefault(modifier, set()).add(noun.lower())
    linked = (
        heads
        for heads in nouns.values()
        if 1 < len(heads) <= _MOST_NOUNS and any(_means(noun, topic) for noun in heads)
    )
    return {_stem(noun) for heads in linked for noun in heads}


def _by_definition(named: Collection[str], text: str) -> set[str]:
    found: set[str] = set()
    for word in named:
        pattern = rf"\b{re.escape(word)}{_IS}{_KIND}"
        found.update(_stem(match.group(2)) for match in re.finditer(pattern, text))
    return found


def _means(word: str, topic: Collection[str]) -> bool:
    """Return whether the word is a form of one of the topic's stems."""
    first = fold(word[:1])
    return any(one.startswith(first) for one in topic) and any(
        akin(_stem(word), one) for one in topic
    )


def _stem(word: str) -> str:
    return stems([fold(word)])[0]
