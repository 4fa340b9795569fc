"""Other words by which one article calls the thing that was asked about.

Two signs, both of plain English: a proper modifier that the article puts before the asked noun
and before another one ("the Lachin Corridor ... the Lachin road"), and the article saying what the
thing is ("the corridor, the sole route to ..." or "the corridor is the only road that ...").
"""

import re
from collections.abc import Collection

from rag.steps.words import FUNCTION_WORDS, akin, fold, stems

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_NOUNS = 3
"""A modifier before more nouns than this ("Russian") names no single thing."""
_IS = r"(?:,|\s+(?:is|was|are|were|remains?|being))\s+(?:the|a|an)\s+((?:[^\W\d_]+[\s-]+){0,2}?)"
_KIND = r"([^\W\d_]+)\s+(?:that|which|who|linking|connecting|between|to|of|from|for|in|with)\b"


def aliases(topic: Collection[str], text: str) -> frozenset[str]:
    """Return stems of words that this text uses for what the `topic` stems name."""
    found = _by_modifier(topic, text) | _by_definition(topic, text)
    return frozenset(stem for stem in found if not any(akin(stem, one) for one in topic))


def _by_modifier(topic: Collection[str], text: str) -> set[str]:
    pairs = [
        (match.group(1), _stem(match.group(2)))
        for match in re.finditer(r"\b([A-Z][^\W\d_]+)\s+(?=([^\W\d_]{3,}))", text)
        if match.group(1).lower() not in FUNCTION_WORDS
    ]
    nouns: dict[str, set[str]] = {}
    for modifier, noun in pairs:
        if fold(noun) not in FUNCTION_WORDS:
            nouns.setdefault(modifier, set()).add(noun)
    linked = [
        heads
        for modifier, heads in nouns.items()
        if len(heads) <= _MOST_NOUNS and any(akin(h, one) for h in heads for one in topic)
    ]
    return set().union(*linked) if linked else set()


def _by_definition(topic: Collection[str], text: str) -> set[str]:
    found: set[str] = set()
    for word in set(_WORD.findall(text)):
        if any(akin(_stem(word), one) for one in topic):
            pattern = rf"\b{re.escape(word)}{_IS}{_KIND}"
            found.update(_stem(match.group(2)) for match in re.finditer(pattern, text))
    return found


def _stem(word: str) -> str:
    return stems([fold(word)])[0]
