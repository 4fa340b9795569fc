"""Statements whose speaker the page describes but nobody resolved to a name.

"The mayor's lawyers answered that ..." has a source in the sentence, though no entry among the
known speakers. A question that uses the same words is answered by that sentence, without a name.
"""

from collections.abc import Sequence

from ingest import Statement
from ingest.statements.words import CONJUNCTIONS, DETERMINERS, POSSESSIVES
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


def _is_description(asked: str) -> bool:
    """Return whether somebody is asked about by what they are: "the directors", "Lee's lawyers"."""
    return asked.lower().startswith("the ") or ("'s " in asked and asked.split()[-1].islower())


def _called(one: Candidate, asked: Sequence[str]) -> bool:
    """Return whether the description asked for is that of the speakers, whose names follow it.

    It must open the clause: in "At a dinner with the directors, Ann Lee said" they do not speak,
    nor in "It angered the directors, Ann Lee said".
    """
    source = one.statement.source
    sentence = one.page.around(source) if source else None
    if source is None or sentence is None:
        return False
    text = one.page.article.text
    own = stems(words(source.of(text)))
    missing = [word for word in asked if not has(word, own)]
    said = [part.end for part in one.statement.content if part.end <= source.start]
    clause = text[max([sentence.start, *said]) : source.start].strip(" ,").rpartition(",")[2]
    before = words(clause)
    held = stems(before)
    first = next((at for at, stem in enumerate(held) if has(stem, asked)), len(held))
    return all(has(word, held) for word in missing) and _OPENING.issuperset(before[:first])


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
    if sentence is None:
        return False
    before = one.page.article.text[sentence.start : start]
    after = one.page.article.text[one.statement.span.end : sentence.end]
    return any(
        all(has(word, stems(words(part))) for word in asked) for part in (before, after) if part
    )
