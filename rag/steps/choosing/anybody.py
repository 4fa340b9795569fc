"""Which statements answer "who said Y": anybody's, if the words or the act asked for are there."""

import re
from collections.abc import Sequence

from rag.steps.choosing.candidates import Candidate, Scored, candidates, scored
from rag.steps.choosing.denial import denies, negates
from rag.steps.choosing.respelling import respelt
from rag.steps.choosing.said import chosen, heard
from rag.steps.choosing.selection import Selection
from rag.steps.choosing.sides import sided, takes_side, told_side
from rag.steps.finding.desk import Desk
from rag.steps.question.quoted import holds_words, quoted
from rag.steps.question.topic import Topic, held
from rag.steps.question.understand import Understood
from rag.steps.words import stems, words
from rag.values.evidence import Hit

_NEARLY_ALL = 0.85
"""Share of the topic from which one statement has it; what only goes on from it is left out."""
_AS_GOOD = 0.8
_ACCUSES = re.compile(r"(?:accus|blam)(?:e|es|ed)")
_CHARGED = 0.66
"""Share of a charge that a statement must have itself."""
_FEWEST_CHARGED = 3
"""Words of whom and what: with fewer, a sentence has them by chance."""
_MOST_NEAREST = 3
"""Statements about somebody on whom nobody is known to have taken a side."""


def by_anybody(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return whose statements in the articles found are on the topic, and else the nearest."""
    articles = tuple(dict.fromkeys(hit.passage.article_id for hit in hits))
    recorded = heard(desk, understood, desk.catalogue.statements(articles=articles))
    named = [one for one in recorded if one.statement.speaker and one.statement.speaker.name]
    exact = quoted(understood.text)
    if understood.topic.empty and not exact:
        return Selection()
    about = sided(understood.topic, understood.verb)
    spoke = candidates(desk, named, about)
    topic = respelt(desk, about, (one.own | one.lead for one in spoke))
    rated = [
        one
        for one in scored(spoke, topic)
        if holds_words(one.candidate.sentence, exact)
        and _takes_side(one, understood, topic)
        and _names_all(one, topic)
    ]
    rated = _as_negated(rated, understood.text)
    found = chosen(rated if understood.shape == "list" else _without_sequels(rated))
    if found.answers or not takes_side(understood.verb):
        return found
    charged = [one for one in scored(spoke, topic) if _charges(one, understood, topic)]
    if charged:
        return chosen(charged)
    others = [one for one in scored(spoke, topic) if not _is_meant(one.candidate, topic)]
    own = [one for one in others if all(held(topic, n, one.candidate.own) for n in topic.names)]
    nearest = chosen(own)
    return Selection(nearest=nearest.answers[:_MOST_NEAREST] or nearest.nearest)


def _as_negated(rated: Sequence[Scored], question: str) -> list[Scored]:
    """Return the statements that deny what "who said it was not so?" denies, if there are any."""
    if not negates(question):
        return list(rated)
    return [one for one in rated if negates(one.candidate.sentence)] or list(rated)


def _names_all(one: Scored, topic: Topic) -> bool:
    """Return whether the words or what they elaborate have every name asked about."""
    near = one.candidate.own | one.candidate.lead | one.candidate.aliases
    return all(held(topic, name, near) for name in topic.names)


def _takes_side(one: Scored, understood: Understood, topic: Topic) -> bool:
    """Return whether the sentence tells of the stance asked for, where one is asked for."""
    if not takes_side(understood.verb):
        return True
    made = one.candidate
    near = made.own | made.lead
    return told_side(understood.verb, topic, made.sentence, near) and not _is_meant(made, topic)


def _charges(one: Scored, understood: Understood, topic: Topic) -> bool:
    """Return whether somebody says of another what "who accused Lee of hiding the report?" asks.

    The charge must be theirs in so many words, and neither denied nor taken back.
    """
    made = one.candidate
    return (
        bool(_ACCUSES.fullmatch(understood.verb))
        and len(topic.stems) >= _FEWEST_CHARGED
        and one.own >= _CHARGED
        and all(held(topic, name, made.own) for name in topic.names)
        and not _is_meant(made, topic)
        and not (negates(made.sentence) or denies(made.sentence))
    )


def _is_meant(made: Candidate, topic: Topic) -> bool:
    """Return whether a speaker is whom the side is taken on."""
    own = stems(words(made.speaker or ""))
    return bool(topic.names) and all(held(topic, name, own) for name in topic.names)


def _without_sequels(rated: Sequence[Scored]) -> list[Scored]:
    """Return the statements that have the topic themselves, if any has nearly all of it."""
    best = max((one.own for one in rated), default=0.0)
    if best < _NEARLY_ALL:
        return list(rated)
    return [one for one in rated if one.own >= _AS_GOOD * best]
