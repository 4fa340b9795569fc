"""Who wrote an article: its byline, where a question asks for the author of a page on something."""

import re
from collections.abc import Sequence

from ingest import Voice
from rag.steps.choosing.selection import Selection
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page, Paragraph
from rag.steps.finding.retrieve import retrieve
from rag.steps.question.topic import Topic, coverage, topic_of
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems

_ASKS = re.compile(
    r"^(?:and\s+)?(?:who\s+(?:wrote|authored|penned|reported|published|is\s+the\s+(?:author|writer|reporter)\s+of|"
    r"was\s+the\s+(?:author|writer|reporter)\s+of)|by\s+whom\s+(?:is|was))\s+(?:the|this|that|an?)\s+"
    r"(?:[\w-]+\s+)?(?:article|story|report|piece|column|editorial|op-ed|news\s+item)\s*"
    r"(?:about|on|of|over|titled|headlined|called|,)?\s+(?P<about>.+)$",
    re.IGNORECASE,
)
_ON_TOPIC = 0.6
"""Share of the topic that a title has."""
_MOST = 3


def asked_author(question: str) -> str | None:
    """Return what the article is about whose author is asked for; None for other questions."""
    match = _ASKS.match(question.strip(" ?!."))
    return match["about"].strip(' "“”') if match else None


def authors(desk: Desk, understood: Understood, about: str) -> Selection:
    """Return the bylines of the articles whose titles are on the topic, or of the one found first.

    The one found first counts where it has all of the topic; its title, where it has no byline, is
    what comes nearest.
    """
    topic = topic_of(about)
    hits = retrieve(desk, about, understood.filters)
    ids = dict.fromkeys(hit.passage.article_id for hit in hits)
    pages = [page for one in ids if (page := desk.page(one))]
    titled = [page for page in pages if _share(topic, page.article.title.value) >= _ON_TOPIC]
    best = max((_share(topic, page.article.title.value) for page in titled), default=0.0)
    meant = [page for page in titled if _share(topic, page.article.title.value) >= best]
    if not meant:
        meant = [page for page in pages[:1] if _share(topic, page.article.text) >= 1.0]
    found = _in(meant, Voice.BYLINE)[:_MOST]
    return Selection(tuple(found), tuple(_in(meant, Voice.HEADLINE)[:1]))


def _share(topic: Topic, text: str | None) -> float:
    return coverage(topic, topic_stems(text or ""))


def _in(pages: Sequence[Page], voice: Voice) -> list[Proposed]:
    """Return the first paragraph of each page that is in that voice."""
    first = [_first(page, voice) for page in pages]
    return [
        Proposed(article_id=page.article.id, span=one.span, quote=page.text(one.span), score=1.0)
        for page, one in zip(pages, first, strict=True)
        if one
    ]


def _first(page: Page, voice: Voice) -> Paragraph | None:
    """Return the first paragraph in that voice; of bylines, the first that names the author."""
    found = [one for one in page.paragraphs if one.voice is voice]
    author = page.article.byline.value or ""
    naming = [one for one in found if author and author in page.text(one.span)]
    return next(iter(naming if naming and voice is Voice.BYLINE else found), None)
