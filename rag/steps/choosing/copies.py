"""Agency copy counts once: of articles that carry one story, the same words are shown from one."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from rag.steps.finding.desk import Desk
from rag.steps.verify import Proposed

_SAME = 85.0
"""Similarity in per cent from which two quotes of one story are the same words, edited."""


def once_a_story(desk: Desk, proposals: Sequence[Proposed]) -> tuple[Proposed, ...]:
    """Return the proposals, the later of two with the same words of one story left out."""
    ids = list(dict.fromkeys(one.article_id for one in proposals))
    if len(ids) < 2:
        return tuple(proposals)
    stories = {one.id: one.story for one in desk.catalogue.summaries(ids)}
    kept: list[Proposed] = []
    for one in proposals:
        story = stories.get(one.article_id)
        alike = (other for other in kept if story and stories.get(other.article_id) == story)
        if not any(_same(one, other) for other in alike):
            kept.append(one)
    return tuple(kept)


def _same(one: Proposed, other: Proposed) -> bool:
    return (
        one.article_id != other.article_id
        and fuzz.ratio(one.quote.casefold(), other.quote.casefold()) >= _SAME
    )
