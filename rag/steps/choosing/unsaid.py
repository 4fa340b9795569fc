"""Sentences by which a page itself says that somebody did not say what is asked.

"Lee did not say “boats must go”" answers whether she said it, however often the words stand in
the page as what others put in her mouth.
"""

import re
from collections.abc import Collection, Iterator

from ingest import Span, Voice
from ingest.statements.words import CONJUNCTIONS, PREPOSITIONS, RELATIVES
from rag.steps.finding.paragraphs import Page
from rag.steps.question.topic import Topic, coverage
from rag.steps.verify import Proposed
from rag.steps.words import fold, topic_stems, words

_NO_ADVERB = r"(?!only|merely|simply)"
_DID_NOT = re.compile(
    r"\b(?:did\s+not|did\s?n['’]t|never|has\s+not|hasn['’]t|had\s+not)\s+"
    rf"(?:{_NO_ADVERB}(?:\w+ly|ever|once|even|yet|also)\s+){{0,2}}"
    r"(?:say|said|call|called|claim|claimed|write|written|wrote|tell|told|make|made|mention|mentioned)"
    r"\b(?!\s+(?:only|just|merely|when|where|why|how|who|what)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:(?P<lead>[\w’'-]+),?\s+)?(?P<name>(?:[A-Z][\w.’'-]*\s+)*[A-Z][\w’'-]*)\s*$"
)
_LINKS = PREPOSITIONS | CONJUNCTIONS | RELATIVES
"""Before a name they make it a part of something: "critics of Lee did not say"."""
_CLAUSE_ENDS = re.compile(r"[;:—–]|,\s|\s(?:but|and|while|although|though|because)\s")
_ALL = 0.95
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
    subject = _SUBJECT.search(sentence[: match.start()]) if match else None
    if match is None or subject is None or words(subject["name"])[-1] not in surnames:
        return False
    if fold(subject["lead"] or "") in _LINKS:
        return False
    told = _CLAUSE_ENDS.split(sentence[match.end() :], maxsplit=1)[0]
    return coverage(topic, topic_stems(told)) >= _ALL
