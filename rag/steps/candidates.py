"""Statements made ready for choosing: what to show, what they say, what they elaborate."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest import Span, Statement
from rag.steps.aliases import aliases
from rag.steps.citable import shown_spans
from rag.steps.desk import Desk
from rag.steps.leads import lead_of
from rag.steps.paragraphs import Page
from rag.steps.topic import Topic, coverage, weighted
from rag.steps.verify import Proposed
from rag.steps.words import topic_stems
from rag.values.evidence import RecordedStatement

_BY_LEAD = 0.85
"""What a statement earns of the topic that only the words before it hold."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One statement with the words that decide whether it is on a topic."""

    article_id: str
    statement: Statement
    spans: tuple[Span, ...]
    shown: tuple[str, ...]
    own: frozenset[str]
    """Stems of its sentence."""
    lead: frozenset[str]
    """Stems of what it elaborates."""
    aliases: frozenset[str]
    """Stems by which its article calls the topic."""

    def proposals(self, score: float) -> tuple[Proposed, ...]:
        """Return the words to show, as citations to be checked."""
        return tuple(
            Proposed(
                article_id=self.article_id,
                span=span,
                quote=quote,
                statement=self.statement,
                score=score,
            )
            for span, quote in zip(self.spans, self.shown, strict=True)
        )


def candidates(desk: Desk, recorded: Iterable[RecordedStatement], topic: Topic) -> list[Candidate]:
    """Return these statements with their words, in the order given; empty ones left out."""
    names: dict[str, frozenset[str]] = {}
    found: list[Candidate] = []
    for one in recorded:
        page = desk.page(one.article_id)
        if page is None:
            continue
        if one.article_id not in names:
            names[one.article_id] = aliases(topic.stems, page.text(_body(page)))
        spans = shown_spans(page, one.statement)
        if spans:
            found.append(_candidate(page, one, spans, names[one.article_id]))
    return found


def _body(page: Page) -> Span:
    """Return the range from the article's first paragraph to the last that is no comment."""
    own = [one.span for one in page.paragraphs if one.voice != "comment"]
    return Span(own[0].start, own[-1].end) if own else Span(0, 0)


def _candidate(
    page: Page, one: RecordedStatement, spans: tuple[Span, ...], names: frozenset[str]
) -> Candidate:
    sentences = [page.around(span) or span for span in spans]
    return Candidate(
        article_id=one.article_id,
        statement=one.statement,
        spans=spans,
        shown=tuple(page.text(span) for span in spans),
        own=topic_stems(" ".join(page.text(span) for span in sentences)),
        lead=topic_stems(lead_of(page, one.statement)),
        aliases=names,
    )


def scored(found: list[Candidate], topic: Topic) -> list[tuple[Candidate, float]]:
    """Return each candidate with how much it is on the topic, from 0 to 1."""
    weighed = weighted(topic, [one.own | one.lead for one in found])
    return [(one, _score(one, weighed)) for one in found]


def _score(one: Candidate, topic: Topic) -> float:
    own = coverage(topic, one.own, one.aliases)
    if not one.lead:
        return own
    return max(own, _BY_LEAD * coverage(topic, one.own | one.lead, one.aliases))
