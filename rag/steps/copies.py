"""How many independent sources a set of articles is: agency copy reprinted counts once."""

import re
from collections.abc import Sequence

from ingest import Article, Voice
from rag.steps.stories import story_key
from rag.steps.words import fold

_RUN = 5
"""Words in a row that are compared."""
_COPIED = 0.6
"""Share of the shorter article's runs that the longer one has when they are one story."""
_MOST_COMPARED = 40
"""Stories of one set that are compared with each other; beyond, only equal ones are joined."""
_WORD = re.compile(r"\w+")


def independent(articles: Sequence[Article]) -> int:
    """Return the number of stories among these articles, reprints and edited reprints joined."""
    stories: dict[str, Article] = {}
    for article in articles:
        stories.setdefault(story_key(article) or article.id, article)
    apart: list[frozenset[tuple[str, ...]]] = []
    for article in list(stories.values())[:_MOST_COMPARED]:
        runs = _runs(article)
        if not any(_copied(runs, other) for other in apart):
            apart.append(runs)
    return len(apart) + max(0, len(stories) - _MOST_COMPARED)


def _copied(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= _COPIED * shorter


def _runs(article: Article) -> frozenset[tuple[str, ...]]:
    narration = " ".join(
        region.span.of(article.text)
        for region in article.regions
        if region.voice is Voice.NARRATION
    )
    words = _WORD.findall(fold(narration))
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
