"""Statements made ready for choosing: what to show, what they say, what they elaborate."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest import Span, Statement, Voice
from rag.steps.choosing.aliases import aliases
from rag.steps.choosing.citable import shown_spans
from rag.steps.choosing.given import left_out, with_given
from rag.steps.choosing.leads import lead_of, opens_quoted, prose_place, turns
from rag.steps.choosing.referring import referring, with_referred
from rag.steps.finding.desk import Desk
from rag.steps.finding.paragraphs import Page
from rag.steps.question.dates import date_stems
from rag.steps.question.topic import Topic, coverage, weighted
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems
from rag.values.evidence import RecordedStatement

_BY_LEAD = 0.85
"""What a statement earns of the topic that only the words before it hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One statement with the words that decide whether it is on a topic."""

    page: Page
    statement: Statement
    voice: Voice
    spans: tuple[Span, ...]
    """What to show of it."""
    own: frozenset[str]
    """Stems of its sentence."""
    lead: frozenset[str]
    """Stems of what it elaborates, and of its dates."""
    aliases: frozenset[str]
    """Stems by which its article calls the topic."""

    @property
    def article_id(self) -> str:
        """The article that holds it."""
        return self.page.article.id

    @property
    def speaker(self) -> str | None:
        """Who makes it, as its article names them."""
        return self.statement.speaker.name if self.statement.speaker else None

    @property
    def recorded(self) -> RecordedStatement:
        """The statement as the catalogue gives it."""
        return RecordedStatement(self.article_id, self.statement, self.voice)

    @property
    def sentence(self) -> str:
        """The words around it that make sense alone."""
        return " ".join(self.page.text(self.page.around(span) or span) for span in self.spans)

    @property
    def article_stems(self) -> frozenset[str]:
        """The stems of its article's own text."""
        return topic_stems(self.page.text(_body(self.page)))

    @property
    def opens_quoted(self) -> bool:
        """Whether it is a quotation at the head of its paragraph."""
        return opens_quoted(self.page, self.statement.content[0].start)

    @property
    def turns(self) -> bool:
        """Whether it begins another matter than what stands before it."""
        return turns(self.page, self.statement)

    @property
    def place(self) -> int:
        """How many paragraphs of prose stand before it."""
        return prose_place(self.page, self.statement.content[0].start)

    def proposals(self, score: float) -> tuple[Proposed, ...]:
        """Return the words to show, as citations to be checked."""
        return tuple(
            Proposed(
                article_id=self.article_id,
                span=span,
                quote=self.page.text(span),
                statement=self.statement,
                score=score,
            )
            for span in self.spans
        )


def candidates(desk: Desk, recorded: Iterable[RecordedStatement], topic: Topic) -> list[Candidate]:
    """Return these statements with their words, in the order given; empty ones left out."""
    names: dict[str, frozenset[str]] = {}
    given: dict[str, dict[str, str]] = {}
    pointed: dict[str, dict[str, str]] = {}
    found: list[Candidate] = []
    for one in recorded:
        page = desk.page(one.article_id)
        spans = shown_spans(page, one.statement) if page else ()
        if page is None or not spans:
            continue
        if one.article_id not in names:
            names[one.article_id] = aliases(topic.stems, page.text(_body(page)))
            given[one.article_id] = left_out(topic, page.article.text)
            pointed[one.article_id] = referring(topic, page.text(_body(page)))
        made = _candidate(page, one, spans, names[one.article_id])
        if referred := pointed[one.article_id]:
            made = replace(made, own=with_referred(made.own, made.sentence, referred))
        if pairs := given[one.article_id]:
            made = replace(made, own=with_given(made.own, pairs), lead=with_given(made.lead, pairs))
        found.append(made)
    return found


def _body(page: Page) -> Span:
    """Return the range from the article's first paragraph to the last that is no comment."""
    own = [one.span for one in page.paragraphs if one.voice is not Voice.COMMENT]
    return Span(own[0].start, own[-1].end) if own else Span(0, 0)


def _candidate(
    page: Page, one: RecordedStatement, spans: tuple[Span, ...], names: frozenset[str]
) -> Candidate:
    sentences = [page.around(span) or span for span in spans]
    return Candidate(
        page=page,
        statement=one.statement,
        voice=one.voice,
        spans=spans,
        own=topic_stems(" ".join(page.text(span) for span in sentences)),
        lead=topic_stems(lead_of(page, one.statement))
        | date_stems(one.statement.said_on.value, page.article.published.value),
        aliases=names,
    )


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with how much it is on the topic, from 0 to 1."""

    candidate: Candidate
    own: float
    """By its own sentence."""
    whole: float
    """With what it elaborates."""


def scored(found: list[Candidate], topic: Topic) -> list[Scored]:
    """Return each candidate with how much it is on the topic, in the same order."""
    weighed = weighted(topic, [one.own | one.lead for one in found])
    return [_scored(one, weighed) for one in found]


def _scored(one: Candidate, topic: Topic) -> Scored:
    own = coverage(topic, one.own, one.aliases)
    if not one.lead:
        return Scored(one, own, own)
    led = _BY_LEAD * coverage(topic, one.own | one.lead, one.aliases)
    return Scored(one, own, max(own, led))
