"""One article's statements held against its gold attributions."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from evals.polnear.corpus import AnnotatedArticle, Attribution
from evals.polnear.pronouns import Pronoun, resolved_right
from evals.polnear.spans import content_kind, coverage, overlap, source_kind, stripped, touch
from evals.polnear.tally import Tally
from ingest import Fact, Region, Span, Statement, Voice
from ingest.statements import find_statements

STRICT, LOOSE = 0.8, 0.3
"""Overlaps at which a content counts as found."""


@dataclass(frozen=True, slots=True)
class Match:
    """A gold attribution with the statement whose content overlaps its own most."""

    gold: Attribution
    statement: Statement | None
    overlap: float

    @property
    def start(self) -> int:
        """Where the gold content starts."""
        return self.gold.content[0].start

    @property
    def whole(self) -> bool:
        """Whether the statement holds nearly all of the gold content and little else."""
        return self.overlap >= STRICT


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one article, and how long that took."""

    article: AnnotatedArticle
    statements: tuple[Statement, ...]
    matches: tuple[Match, ...]
    ms: float

    @property
    def quoted(self) -> tuple[Match, ...]:
        """The matches whose gold content is fully quoted."""
        text = self.article.text
        return tuple(
            match
            for match in self.matches
            if content_kind(text, match.gold.content) == "fully quoted"
        )


def read(article: AnnotatedArticle) -> Reading:
    """Find an article's statements; its first line is the headline, the rest narration."""
    headline = max(article.text.find("\n"), 0)
    regions = (
        Region(Voice.HEADLINE, 0, headline),
        Region(Voice.NARRATION, headline, len(article.text)),
    )
    started = time.perf_counter()
    statements = find_statements(article.text, regions, Fact())
    ms = (time.perf_counter() - started) * 1000
    matches = tuple(_best(article.text, gold, statements) for gold in article.attributions)
    return Reading(article, statements, matches, ms)


def judge(reading: Reading, pronouns: Sequence[Pronoun], tally: Tally) -> None:
    """Add everything that one article tells to the tally."""
    text = reading.article.text
    for match in reading.matches:
        _count_recall(text, match, tally)
    for statement in reading.statements:
        _count_precision(reading.article, statement, tally)
    for part in ("source", "cue", "content"):
        _count_exact(reading, part, tally)
    for right in resolved_right(reading.statements, pronouns):
        tally.count("pronoun found", right is not None)
        tally.count("pronoun resolved, of all", bool(right))
        if right is not None:
            tally.count("pronoun resolved", right)


def same_source(statement: Statement, gold: Attribution) -> bool:
    """Return whether the statement's source overlaps the gold one."""
    return statement.source is not None and touch((statement.source,), gold.source)


def _best(text: str, gold: Attribution, statements: Sequence[Statement]) -> Match:
    near = [one for one in statements if touch(gold.content, one.content)]
    worths = [overlap(text, gold.content, one.content) for one in near]
    worth = max(worths, default=0.0)
    return Match(gold, near[worths.index(worth)] if near else None, worth)


def _count_recall(text: str, match: Match, tally: Tally) -> None:
    gold = match.gold
    kind = content_kind(text, gold.content)
    for bound in (STRICT, LOOSE):
        tally.count(f"{kind} recall@{bound}", match.overlap >= bound)
    if kind == "fully quoted" and gold.source:
        statement = match.statement if match.overlap >= LOOSE else None
        right = statement is not None and same_source(statement, gold)
        tally.count("speaker span", right)
        tally.count(f"speaker span, {source_kind(text, gold.source)}", right)


def _count_precision(article: AnnotatedArticle, statement: Statement, tally: Tally) -> None:
    text = article.text
    near = [gold for gold in article.attributions if touch(gold.content, statement.content)]
    worths = [overlap(text, statement.content, gold.content) for gold in near]
    worth = max(worths, default=0.0)
    for bound in (STRICT, LOOSE):
        tally.count(f"{statement.kind} precision@{bound}", worth >= bound)
    if statement.kind == "direct":
        inside = any(coverage(text, statement.content, gold.content) >= STRICT for gold in near)
        tally.count("direct inside gold", inside)
    speaker = statement.speaker
    if speaker is None or not (speaker.person and speaker.name) or worth < LOOSE:
        return
    gold = near[worths.index(worth)]
    if gold.source:
        tally.count(f"person {speaker.how}", same_source(statement, gold))


def _count_exact(reading: Reading, part: str, tally: Tally) -> None:
    text = reading.article.text
    gold = _spans(text, [getattr(one, part) for one in reading.article.attributions])
    found = _spans(text, [_part(one, part) for one in reading.statements])
    tally.add(f"{part} precision", len(gold & found), len(found))
    tally.add(f"{part} recall", len(gold & found), len(gold))


def _part(statement: Statement, part: str) -> tuple[Span, ...]:
    if part == "content":
        return statement.content
    span = statement.source if part == "source" else statement.cue
    return (span,) if span is not None else ()


def _spans(text: str, parts: list[tuple[Span, ...]]) -> frozenset[Span]:
    return frozenset(span for part in parts for span in stripped(text, part))
