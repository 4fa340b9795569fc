"""Which statements answer "what did X say about Y" and "who said Y"."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest import Voice
from rag.steps.candidates import Candidate, candidates, scored
from rag.steps.desk import Desk
from rag.steps.retrieve import retrieve
from rag.steps.understand import Understood
from rag.steps.verify import Proposed
from rag.values.evidence import Hit, RecordedStatement

MOST_CITATIONS = 8
ON_TOPIC = 0.5
"""Share of the topic's weight from which a statement is about it; see the decision note."""
NEXT_TO_BEST = 0.6
"""Share of the best statement's score below which another one is left out."""
_MOST_ARTICLES = 12
_MOST_STATEMENTS = 150


def by_speaker(
    desk: Desk, understood: Understood
) -> tuple[tuple[Proposed, ...], tuple[Proposed, ...]]:
    """Return the speaker's statements on the topic in text order, and else the nearest ones."""
    recorded = _heard(desk, understood, desk.catalogue.statements(speakers=understood.speakers))
    articles = {one.article_id for one in recorded}
    if len(articles) > _MOST_ARTICLES or len(recorded) > _MOST_STATEMENTS:
        recorded = _narrowed(desk, understood, recorded, articles)
    return chosen(candidates(desk, recorded, understood.topic), understood)


def by_anybody(
    desk: Desk, understood: Understood, hits: Sequence[Hit]
) -> tuple[tuple[Proposed, ...], tuple[Proposed, ...]]:
    """Return whose statements in the articles found are on the topic, and else the nearest."""
    articles = tuple(dict.fromkeys(hit.passage.article_id for hit in hits))
    recorded = _heard(desk, understood, desk.catalogue.statements(articles=articles))
    named = [one for one in recorded if one.statement.speaker and one.statement.speaker.name]
    return chosen(candidates(desk, named, understood.topic), understood)


def _heard(
    desk: Desk, understood: Understood, recorded: Sequence[RecordedStatement]
) -> list[RecordedStatement]:
    """Leave out comments, other voices than the one asked for, and what the filters shut out."""
    voice = understood.filters.voice
    admitted = desk.catalogue.admitted(understood.filters)
    return [
        one
        for one in recorded
        if one.voice not in (Voice.COMMENT, Voice.FURNITURE)
        and (voice is None or one.voice is voice)
        and (admitted is None or one.article_id in admitted)
    ]


def _narrowed(
    desk: Desk,
    understood: Understood,
    recorded: Sequence[RecordedStatement],
    articles: Collection[str],
) -> list[RecordedStatement]:
    """Keep the statements of the articles that the topic's own words find first."""
    words = understood.topic.text or understood.text
    hits = retrieve(
        desk, words, understood.filters, limit=3 * _MOST_ARTICLES, per_article=1, within=articles
    )
    best = {hit.passage.article_id for hit in hits[:_MOST_ARTICLES]}
    return [one for one in recorded if one.article_id in best]


def chosen(
    found: list[Candidate], understood: Understood
) -> tuple[tuple[Proposed, ...], tuple[Proposed, ...]]:
    """Return what is on the topic, at most `MOST_CITATIONS`, and what comes nearest to it."""
    ranked = sorted(scored(found, understood.topic), key=lambda pair: -pair[1])
    least = max(ON_TOPIC, NEXT_TO_BEST * ranked[0][1]) if ranked else 1.0
    proposals = [one for candidate, score in ranked for one in candidate.proposals(score)]
    on_topic = _merged([one for one in proposals if one.score >= least])
    nearest = _merged(proposals)[:2]
    return in_order(on_topic[:MOST_CITATIONS], found), tuple(nearest)


def _merged(proposals: list[Proposed]) -> list[Proposed]:
    """Drop a proposal whose words a longer one shows as well."""
    kept: list[Proposed] = []
    for one in sorted(proposals, key=lambda p: (p.span.start - p.span.end, -p.score)):
        at = next((at for at, other in enumerate(kept) if _shows(other, one)), None)
        if at is None:
            kept.append(one)
        elif kept[at].score < one.score:
            kept[at] = replace(kept[at], score=one.score)
    return sorted(kept, key=lambda one: -one.score)


def _shows(longer: Proposed, other: Proposed) -> bool:
    return longer.article_id == other.article_id and longer.span.overlaps(other.span)


def in_order(proposals: Sequence[Proposed], found: Sequence[Candidate]) -> tuple[Proposed, ...]:
    """Return proposals by their article's place in `found` (by date), then by text."""
    place = {one.article_id: at for at, one in reversed(list(enumerate(found)))}
    return tuple(sorted(proposals, key=lambda one: (place[one.article_id], one.span.start)))
