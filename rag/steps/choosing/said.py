"""Which statements answer "what did X say about Y" and "who said Y"."""

from collections.abc import Collection, Sequence

from ingest import Voice
from rag.steps.choosing.candidates import Candidate, Scored, candidates, scored
from rag.steps.choosing.mentioned import by_mention
from rag.steps.choosing.selection import Rated, Selection, selected
from rag.steps.finding.desk import Desk
from rag.steps.finding.nearness import RELATED, nearness
from rag.steps.finding.retrieve import retrieve
from rag.steps.question.topic import has
from rag.steps.question.understand import Understood
from rag.values.evidence import Hit, RecordedStatement

ON_TOPIC = 0.5
"""Share of the topic's weight from which a statement is about it; see the decision note."""
FAIRLY = 0.33
"""The same for a timeline, where one word of three may tell a step of the story."""
WHOLE_CLAIM = 0.67
"""The same for a claim that somebody may have made."""
NEXT_TO_BEST = 0.6
"""Share of the best statement's score below which another one is left out."""
_MOST_ARTICLES = 12
_MOST_STATEMENTS = 150
_MOST_COMPARED = 12
"""Sentences embedded for one question: about 4 ms each."""
_FARTHEST_LEAD = 2
"""Paragraphs of prose that a quotation may stand after what it quotes for."""


def by_speaker(desk: Desk, understood: Understood) -> Selection:
    """Return the speaker's statements on the topic in text order, and else the nearest ones."""
    found = _found(desk, understood)
    if _enough(found, understood):
        return _chosen(found, understood)
    told = by_mention(desk, understood)
    if told.answers:
        return told
    if found and not understood.proposition:
        found = _by_meaning(desk, understood, found)
    return _chosen(found, understood)


def by_words(desk: Desk, understood: Understood) -> Selection:
    """Return the speaker's statements that hold the topic's words, and else the nearest ones.

    It embeds nothing, so it is cheap.
    """
    return _chosen(_found(desk, understood), understood)


def _found(desk: Desk, understood: Understood) -> list[Scored]:
    recorded = heard(desk, understood, desk.catalogue.statements(speakers=understood.speakers))
    articles = {one.article_id for one in recorded}
    if len(articles) > _MOST_ARTICLES or len(recorded) > _MOST_STATEMENTS:
        recorded = _narrowed(desk, understood, recorded, articles)
    return scored(candidates(desk, recorded, understood.topic), understood.topic)


def _least(understood: Understood) -> float:
    return WHOLE_CLAIM if understood.proposition else ON_TOPIC


def _enough(found: Sequence[Scored], understood: Understood) -> bool:
    return max((one.whole for one in found), default=0.0) >= _least(understood)


def _chosen(found: Sequence[Scored], understood: Understood) -> Selection:
    """Return what is on the topic; for a timeline what is only fairly so as well."""
    if understood.shape == "timeline":
        return chosen(found, FAIRLY, next_to_best=0.0)
    return chosen(found, _least(understood))


def by_anybody(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return whose statements in the articles found are on the topic, and else the nearest."""
    articles = tuple(dict.fromkeys(hit.passage.article_id for hit in hits))
    recorded = heard(desk, understood, desk.catalogue.statements(articles=articles))
    named = [one for one in recorded if one.statement.speaker and one.statement.speaker.name]
    return chosen(scored(candidates(desk, named, understood.topic), understood.topic))


def heard(
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


def _by_meaning(desk: Desk, understood: Understood, found: list[Scored]) -> list[Scored]:
    """Score anew by meaning, for a topic whose words stand in none of the statements."""
    told = [at for at, one in enumerate(found) if _names_all(one.candidate, understood)]
    order = sorted(told, key=lambda at: -found[at].whole)[:_MOST_COMPARED]
    sentences = [found[at].candidate.sentence for at in order]
    asked = understood.asked or "they"
    values = nearness(desk.embedder, asked, understood.topic.text, sentences)
    near = dict(zip(order, values, strict=True))
    return [
        Scored(one.candidate, 0.0, max(one.whole, ON_TOPIC * near.get(at, 0.0) / RELATED))
        for at, one in enumerate(found)
    ]


def _names_all(candidate: Candidate, understood: Understood) -> bool:
    """Return whether the article has every name of the topic: no other name comes near one."""
    held = candidate.article_stems | candidate.lead
    return all(has(name, held) for name in understood.topic.names)


def chosen(
    found: Sequence[Scored], enough: float = ON_TOPIC, *, next_to_best: float = NEXT_TO_BEST
) -> Selection:
    """Return what is on the topic, and what comes nearest to it."""
    best = max((one.whole for one in found), default=0.0)
    least = max(enough, next_to_best * best)
    drawn = _drawn_in(found, least)
    return selected(
        [
            Rated(one.candidate, max(one.whole, least) if at in drawn else one.whole)
            for at, one in enumerate(found)
        ],
        least,
    )


def _drawn_in(found: Sequence[Scored], least: float) -> frozenset[int]:
    """Return which statements a quotation on the topic quotes for: those that lead up to it.

    News prose paraphrases first and quotes after, so the quotation shows what the sentences of
    the same speaker just before it were about, up to where one says "also".
    """
    drawn: set[int] = set()
    for at, one in enumerate(found):
        if one.own < least or not one.candidate.opens_quoted:
            continue
        for before in range(at - 1, -1, -1):
            if not _leads(found[before].candidate, one.candidate, found[before + 1].candidate):
                break
            drawn.add(before)
    return frozenset(drawn)


def _leads(one: Candidate, quotation: Candidate, following: Candidate) -> bool:
    return (
        one.article_id == quotation.article_id
        and one.speaker == quotation.speaker
        and not following.turns
        and one.voice is Voice.NARRATION
        and quotation.place - one.place <= _FARTHEST_LEAD
        and not _interrupted(one, quotation)
    )


def _interrupted(one: Candidate, quotation: Candidate) -> bool:
    """Return whether somebody else speaks between the two."""
    start, end = one.statement.span.end, quotation.statement.span.start
    return any(
        start <= other.span.start < end
        and other.speaker is not None
        and other.speaker.name != one.speaker
        for other in one.page.article.statements
    )
