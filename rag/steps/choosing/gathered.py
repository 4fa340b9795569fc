"""The sentences of the articles found, with the words that decide whether they answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import ARTICLE_VOICES, Span, Voice
from rag.steps.choosing.given import left_out, with_given
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page, Paragraph
from rag.steps.question.dates import date_stems
from rag.steps.question.quoted import holds_words, quoted
from rag.steps.question.topic import coverage
from rag.steps.question.understand import Understood
from rag.steps.words import fold, stems, topic_stems
from rag.values.evidence import Hit

_DATELINE = frozenset(stems(["published", "updated", "posted", "modified", "last", "first"]))
_DEATHS = re.compile(
    r"\b(?:claim|cost|take|took|lose|lost)\w*\b[^.;]*\bli(?:fe|ves)\b|\b(?:fatalit|casualt|perish)\w+|"
    r"\b(?:kill(?:s|ed|ing)?|dead|deaths?|died|dies)\b",
    re.IGNORECASE,
)
"""Ways of telling that people died without saying so."""

_BEGINNING = frozenset(stems(["begin", "start"]))
_BEGAN = re.compile(
    r"\b(?:since|as\s+of|starting|dating\s+(?:back\s+)?(?:to|from))\s+(?:on\s+|about\s+|early\s+|late\s+|mid-?)?"
    r"(?:the\s+\w+\s+of\s+)?(?:\d|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last\s+\w+|yesterday|spring|summer|autumn|winter)"
)
"""Ways of telling when something began without saying so."""
_READ_WHOLE = 2
"""Articles found first of which other sentences count too than those of the passages found."""
_WITHOUT_HIT = 0.66
"""Share of the question's words that such a sentence has itself."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page with its own words, and with those around it."""

    page: Page
    span: Span
    own: frozenset[str]
    around: frozenset[str]
    voice: Voice
    rank: int

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return self.page.text(self.span)

    @property
    def asks(self) -> bool:
        """Whether it is a question itself, which answers none."""
        return self.text.rstrip("\"'”’») ").endswith("?")

    def of_years(self, years: frozenset[str]) -> bool:
        """Return whether the years that a question names are told here, or when it was written.

        The title or the sentence before may tell them: "In 2031 ... As a result ...".
        """
        told = self.own | dates_of(self.page)
        return years <= told or years <= told | topic_stems(f"{self.before} {self._title}")

    @property
    def _title(self) -> str:
        return self.page.article.title.value or ""

    @property
    def before(self) -> str:
        """The sentence before this one in its paragraph; empty for the first."""
        index = self.page.at(self.span.start)
        row = self.page.paragraphs[index].sentences if index is not None else ()
        earlier = [one for one in row if one.end <= self.span.start]
        return self.page.text(earlier[-1]) if earlier else ""


def sentences(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> list[Sentence]:
    """Return the sentences of these passages that may answer, in the passages' order."""
    exact = quoted(understood.text)
    whole = [*dict.fromkeys(hit.passage.article_id for hit in hits)][:_READ_WHOLE]
    heads = _heads(understood)
    found: dict[tuple[str, int], Sentence] = {}
    for rank, hit in enumerate(hits):
        page = desk.page(hit.passage.article_id)
        if page is None:
            continue
        inside = Span(hit.passage.start, hit.passage.end)
        title = topic_stems(page.article.title.value or "") | dates_of(page)
        pairs = left_out(understood.topic, page.article.text)
        for paragraph in page.paragraphs:
            hit_here = paragraph.span.overlaps(inside)
            if not (hit_here or hit.passage.article_id in whole):
                continue
            if not asked_voice(understood, paragraph):
                continue
            for span in paragraph.sentences:
                key = (hit.passage.article_id, span.start)
                text = page.text(span)
                if not hit_here and key in found:
                    continue
                if not hit_here and not _likely(heads, text):
                    continue
                own = with_given(_stems(text), pairs)
                if not hit_here and coverage(understood.topic, own) < _WITHOUT_HIT:
                    continue
                if key not in found and _tells(own) and holds_words(page.text(span), exact):
                    around = title | topic_stems(" ".join(page.neighbours(span)))
                    found[key] = Sentence(page, span, own, own | around, paragraph.voice, rank)
    return list(found.values())


def _heads(understood: Understood) -> frozenset[str]:
    """Return how the topic's words begin; none where other names may stand for them."""
    topic = understood.topic
    return frozenset() if topic.others else frozenset(stem[:2] for stem in topic.stems)


def _likely(heads: frozenset[str], sentence: str) -> bool:
    """Return whether so many of the topic's words may stand in a sentence that it is worth a look.

    It only looks at how words begin, which takes a tenth of the time of finding their stems.
    """
    begun = {word[:2] for word in fold(sentence).split()}
    return sum(head in begun for head in heads) >= _WITHOUT_HIT * len(heads) - 1


def _stems(sentence: str) -> frozenset[str]:
    own = topic_stems(sentence)
    implied = {"die"} if _DEATHS.search(sentence) else set[str]()
    if _BEGAN.search(sentence):
        implied |= _BEGINNING
    return own | implied


def _tells(own: frozenset[str]) -> bool:
    """Return whether a sentence is more than a line such as "Published on 4/5/2031"."""
    return not own & _DATELINE or any(stem.isalpha() for stem in own - _DATELINE)


def asked_voice(understood: Understood, paragraph: Paragraph) -> bool:
    """Return whether the paragraph's voice is the one asked for, or any of the article's own."""
    voice = understood.filters.voice
    return paragraph.voice in ARTICLE_VOICES if voice is None else paragraph.voice is voice


def dates_of(page: Page) -> frozenset[str]:
    """Return the stems of the day on which the page was published."""
    return date_stems(page.article.published.value)
