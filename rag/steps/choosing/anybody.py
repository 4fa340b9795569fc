"""Which statements answer "who said Y": anybody's, if the words or the act asked for are there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.steps.choosing.candidates import Scored, candidates, scored
from rag.steps.choosing.respelling import respelt
from rag.steps.choosing.said import chosen, heard
from rag.steps.choosing.selection import Selection
from rag.steps.finding.desk import Desk
from rag.steps.question.quoted import holds_words, quoted
from rag.steps.question.saying_verbs import STANCES
from rag.steps.question.topic import Topic, has, held
from rag.steps.question.understand import Understood
from rag.steps.words import fold, stems, words
from rag.values.evidence import Hit

_STANCE = re.compile(STANCES)
_NEARLY_ALL = 0.85
"""Share of the topic from which one statement has it; what only goes on from it is left out."""
_AS_GOOD = 0.8


def by_anybody(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return whose statements in the articles found are on the topic, and else the nearest."""
    articles = tuple(dict.fromkeys(hit.passage.article_id for hit in hits))
    recorded = heard(desk, understood, desk.catalogue.statements(articles=articles))
    named = [one for one in recorded if one.statement.speaker and one.statement.speaker.name]
    exact = quoted(understood.text)
    if understood.topic.empty and not exact:
        return Selection()
    about = _without_stance(understood)
    spoke = candidates(desk, named, about)
    topic = respelt(desk, about, (one.own | one.lead for one in spoke))
    rated = [
        one
        for one in scored(spoke, topic)
        if holds_words(one.candidate.sentence, exact)
        and _takes_side(one, understood)
        and _names_all(one, topic)
    ]
    return chosen(rated if understood.shape == "list" else _without_sequels(rated))


def _without_stance(understood: Understood) -> Topic:
    """Return what the stance asked for is about: the verb itself says nothing of it."""
    topic = understood.topic
    if not _STANCE.fullmatch(understood.verb):
        return topic
    verb = stems([fold(understood.verb)])[0]
    rest = {stem: weight for stem, weight in topic.weights.items() if not has(verb, (stem,))}
    return replace(topic, weights=rest) if rest else topic


def _names_all(one: Scored, topic: Topic) -> bool:
    """Return whether the words or what they elaborate have every name asked about."""
    near = one.candidate.own | one.candidate.lead | one.candidate.aliases
    return all(held(topic, name, near) for name in topic.names)


def _takes_side(one: Scored, understood: Understood) -> bool:
    """Return whether the sentence tells of the stance asked for, where one is asked for."""
    if not _STANCE.fullmatch(understood.verb):
        return True
    return has(stems([fold(understood.verb)])[0], stems(words(one.candidate.sentence)))


def _without_sequels(rated: Sequence[Scored]) -> list[Scored]:
    """Return the statements that have the topic themselves, if any has nearly all of it."""
    best = max((one.own for one in rated), default=0.0)
    if best < _NEARLY_ALL:
        return list(rated)
    return [one for one in rated if one.own >= _AS_GOOD * best]
