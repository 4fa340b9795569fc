"""What "the drills" means on a page that has told of "the Orrin navy drills": the same ones.

English names a thing in full once and then with "the" and its last word alone. So a sentence with
"the drills" holds the "Orrin" of a question for the Orrin drills, where its page has them in full.
"""

import re
from itertools import pairwise

from rag.steps.question.topic import Topic
from rag.steps.words import FUNCTION_WORDS, akin, fold, stems, words

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BETWEEN = r"(?:\s+[\w-]+){0,2}\s+"
"""Words between the one that tells a thing from others and the thing: "Orrin navy drills"."""
_POINTS = r"\b(?:the|these|those|such|both)\s+"
_SHORTEST = 4


def referring(topic: Topic, text: str) -> dict[str, str]:
    """Return the stems of words that a page may leave out, by those of the things they go with.

    A pair is taken from the topic where the text has it in full.
    """
    tokens = _TOKEN.findall(topic.text)
    found: dict[str, str] = {}
    for one, other in pairwise(tokens):
        if not _pair(one, other, topic):
            continue
        modifier, head = stems([fold(one), fold(other)])
        pattern = rf"\b{re.escape(one)}{_BETWEEN}{re.escape(head[:-1])}\w{{0,4}}\b"
        if re.search(pattern, text, re.IGNORECASE):
            found[head] = modifier
    return found


def _pair(one: str, other: str, topic: Topic) -> bool:
    if len(other) < _SHORTEST or {fold(one), fold(other)} & FUNCTION_WORDS:
        return False
    modifier, head = stems([fold(one), fold(other)])
    return modifier in topic.weights and head in topic.weights and not other[:1].isupper()


def with_referred(own: frozenset[str], sentence: str, pairs: dict[str, str]) -> frozenset[str]:
    """Return the stems of a sentence with those that its "the drills" stands for."""
    implied = {
        modifier
        for head, modifier in pairs.items()
        for match in re.finditer(
            rf"{_POINTS}(?P<noun>{re.escape(head[:-1])}\w{{0,4}})\b", sentence, re.IGNORECASE
        )
        if akin(stems(words(match["noun"]))[0], head)
    }
    return own | frozenset(implied) if implied else own
