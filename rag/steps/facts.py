"""Which sentences of the articles answer a question that is not about somebody's words."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Span, Statement, Voice
from rag.steps.answer_types import holds
from rag.steps.dates import date_stems
from rag.steps.desk import Desk
from rag.steps.paragraphs import Page
from rag.steps.selection import Selection
from rag.steps.topic import Topic, coverage, weighted
from rag.steps.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems
from rag.values.evidence import Hit

MOST_SENTENCES = 3
ENOUGH = 0.5
"""Share of the question's weight from which a sentence is about it; see the decision note."""
NEAR_BEST = 0.85
_RIGHT_TYPE = 0.15
"""What a sentence earns for holding the kind of thing asked for."""
_AROUND = 0.8
"""What words count that stand only in the sentences next to it or in the title."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    page: Page
    span: Span
    voice: Voice
    own: frozenset[str]
    around: frozenset[str]
    rank: int


def facts(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return the sentences that answer, best first, and else the nearest ones."""
    found = _sentences(desk, hits)
    topic = weighted(understood.topic, [one.own for one in found])
    scores = [(one, _score(one, topic, understood)) for one in found]
    ranked = sorted(scores, key=lambda pair: (-pair[1], pair[0].rank))
    proposals = distinct([_proposed(one, score) for one, score in ranked])
    best = proposals[0].score if proposals else 0.0
    least = max(ENOUGH, NEAR_BEST * best)
    good = [
        _proposed(one, score)
        for one, score in ranked
        if score >= least and _answers(one, understood)
    ]
    return Selection(tuple(distinct(good)[:MOST_SENTENCES]), tuple(proposals[:2]))


def _sentences(desk: Desk, hits: Sequence[Hit]) -> list[_Sentence]:
    found: dict[tuple[str, int], _Sentence] = {}
    for rank, hit in enumerate(hits):
        page = desk.page(hit.passage.article_id)
        if page is None:
            continue
        inside = Span(hit.passage.start, hit.passage.end)
        title = topic_stems(page.article.title.value or "") | _dates(page)
        for paragraph in page.paragraphs:
            if not paragraph.span.overlaps(inside):
                continue
            words = [topic_stems(page.text(span)) for span in paragraph.sentences]
            for at, span in enumerate(paragraph.sentences):
                around = title.union(*words[max(0, at - 1) : at + 2])
                key = (hit.passage.article_id, span.start)
                one = _Sentence(page, span, paragraph.voice, words[at], around, rank)
                found.setdefault(key, one)
    return list(found.values())


def _dates(page: Page) -> frozenset[str]:
    return date_stems(page.article.published.value)


def _score(one: _Sentence, topic: Topic, understood: Understood) -> float:
    own, around = coverage(topic, one.own), coverage(topic, one.own | one.around)
    score = max(own, own + _AROUND * (around - own))
    typed = understood.wants == "any" or _answers(one, understood)
    return score * (1.0 if typed else 1 - _RIGHT_TYPE)


def _answers(one: _Sentence, understood: Understood) -> bool:
    return holds(understood.wants, one.page.text(one.span), understood.text)


def _proposed(one: _Sentence, score: float) -> Proposed:
    return Proposed(
        article_id=one.page.article.id,
        span=one.span,
        quote=one.page.text(one.span),
        statement=_statement(one.page, one.span),
        score=score,
    )


def _statement(page: Page, span: Span) -> Statement | None:
    """Return the statement that the sentence consists of, if it is somebody's words."""
    for statement in page.article.statements:
        if statement.span.overlaps(span) and statement.speaker and statement.speaker.name:
            return statement
    return None


def distinct(proposals: Sequence[Proposed]) -> list[Proposed]:
    """Leave out a sentence that another page has in the same words."""
    seen: set[str] = set()
    kept: list[Proposed] = []
    for one in proposals:
        key = " ".join(one.quote.casefold().split())
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept
