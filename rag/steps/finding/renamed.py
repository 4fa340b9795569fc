"""Other names that the archive's own pages give to what a question names.

"The Skarv pit, also known as the Black Step" lets a question for either find pages with the other.
Only plain words of naming count: brackets and "or" join too much else.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from rag.steps.finding.desk import Desk
from rag.steps.question.topic import Topic
from rag.steps.question.understand import Understood
from rag.steps.words import stems, words

_CAPITALS = re.compile(r"(?<![\w-])[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}")
_OTHER = r"(?P<other>[A-Z][\w’-]*(?:\s+[A-Z][\w’-]*){0,3})"
_ADVERB = r"(?:also|formerly|previously|otherwise|once|now|better|locally|sometimes)\s+"
_LINK = (
    rf"(?:\s*[,(]\s*(?:which\s+is\s+)?(?:{_ADVERB})?(?:known|called|referred\s+to)|"
    rf"\s+(?:is\s+|was\s+)?(?:{_ADVERB})?known|\s+(?:is|was)\s+{_ADVERB}called)"
    r"(?:\s+(?:to|by|in|among)\s+(?:the\s+)?\w+|\s+locally)?(?:\s+as)?\s+(?:the\s+)?[“\"‘']?"
)
_RUNS = (
    "{0} known as",
    "{0} also known as",
    "{0} also called",
    "{0} formerly known as",
    "known as {0}",
    "known as the {0}",
    "also called {0}",
    "also called the {0}",
)
_MOST_NAMES = 2
_MOST_PASSAGES = 6
_SHORTEST = 4


def with_names_given(desk: Desk, understood: Understood) -> Understood:
    """Return what is asked, its topic with the other names that pages give to the names in it."""
    topic = understood.topic
    others = dict(topic.others)
    given: list[str] = []
    for name in _names(topic):
        for other in _given(desk, name):
            given.append(other)
            for stem in stems(words(name)):
                if stem in topic.weights:
                    others[stem] = (*others.get(stem, ()), frozenset(stems(words(other))))
    if not given:
        return understood
    return replace(understood, topic=replace(topic, others=others, given=tuple(given)))


def _names(topic: Topic) -> list[str]:
    """Return the names that the topic has; the first word of a question may be none."""
    found = [match.group() for match in _CAPITALS.finditer(topic.text)]
    asked = [name for name in found if len(name) >= _SHORTEST and _kept(name, topic)]
    return list(dict.fromkeys(asked))[:_MOST_NAMES]


def _kept(name: str, topic: Topic) -> bool:
    return all(stem in topic.weights for stem in stems(words(name)))


def _given(desk: Desk, name: str) -> Iterator[str]:
    """Yield the other names for one that passages give in plain words, each once."""
    runs = [run.format(name) for run in _RUNS]
    ids = desk.catalogue.phrases(runs, _MOST_PASSAGES)
    if not ids:
        return
    spelt = r"[\s-]+".join(re.escape(word) for word in name.split())
    patterns = [
        re.compile(rf"(?<!\w){spelt}{_LINK}{_OTHER}"),
        re.compile(rf"{_OTHER}{_LINK}{spelt}(?!\w)"),
    ]
    seen = {name}
    for one in desk.catalogue.excerpts(desk.catalogue.passages(ids)):
        for pattern in patterns:
            for match in pattern.finditer(one.words):
                if match["other"] not in seen:
                    seen.add(match["other"])
                    yield match["other"]
