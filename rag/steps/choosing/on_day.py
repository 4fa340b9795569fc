"""What happened on a day or in a month: the sentences that tell of it by its date."""

import calendar
import re
from collections.abc import Iterator, Sequence

from ingest import Span, Voice
from rag.steps.choosing.facts import distinct, statement_at
from rag.steps.choosing.gathered import dates_of
from rag.steps.choosing.selection import MOST_CITATIONS, Selection
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page
from rag.steps.question.period import Period, at_end
from rag.steps.question.topic import coverage, topic_of
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems
from rag.values.evidence import Hit, Passage

_HAPPENED = re.compile(
    r"^(?:and\s+)?what\s+(?:else\s+)?(?:(?:has|had)\s+)?(?:happen(?:s|ed)|occurred|took\s+place|"
    r"went\s+on|was\s+going\s+on)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_TOLD_IN = (Voice.NARRATION, Voice.STANDFIRST, Voice.CAPTION)
_MOST_PASSAGES = 40
_ABOUT = 0.5
"""Share of what is asked besides the date that a sentence has, with its title."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def on_day(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return the sentences with the date asked about, by article and place; often none."""
    match = _HAPPENED.match(understood.text.strip(" ?!."))
    found = at_end(match["rest"]) if match else None
    month = found[0].month if found else None
    if found is None or month is None:
        return Selection()
    period, topic = found[0], topic_of(found[1])
    dated = _dated(period, month)
    passages = [*(hit.passage for hit in hits), *_holding(desk, period, month)]
    told = [
        _rated(page, span, coverage(topic, _stems(page, span)))
        for page, span in _sentences(desk, understood, passages)
        if dated.search(page.text(span)) and _of_year(period, page, span)
    ]
    best = [one for one in told if topic.empty or one.score >= _ABOUT]
    ordered = distinct(sorted(best, key=lambda one: -one.score))[:MOST_CITATIONS]
    return Selection(tuple(sorted(ordered, key=lambda one: (one.article_id, one.span.start))))


def _dated(period: Period, month: int) -> re.Pattern[str]:
    """Return a pattern of the day, or the month, as sentences write it."""
    name = calendar.month_name[month]
    short = rf"(?:{name}|{name[:3]}\.?|Sept\.?)" if month == 9 else rf"(?:{name}|{name[:3]}\.?)"
    if period.day is None:
        return re.compile(rf"\b{short}(?!\w)")
    return re.compile(
        rf"\b{short}\s+0?{period.day}(?!\d)|"
        rf"(?<!\d)0?{period.day}(?:st|nd|rd|th)?\s+(?:of\s+)?{short}(?!\w)"
    )


def _holding(desk: Desk, period: Period, month: int) -> list[Passage]:
    """Return passages that have the date in words, wherever they stand."""
    name = calendar.month_name[month]
    spelt = [f"{name} {period.day}", f"{period.day} {name}"] if period.day else [name]
    return desk.catalogue.passages(desk.catalogue.phrases(spelt, _MOST_PASSAGES))


def _sentences(
    desk: Desk, understood: Understood, passages: Sequence[Passage]
) -> Iterator[tuple[Page, Span]]:
    admitted = desk.admitted(understood.filters)
    for passage in dict.fromkeys(passages):
        if admitted is not None and passage.article_id not in admitted:
            continue
        page = desk.page(passage.article_id)
        inside = Span(passage.start, passage.end)
        for paragraph in page.paragraphs if page else ():
            if page and paragraph.voice in _TOLD_IN and paragraph.span.overlaps(inside):
                for span in paragraph.sentences:
                    yield page, span


def _of_year(period: Period, page: Page, span: Span) -> bool:
    """Return whether a sentence is of the year asked for: its own, or that of its page."""
    if period.year is None:
        return True
    told = set(_YEAR.findall(page.text(span)))
    return period.year in told if told else period.year in dates_of(page)


def _stems(page: Page, span: Span) -> frozenset[str]:
    return topic_stems(page.text(span)) | topic_stems(page.article.title.value or "")


def _rated(page: Page, span: Span, score: float) -> Proposed:
    return Proposed(
        article_id=page.article.id,
        span=span,
        quote=page.text(span),
        statement=statement_at(page, span),
        score=score,
    )
