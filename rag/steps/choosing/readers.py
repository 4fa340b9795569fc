"""What readers wrote about a topic, shown only when their comments are asked for."""

from collections.abc import Sequence

from ingest import ARTICLE_VOICES, Span, Voice
from rag.steps.choosing.answer_types import holds
from rag.steps.choosing.selection import Selection
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page
from rag.steps.question.topic import coverage, held
from rag.steps.question.understand import Understood
from rag.steps.question.wanted import NUMBERS
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems
from rag.values.evidence import Hit

MOST_COMMENTS = 6
_ENOUGH = 0.5
_ON_MATTER = 0.6
"""Share of the topic that a page and one of its comments tell together."""
_SHOWN_WORDS = 45
"""Up to how many words the sentences around the best one are shown with it."""


def readers(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return the words of each comment on the topic, those that name it first; none is nearest."""
    found: list[Proposed] = []
    for hit in hits:
        best = _best_words(desk, understood, hit)
        if best is not None and not any(best.quote == other.quote for other in found):
            found.append(best)
    found.sort(key=lambda one: one.score < _ENOUGH)
    return Selection(tuple(found[:MOST_COMMENTS]))


def _best_words(desk: Desk, understood: Understood, hit: Hit) -> Proposed | None:
    page = desk.page(hit.passage.article_id)
    if page is None:
        return None
    inside = Span(hit.passage.start, hit.passage.end)
    scores = [
        (coverage(understood.topic, topic_stems(page.text(span))), span, paragraph.sentences)
        for paragraph in page.paragraphs
        if paragraph.voice is Voice.COMMENT and paragraph.span.overlaps(inside)
        for span in paragraph.sentences
        if span.overlaps(inside)
    ]
    if understood.wants in NUMBERS:
        told = understood.text
        scores = [one for one in scores if holds(understood.wants, page.text(one[1]), told)]
    if not scores:
        return None
    score, span, beside = max(scores, key=lambda one: one[0])
    if score < _ENOUGH and not _adds(page, understood, span):
        return None
    span = _with_neighbours(page, span, beside)
    quote = page.text(span)
    return Proposed(article_id=hit.passage.article_id, span=span, quote=quote, score=score)


def _adds(page: Page, understood: Understood, span: Span) -> bool:
    """Return whether a comment names what a page on the topic does not name in its title."""
    topic, said = understood.topic, topic_stems(page.text(span))
    title = topic_stems(page.article.title.value or "")
    if not any(held(topic, stem, said) and not held(topic, stem, title) for stem in topic.weights):
        return False
    told = " ".join(page.text(one.span) for one in page.paragraphs if one.voice in ARTICLE_VOICES)
    return coverage(topic, topic_stems(told) | said) >= _ON_MATTER


def _with_neighbours(page: Page, span: Span, sentences: Sequence[Span]) -> Span:
    """Return the span with the sentences behind it, then before it, as far as few words allow."""
    after = [one for one in sentences if one.start >= span.end]
    before = [one for one in reversed(sentences) if one.end <= span.start]
    for one in (*after, *before):
        wider = Span(min(span.start, one.start), max(span.end, one.end))
        if len(page.text(wider).split()) > _SHOWN_WORDS:
            break
        span = wider
    return span
