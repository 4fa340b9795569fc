"""Statements that never name what their whole article is about.

In a report on the closing of a bridge, "I would not drive across it" says something about the
bridge. Where the title has every word of the topic, and a speaker has few words in the article,
these are taken to be on it; it is the last thing tried before nearness in meaning.
"""

from collections import Counter
from collections.abc import Sequence

from ingest import Voice
from rag.steps.choosing.candidates import Scored
from rag.steps.question.topic import Topic, has
from rag.steps.words import topic_stems

_FEW = 3
"""Statements of one speaker in one article; who speaks more often speaks of more than its title."""
_FEW_OF_MANY = 6
"""The same where the title has several words of the topic, and so is about little else."""


def on_theme(found: Sequence[Scored], topic: Topic, enough: float) -> list[Scored]:
    """Return the candidates, those on the theme of a title that has the topic rated `enough`."""
    counts = Counter(one.candidate.article_id for one in found)
    return [
        Scored(one.candidate, one.own, max(one.whole, enough))
        if counts[one.candidate.article_id] <= (_FEW if len(topic.stems) < 2 else _FEW_OF_MANY)
        and _titled(one, topic, alone=_named_once(one, topic, counts))
        and not _anothers(one)
        else one
        for one in found
    ]


def _named_once(one: Scored, topic: Topic, counts: Counter[str]) -> bool:
    return counts[one.candidate.article_id] == 1 and topic.names.issuperset(topic.stems)


def _titled(one: Scored, topic: Topic, *, alone: bool) -> bool:
    """Return whether the title has the topic; one word alone must stand near by as well.

    What is the name of something needs not where the speaker is quoted `alone`, just once.
    """
    title = topic_stems(one.candidate.page.article.title.value or "")
    if not topic.stems or not all(has(stem, title) for stem in topic.stems):
        return False
    return len(topic.stems) > 1 or alone or has(topic.stems[0], _beside(one))


def _beside(one: Scored) -> frozenset[str]:
    """Return the stems of the statement's paragraph and of those next to it."""
    page = one.candidate.page
    at = page.at(one.candidate.statement.content[0].start)
    if at is None:
        return frozenset()
    near = page.paragraphs[max(0, at - 1) : at + 2]
    return topic_stems(" ".join(page.text(paragraph.span) for paragraph in near))


def _anothers(one: Scored) -> bool:
    """Return whether the title tells the words of somebody else: "Lee says the mill must close"."""
    page = one.candidate.page
    heads = [region.span for region in page.article.regions if region.voice is Voice.HEADLINE]
    told = {
        statement.speaker.name
        for statement in page.article.statements
        if statement.speaker and any(head.covers(statement.span) for head in heads)
    }
    return bool(told) and one.candidate.speaker not in told


def with_title(found: Sequence[Scored], topic: Topic, enough: float) -> list[Scored]:
    """Return the candidates, those rated `enough` that lack only words of the topic in the title.

    What the title tells of goes without saying in each sentence of its article.
    """
    return [
        Scored(one.candidate, one.own, max(one.whole, enough)) if _completed(one, topic) else one
        for one in found
    ]


def _completed(one: Scored, topic: Topic) -> bool:
    title = topic_stems(one.candidate.page.article.title.value or "")
    told = one.candidate.own | one.candidate.lead
    lacking = [stem for stem in topic.stems if not has(stem, told)]
    own = [stem for stem in topic.stems if has(stem, one.candidate.own) and not has(stem, title)]
    return bool(own) and len(own) >= len(lacking) and all(has(stem, title) for stem in lacking)
