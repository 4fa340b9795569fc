"""Who asked somebody, or whom they told: the sentences of their statements that name a hearer."""

import re
from collections.abc import Sequence

from ingest import Span
from rag.steps.choosing.facts import distinct
from rag.steps.choosing.said import heard
from rag.steps.choosing.selection import Selection
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page
from rag.steps.finding.spoken import spoken
from rag.steps.question.topic import coverage
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems, word_list, words
from rag.values.evidence import RecordedStatement

_MOST = 3
_HEARER = (
    r"(?:(?:(?:the|an?|his|her|their|its)\s+)?(?:[\w’'-]+\s+){0,3}?[A-Z][\w’'.-]+|(?:[\w-]+\s+)?"
    r"(?:reporters|journalists|lawmakers|senators|investors|supporters|viewers|listeners|readers|"
    r"lawyers|police))"
)
_TOLD = re.compile(
    r"\b(?i:told|tells|telling|informed|assured|replied\s+to|wrote\s+to|said\s+to|"
    rf"sp(?:oke|eaking)\s+(?:to|with)|talk(?:ed|ing)\s+(?:to|with))\s+{_HEARER}|"
    r"\b(?i:in\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:interview|conversation|call|briefing|letter|email|"
    rf"note|podcast|programme|program)\s+(?:with|to|for|on|by))\s+{_HEARER}|"
    rf"\b(?i:asked|pressed|questioned|interviewed)\s+(?:[\w-]+\s+){{0,3}}by\s+{_HEARER}"
)
_ASKED = re.compile(
    r"\b(?P<who>[A-Z][\w’'-]+)\s+(?:asked|questioned|interviewed|pressed)\s+(?P<whom>[\w’'-]+(?:\s+[A-Z]\w+)?)"
)
_PRONOUNS = word_list("him her them")
_QUOTED = re.compile(r"[\"“«][^\"”»]*[\"”»]?")


def hearers(desk: Desk, understood: Understood) -> Selection:
    """Return the sentences that name who asked or heard the speakers, those on the topic first."""
    topic = understood.topic.text or understood.text
    said = spoken(desk, understood.speakers, topic, understood.text, understood.filters)
    found: list[Proposed] = []
    for one in heard(desk, understood, said):
        page = desk.page(one.article_id)
        sentence = page.around(_whole(one)) if page else None
        if page and sentence and _names_hearer(page.text(sentence), understood.speakers):
            found.append(_proposed(page, sentence, one, understood))
    ranked: Sequence[Proposed] = sorted(found, key=lambda one: -one.score)
    return Selection(tuple(distinct(ranked)[:_MOST]))


def _whole(one: RecordedStatement) -> Span:
    """Return the range of the words, their source and their cue."""
    parts = [*one.statement.content, one.statement.source, one.statement.cue]
    known = [part for part in parts if part]
    return Span(min(part.start for part in known), max(part.end for part in known))


def _names_hearer(sentence: str, speakers: Sequence[str]) -> bool:
    """Return whether the sentence names, outside quotation, who asked or heard the speakers."""
    own = _QUOTED.sub(" ", sentence)
    if _TOLD.search(own):
        return True
    names = {word for name in speakers for word in words(name)}
    for match in _ASKED.finditer(own):
        asked = set(words(match["whom"]))
        if not names & set(words(match["who"])) and asked & (names | _PRONOUNS):
            return True
    return False


def _proposed(
    page: Page, sentence: Span, one: RecordedStatement, understood: Understood
) -> Proposed:
    on_topic = coverage(understood.topic, topic_stems(page.text(sentence)))
    return Proposed(
        article_id=page.article.id,
        span=sentence,
        quote=page.text(sentence),
        statement=one.statement,
        score=on_topic,
    )
