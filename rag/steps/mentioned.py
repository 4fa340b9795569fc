"""Sentences that tell of somebody's words without a statement having been found in them.

The rules that find statements miss some. A sentence of the article's own prose that names the
person before a verb of saying, and holds the topic, is shown as it stands; it is cited as a
sentence, nobody's words are claimed.
"""

import re
from collections.abc import Sequence

from ingest import Span, Voice
from rag.steps.desk import Desk
from rag.steps.facts import distinct
from rag.steps.paragraphs import Page
from rag.steps.question_form import TOLD
from rag.steps.retrieve import retrieve
from rag.steps.selection import Selection
from rag.steps.topic import coverage
from rag.steps.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems, words

_ENOUGH = 0.67
_MOST = 3
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]?")


def by_mention(desk: Desk, understood: Understood) -> Selection:
    """Return sentences that tell what a known speaker said about the topic, best first."""
    if understood.topic.empty:
        return Selection()
    surnames = {words(name)[-1] for name in understood.speakers if words(name)}
    query = f"{' '.join(surnames)} {understood.topic.text}"
    found = [
        Proposed(article_id=page.article.id, span=span, quote=page.text(span), score=score)
        for page, span in _sentences(desk, understood, query)
        if _tells(page.text(span), surnames)
        and (score := coverage(understood.topic, topic_stems(page.text(span)))) >= _ENOUGH
    ]
    best = distinct(sorted(found, key=lambda one: -one.score))
    return Selection(tuple(best[:_MOST]))


def _sentences(desk: Desk, understood: Understood, query: str) -> Sequence[tuple[Page, Span]]:
    found: dict[tuple[str, int], tuple[Page, Span]] = {}
    for hit in retrieve(desk, query, understood.filters):
        page = desk.page(hit.passage.article_id)
        for paragraph in page.paragraphs if page else ():
            inside = Span(hit.passage.start, hit.passage.end)
            if page and paragraph.voice is Voice.NARRATION and paragraph.span.overlaps(inside):
                for span in paragraph.sentences:
                    found.setdefault((page.article.id, span.start), (page, span))
    return list(found.values())


def _tells(sentence: str, surnames: set[str]) -> bool:
    """Return whether a verb of saying follows the name, both outside quotation marks."""
    plain = _QUOTED.sub(" ", sentence)
    for match in re.finditer(r"\w+", plain):
        if words(match.group()) and words(match.group())[0] in surnames:
            return bool(re.search(rf"\b(?:{TOLD})\b", plain[match.end() :]))
    return False
