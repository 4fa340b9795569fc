"""How many independent sources a set of articles is: agency copy reprinted counts once."""

import re
from collections.abc import Sequence

from ingest import Article, Voice
from rag.steps.words import fold

_RUN = 5
"""Words in a row that are compared."""
_COPIED = 0.6
"""Share of the shorter article's runs that the longer one has when they are one story."""
_MOST_COMPARED = 40
"""Stories of one set that are compared with each other; beyond, only equal ones are joined."""
Runs = frozenset[tuple[str, ...]]
_WORD = re.compile(r"\w+")


def independent(articles: Sequence[Article]) -> int:
    """Return the number of stories among these articles, reprints and edited reprints joined."""
    stories = list(dict.fromkeys(_runs(article) for article in articles))
    apart: list[Runs] = []
    for story in stories[:_MOST_COMPARED]:
        if not any(_copied(story, other) for other in apart):
            apart.append(story)
    return len(apart) + max(0, len(stories) - _MOST_COMPARED)


def _copied(one: Runs, other: Runs) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= _COPIED * shorter


def _runs(article: Article) -> Runs:
    narration = " ".join(
        region.span.of(article.text)
        for region in article.regions
        if region.voice is Voice.NARRATION
    )
    words = _WORD.findall(fold(narration))
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
