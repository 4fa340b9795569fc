"""Typing errors in a topic's words, mended by what the pages at hand say.

A word counts as mistyped only when it stands nowhere in the archive; then the nearest word of the
statements or sentences that are compared takes its place.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from rag.steps.finding.desk import Desk
from rag.steps.question.topic import Topic, has

_NEAR = 80.0
"""Similarity in per cent from which a word is taken for a misspelling."""
_LONG = 6
"""Letters from which likeness in per cent decides; in shorter words one slip is forgiven."""
_SHORTEST = 4


def respelt(desk: Desk, topic: Topic, texts: Iterable[Collection[str]]) -> Topic:
    """Return the topic with its mistyped stems replaced by the nearest ones of these texts."""
    unknown = [stem for stem in topic.stems if len(stem) >= _SHORTEST and stem.isalpha()]
    if not unknown:
        return topic
    known = frozenset[str]().union(*texts)
    mended = {
        stem: right
        for stem in unknown
        if not has(stem, known)
        and not desk.catalogue.keyword(stem, 1)
        and (right := _nearest(stem, known)) is not None
    }
    if not mended:
        return topic
    weights = {mended.get(stem, stem): weight for stem, weight in topic.weights.items()}
    return replace(topic, weights=weights)


def _nearest(stem: str, known: Collection[str]) -> str | None:
    if len(stem) < _LONG:
        alike = [one for one in known if one[:1] == stem[:1] and OSA.distance(one, stem) == 1]
        return alike[0] if len(alike) == 1 else None
    long = [one for one in known if len(one) >= _LONG]
    found = process.extractOne(stem, sorted(long), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else None
