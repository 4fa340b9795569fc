"""What readers wrote about a topic, shown only when their comments are asked for."""

from collections.abc import Sequence

from ingest import Span, Voice
from rag.steps.choosing.answer_types import holds
from rag.steps.choosing.selection import Selection
from rag.steps.finding.desk import Desk
from rag.steps.question.topic import coverage
from rag.steps.question.understand import Understood
from rag.steps.question.wanted import NUMBERS
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems
from rag.values.evidence import Hit

MOST_COMMENTS = 6
_ENOUGH = 0.5


def readers(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return one sentence each of the comments on the topic, best hits first; none is nearest."""
    found: list[Proposed] = []
    for hit in hits:
        best = _best_sentence(desk, understood, hit)
        if best is not None and not any(best.quote == other.quote for other in found):
            found.append(best)
    return Selection(tuple(found[:MOST_COMMENTS]))


def _best_sentence(desk: Desk, understood: Understood, hit: Hit) -> Proposed | None:
    page = desk.page(hit.passage.article_id)
    if page is None:
        return None
    inside = Span(hit.passage.start, hit.passage.end)
    spans = [
        span
        for paragraph in page.paragraphs
        if paragraph.voice is Voice.COMMENT and paragraph.span.overlaps(inside)
        for span in paragraph.sentences
        if span.overlaps(inside)
    ]
    if understood.wants in NUMBERS:
        told = understood.text
        spans = [span for span in spans if holds(understood.wants, page.text(span), told)]
    scores = [(coverage(understood.topic, topic_stems(page.text(span))), span) for span in spans]
    score, span = max(scores, key=lambda pair: pair[0], default=(0.0, None))
    if span is None or score < _ENOUGH:
        return None
    quote = page.text(span)
    return Proposed(article_id=hit.passage.article_id, span=span, quote=quote, score=score)
