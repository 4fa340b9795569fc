"""Sentences by which a page itself says that somebody did not say what is asked.

"Lee did not say “boats must go”" answers whether she said it, however often the words stand in
the page as what others put in her mouth.
"""

import re
from collections.abc import Collection, Iterator

from ingest import Span, Voice
from rag.steps.finding.paragraphs import Page
from rag.steps.question.topic import Topic, coverage
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems, words

_DID_NOT = re.compile(
    r"\b(?:did\s+not|did\s?n['’]t|never|has\s+not|hasn['’]t|had\s+not)\s+(?:\w+\s+){0,2}?"
    r"(?:say|said|call|called|claim|claimed|write|written|tell|told|make|made|mention|mentioned)\b",
    re.IGNORECASE,
)
_ALL = 0.95
_REACH = 4
"""Words before the "not" among which the person is named."""
_MOST = 2


def unsaid(pages: Collection[Page], names: Collection[str], topic: Topic) -> tuple[Proposed, ...]:
    """Return the sentences that say that the bearer of these names did not say all of the topic."""
    if topic.empty:
        return ()
    surnames = {words(name)[-1] for name in names if words(name)}
    found = (
        Proposed(article_id=page.article.id, span=span, quote=page.text(span), score=1.0)
        for page in pages
        for span in _sentences(page)
        if _says_not(page.text(span), surnames, topic)
    )
    return tuple(found)[:_MOST]


def _sentences(page: Page) -> Iterator[Span]:
    for paragraph in page.paragraphs:
        if paragraph.voice is Voice.NARRATION and _DID_NOT.search(page.text(paragraph.span)):
            yield from paragraph.sentences


def _says_not(sentence: str, surnames: Collection[str], topic: Topic) -> bool:
    match = _DID_NOT.search(sentence)
    if match is None or not set(words(sentence[: match.start()])[-_REACH:]) & set(surnames):
        return False
    return coverage(topic, topic_stems(sentence[match.end() :])) >= _ALL
