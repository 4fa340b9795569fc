"""Statements whose speaker the page describes but nobody resolved to a name.

"The mayor's lawyers answered that ..." has a source in the sentence, though no entry among the
known speakers. A question that uses the same words is answered by that sentence, without a name.
"""

import re
from collections.abc import Sequence

from ingest import Statement
from ingest.statements.words import CONJUNCTIONS, DETERMINERS, POSSESSIVES, PREPOSITIONS
from rag.steps.choosing.candidates import Candidate, candidates, scored
from rag.steps.choosing.said import chosen, heard
from rag.steps.choosing.selection import Selection
from rag.steps.finding.desk import Desk
from rag.steps.people.names import SMALL_WORDS
from rag.steps.question.topic import has
from rag.steps.question.understand import Understood
from rag.steps.words import stems, words
from rag.values.evidence import Hit

_OPENING = DETERMINERS | POSSESSIVES | CONJUNCTIONS
"""What may stand before a description that names follow; else it is a part of something."""


def by_described(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return statements without a known speaker whose source is described as the question does."""
    articles = tuple(dict.fromkeys(hit.passage.article_id for hit in hits))
    recorded = heard(desk, understood, desk.catalogue.statements(articles=articles))
    asked = stems(word for word in words(understood.asked or "") if word not in SMALL_WORDS)
    nameless = [one for one in recorded if _nameless(one.statement, asked)]
    found = candidates(desk, nameless, understood.topic)
    described = [one for one in found if asked and _describes(one, asked)]
    if not described and _is_description(understood.asked or ""):
        found = candidates(desk, recorded, understood.topic)
        described = [one for one in found if asked and _called(one, asked)]
    return chosen(scored(described, understood.topic))


_AUXILIARY = 14
"""Code points before a verb in which what makes it a passive stands."""
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*['’]?")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
_PASSIVE = re.compile(
    r"\b(?:is|was|are|were|be|been|being)\s+(?:\w+ly\s+)?(?:asked|told|urged|warned)\b", re.I
)


def _is_description(asked: str) -> bool:
    """Return whether somebody is asked about by what they are: "the directors", "Lee's lawyers"."""
    return asked.lower().startswith("the ") or ("'s " in asked and asked.split()[-1].islower())


def _called(one: Candidate, asked: Sequence[str]) -> bool:
    """Return whether the description asked for is that of the speakers, who are named beside it.

    It must open the clause: in "At a dinner with the directors, Ann Lee said" they do not speak,
    nor in "It angered the directors, Ann Lee said" or "Ann Lee of the directors' club said".
    """
    source = one.statement.source
    sentence = one.page.around(source) if source else None
    speaker = one.statement.speaker
    if source is None or sentence is None or speaker is None:
        return False
    if any(has(word, stems(words(speaker.name or ""))) for word in asked):
        return False  # "Lee's friend" is not Lee, a friend of somebody's
    text = one.page.article.text
    said = [part.end for part in one.statement.content if part.end <= source.start]
    clause = text[max([sentence.start, *said]) : source.start].strip(" ,").rpartition(",")[2]
    before, called = words(clause), words(source.of(text))
    if not all(has(word, stems([*before, *called])) for word in asked):
        return False
    opening = before[: _first(asked, before)]
    if len(opening) < len(before):
        return _OPENING.issuperset(opening)
    return PREPOSITIONS.isdisjoint(called[: _first(asked, called)])


def _first(asked: Sequence[str], told: Sequence[str]) -> int:
    """Return where the first of the words asked for stands; the end where none does."""
    return next((at for at, stem in enumerate(stems(told)) if has(stem, asked)), len(told))


def _nameless(one: Statement, asked: Sequence[str]) -> bool:
    """Return whether a statement's speaker has no name, or is called there as the question does."""
    if one.speaker is None or not one.speaker.name:
        return True
    written = words(one.speaker.as_written)
    called = () if words(one.speaker.name)[-1] in written else stems(written)
    return bool(asked) and all(has(word, called) for word in asked)


def _describes(one: Candidate, asked: Sequence[str]) -> bool:
    """Return whether all words asked for stand in the sentence outside what was said."""
    start = one.statement.content[0].start
    sentence = one.page.around(one.statement.span)
    if sentence is None or _is_passive(one):
        return False
    before = one.page.article.text[sentence.start : start]
    after = one.page.article.text[one.statement.span.end : sentence.end]
    return any(
        all(has(word, stems(words(part))) for word in asked) and not _belongs_to(asked, part)
        for part in (before, after)
        if part
    )


def _belongs_to(asked: Sequence[str], part: str) -> bool:
    """Return whether the words only tell of what is somebody's: "Ann Lee's goal denied them".

    The last word of a name stands there with a possessive ending each time.
    """
    tokens = _TOKEN.findall(part)
    ends = [one for one in tokens if has(asked[-1], stems(words(one)))]
    return bool(ends) and all(_POSSESSIVE.search(one) for one in ends)


def _is_passive(one: Candidate) -> bool:
    """Return whether somebody "was asked" or "was told", and so is not who spoke."""
    cue = one.statement.cue
    if cue is None:
        return False
    told = one.page.article.text[max(0, cue.start - _AUXILIARY) : cue.end]
    return bool(_PASSIVE.search(told))
