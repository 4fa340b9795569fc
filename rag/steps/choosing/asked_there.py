"""Pages that ask the reader's question themselves, and answer it below: questions and answers.

A line such as "When will the lock reopen?" over a paragraph is the page's own word that the
paragraph answers it, even if it says that nobody knows.
"""

import re
from collections.abc import Sequence

from ingest import Span, Voice
from rag.steps.choosing.answer_types import holds
from rag.steps.choosing.facts import statement_at
from rag.steps.choosing.gathered import Sentence, asked_voice
from rag.steps.choosing.selection import Selection
from rag.steps.finding.paragraphs import Page
from rag.steps.question.topic import coverage, has
from rag.steps.question.understand import Understood
from rag.steps.question.wanted import wanted
from rag.steps.verify import Proposed
from rag.steps.words import content_words

_ASKS_IN = (Voice.SUBHEAD, Voice.NARRATION, Voice.STANDFIRST)
_SAME = 0.85
"""Share of the question's weight that the page's question has."""
_NO_MORE = 0.7
"""Share of the page's question that is in the question: it asks for little else."""
_SHORT = 5
"""Content words below which a first paragraph alone tells too little."""
_MOST = 2
_OPEN = re.compile(
    r"\b(?:not\s+(?:yet\s+)?(?:clear|known|certain|sure|decided|been\s+\w+)|unclear|unknown|uncertain|"
    r"remains\s+to\s+be\s+seen|(?:no|any)\s+(?:date|word|answer|timeline))\b",
    re.IGNORECASE,
)


def asked_there(understood: Understood, found: Sequence[Sentence]) -> Selection:
    """Return what stands below a page's own question that is the one asked; nothing without."""
    for one in found:
        if one.asks and one.voice in _ASKS_IN and _same(understood, one):
            below = _below(understood, one)
            told = " ".join(one.page.text(span) for span in below)
            if below and (_OPEN.search(told) or holds(understood.wants, told, understood.text)):
                return Selection(tuple(_proposed(one.page, span) for span in below))
    return Selection()


def _same(understood: Understood, one: Sentence) -> bool:
    topic = understood.topic
    if topic.empty or wanted(one.text) != understood.wants:
        return False
    asked = [stem for stem in one.own if stem.isalpha()]
    shared = sum(has(stem, topic.stems) for stem in asked)
    return coverage(topic, one.own) >= _SAME and shared >= _NO_MORE * len(asked)


def _below(understood: Understood, one: Sentence) -> list[Span]:
    """Return the sentences that open the paragraphs below, two where the first is short."""
    page = one.page
    at = page.at(one.span.start)
    if at is None:
        return []
    home = [span for span in page.paragraphs[at].sentences if span.start >= one.span.end]
    after = [
        paragraph.sentences[0]
        for paragraph in page.paragraphs[at + 1 : at + 1 + _MOST]
        if paragraph.voice is Voice.NARRATION and asked_voice(understood, paragraph)
    ]
    row = [span for span in (*home, *after) if not page.text(span).rstrip("\"'”’») ").endswith("?")]
    short = bool(row) and len(content_words(page.text(row[0]))) < _SHORT
    return row[: _MOST if short else 1]


def _proposed(page: Page, span: Span) -> Proposed:
    return Proposed(
        article_id=page.article.id,
        span=span,
        quote=page.text(span),
        statement=statement_at(page, span),
        score=1.0,
    )
