"""One article's statements held against its gold attributions."""

import time
from collections import Counter
from dataclasses import dataclass, field

from evals.polnear.corpus import AnnotatedArticle, Attribution
from evals.polnear.spans import content_kind, coverage, overlap, source_kind, stripped, touch
from ingest import Fact, Region, Span, Statement, Voice
from ingest.statements import find_statements

STRICT, LOOSE = 0.8, 0.3
"""Overlaps at which a content counts as found."""


@dataclass(slots=True)
class Tally:
    """Counts by name; `hits` of `items`."""

    hits: Counter[str] = field(default_factory=Counter)
    items: Counter[str] = field(default_factory=Counter)

    def count(self, name: str, hit: bool) -> None:
        """Add one item, which is a hit or not."""
        self.items[name] += 1
        self.hits[name] += hit

    def add(self, name: str, hits: int, items: int) -> None:
        """Add several items at once."""
        self.hits[name] += hits
        self.items[name] += items

    def share(self, name: str) -> float | None:
        """Return hits by items, none without items."""
        return self.hits[name] / self.items[name] if self.items[name] else None


def statements_of(article: AnnotatedArticle) -> tuple[Statement, ...]:
    """Return what the product finds; the first line is the headline, the rest narration."""
    first_line = article.text.find("\n")
    split = first_line if first_line > 0 else 0
    regions = (
        Region(Voice.HEADLINE, 0, split),
        Region(Voice.NARRATION, split, len(article.text)),
    )
    return find_statements(article.text, regions, Fact())


def score(article: AnnotatedArticle, tally: Tally) -> float:
    """Add an article to the tally and return the milliseconds that reading it took."""
    started = time.perf_counter()
    statements = statements_of(article)
    taken = (time.perf_counter() - started) * 1000
    best = _best_matches(article, statements)
    for gold, (found, worth) in zip(article.attributions, best, strict=True):
        _count_recall(article.text, gold, found, worth, tally)
    for statement in statements:
        _count_precision(article, statement, tally)
    _count_exact(article, statements, tally)
    return taken


def _best_matches(
    article: AnnotatedArticle, statements: tuple[Statement, ...]
) -> list[tuple[Statement | None, float]]:
    """Return for each gold attribution the statement that overlaps its content most."""
    matches: list[tuple[Statement | None, float]] = []
    for gold in article.attributions:
        best: Statement | None = None
        worth = 0.0
        for statement in statements:
            if touch(gold.content, statement.content):
                value = overlap(article.text, gold.content, statement.content)
                if value > worth:
                    best, worth = statement, value
        matches.append((best, worth))
    return matches


def _count_recall(
    text: str, gold: Attribution, found: Statement | None, worth: float, tally: Tally
) -> None:
    kind = content_kind(text, gold.content)
    tally.count(f"{kind}: recall@{STRICT}", worth >= STRICT)
    tally.count(f"{kind}: recall@{LOOSE}", worth >= LOOSE)
    if kind == "fully quoted" and gold.source:
        right = found is not None and worth >= LOOSE and _same_source(found, gold)
        tally.count("speaker span", right)
        tally.count(f"speaker span, {source_kind(text, gold.source)}", right)


def _same_source(found: Statement, gold: Attribution) -> bool:
    return found.source is not None and touch((found.source,), gold.source)


def _count_precision(article: AnnotatedArticle, statement: Statement, tally: Tally) -> None:
    text = article.text
    near = [gold for gold in article.attributions if touch(gold.content, statement.content)]
    if statement.kind == "direct":
        inside = any(coverage(text, statement.content, g.content) >= STRICT for g in near)
        tally.count("direct: precision", inside)
    best = max(
        ((overlap(text, statement.content, gold.content), n) for n, gold in enumerate(near)),
        default=(0.0, 0),
    )
    tally.count(f"{statement.kind}: precision@{LOOSE}", best[0] >= LOOSE)
    speaker = statement.speaker
    judged = best[0] >= LOOSE and near[best[1]].source
    if speaker is not None and speaker.person and speaker.name and judged:
        tally.count(f"person {speaker.how}", _same_source(statement, near[best[1]]))


def _count_exact(
    article: AnnotatedArticle, statements: tuple[Statement, ...], tally: Tally
) -> None:
    text = article.text
    for part in ("source", "cue", "content"):
        gold = _spans(text, [getattr(one, part) for one in article.attributions])
        found = _spans(text, [_part(one, part) for one in statements])
        tally.add(f"{part}: exact precision", len(gold & found), len(found))
        tally.add(f"{part}: exact recall", len(gold & found), len(gold))


def _part(statement: Statement, part: str) -> tuple[Span, ...]:
    if part == "content":
        return statement.content
    span = statement.source if part == "source" else statement.cue
    return (span,) if span is not None else ()


def _spans(text: str, parts: list[tuple[Span, ...]]) -> frozenset[Span]:
    return frozenset(span for part in parts for span in stripped(text, part))
