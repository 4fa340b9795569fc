"""The quote check: true quotes in other typography all verified, quotes made false never.

Quotes, speakers and pages come from any folder of pages. That a mutated quote is false is judged
by the examiner's own folding: one that has the quote's own words, or that stands in the archive
after all, is not counted. Every other mutated quote is written in other typography besides.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count, islice
from pathlib import Path

import numpy as np

from evals.folding import fold
from evals.intervals import durations, share
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.quotecheck.corpus import Corpus, read_corpus, words_of
from evals.quotecheck.mutations import MUTATIONS, Said
from evals.quotecheck.typography import varied
from evals.report import Figure, Outcome, Report
from ingest import Capture
from rag.adapters.sqlite import open_writer
from rag.ports.catalogue import CatalogueReader, NewPage
from rag.steps.archiving.passages import embedded, split
from rag.steps.quoting.draft import Pages, check_quote
from rag.values.check import CheckedQuote

TRUE_QUOTES, MUTATED_QUOTES = 10_000, 100_000
_SEED = 20_230_110
WRONG_SPEAKER = "wrong speaker"
_ANOTHER = frozenset(("other_speaker",))
_DRAWS = 40
"""Quotes drawn until one has what a mutation changes: a digit, a name."""
_MOST_TRIES = 3
"""Mutations made for each one that is counted; a page may say by chance what is made."""
Step = Callable[[int], None]


def run(folder: Path) -> Report:
    """Check 10,000 true and 100,000 mutated quotes drawn from the pages in `folder`."""
    started = time.perf_counter()
    corpus = read_corpus(folder)
    with progress("quotecheck") as step:
        figures, outcomes = measure(corpus, TRUE_QUOTES, MUTATED_QUOTES, step)
    return Report(
        suite="quotecheck",
        digest=digest(article.id.encode() for article in corpus.articles),
        version=onrecord_version(),
        figures=figures,
        outcomes=outcomes,
        archive=f"{len(corpus.articles)} articles, {len(corpus.quotes)} different quotes",
        seconds=time.perf_counter() - started,
    )


def measure(
    corpus: Corpus, true: int, mutated: int, step: Step = lambda _: None
) -> tuple[tuple[Figure, ...], tuple[Outcome, ...]]:
    """Return the figures for these many quotes of each sort, and every outcome that is wrong."""
    with tempfile.TemporaryDirectory() as folder, _catalogue(Path(folder), corpus) as catalogue:
        pages = Pages(catalogue)
        kept = [_checked_true(corpus, pages, number) for number in _each(true, step)]
        made = (_checked_mutated(corpus, pages, number) for number in count())
        false = list(islice(_counted(made, mutated, step), mutated))
    figures = (
        share("true quotes verified", sum(one.passed for one in kept), len(kept), floor=1.0),
        share("mutated quotes verified", _passing(false), len(false), ceiling=0.0),
        share("mutations named rightly", sum(_named(one) for one in false), len(false)),
        *_by_kind(false),
        *durations("check of one quote", [one.ms for one in (*kept, *false) if one.ms is not None]),
    )
    return figures, tuple(one for one in (*kept, *false) if not one.passed)[:1000]


def _each(count: int, step: Step) -> Iterator[int]:
    for number in range(count):
        step(count)
        yield number


def _counted(made: Iterator[Outcome | None], wanted: int, step: Step) -> Iterator[Outcome]:
    """Yield the outcomes of mutations that are false; none more after many that are not."""
    for outcome in islice(made, _MOST_TRIES * wanted):
        if outcome is not None:
            step(wanted)
            yield outcome


def _checked_true(corpus: Corpus, pages: Pages, number: int) -> Outcome:
    chance = random.Random(_SEED + number)  # noqa: S311 - drawn for a test, not for a secret
    quote, speaker = corpus.quotes[number % len(corpus.quotes)]
    written = varied(quote, chance)
    checked, ms = _timed(written, speaker, pages)
    reasons = () if checked.passed else (_told(checked), f"source: {quote}")
    return Outcome(id=f"true-{number}", kind="true", passed=not reasons, reasons=reasons, ms=ms)


def _checked_mutated(corpus: Corpus, pages: Pages, number: int) -> Outcome | None:
    """Return what came of one mutated quote; none when it is not false after all."""
    chance = random.Random(-_SEED - number)  # noqa: S311 - drawn for a test, not for a secret
    kinds = [*MUTATIONS, WRONG_SPEAKER]
    kind = kinds[number % len(kinds)]
    drawn = (_mutated(kind, corpus, chance) for _ in range(_DRAWS))
    found = next((one for one in drawn if one is not None), None)
    if found is None:
        return None
    said, written, speaker = found
    if number // len(kinds) % 2:
        written = varied(written, chance)
    checked, ms = _timed(written, speaker, pages)
    right: frozenset[str] = MUTATIONS[kind].right if kind in MUTATIONS else _ANOTHER
    reasons = () if checked.verdict in right else (_told(checked), f"source: {said.quote}")
    return Outcome(
        id=f"{kind}-{number}", kind=kind, passed=not checked.passed, reasons=reasons, ms=ms
    )


def _mutated(kind: str, corpus: Corpus, chance: random.Random) -> tuple[Said, str, str] | None:
    """Return a quote with how it is written and given to whom; none if that is not false."""
    said = corpus.said(chance.randrange(len(corpus.quotes)), chance)
    if kind == WRONG_SPEAKER:
        if not said.names or corpus.folded.count(fold(said.quote)) != 1:
            return None
        return said, said.quote, said.names[0]
    written = MUTATIONS[kind].mutate(said, chance)
    if not written or words_of(written) == words_of(said.quote) or corpus.stands(written):
        return None
    return said, written, said.speaker


def _timed(written: str, speaker: str, pages: Pages) -> tuple[CheckedQuote, float]:
    started = time.perf_counter()
    checked = check_quote(written, speaker, pages)
    return checked, (time.perf_counter() - started) * 1000


def _told(checked: CheckedQuote) -> str:
    return f"{checked.verdict}: {checked.quote!r} {checked.note}"


def _named(outcome: Outcome) -> bool:
    return not outcome.reasons


def _passing(outcomes: Sequence[Outcome]) -> int:
    return sum(not outcome.passed for outcome in outcomes)


def _by_kind(outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    for kind in (*MUTATIONS, WRONG_SPEAKER):
        some = [one for one in outcomes if one.kind == kind]
        yield share(f"{kind}: verified", _passing(some), len(some), ceiling=0.0 if some else None)
        yield share(f"{kind}: named rightly", sum(_named(one) for one in some), len(some))


@contextmanager
def _catalogue(folder: Path, corpus: Corpus) -> Iterator[CatalogueReader]:
    """Open a catalogue of the pages, searchable by words alone."""
    writer = open_writer(folder, "none")
    try:
        for article in corpus.articles:
            passages = split(article)
            content = article.text.encode("utf-8", "surrogatepass")
            capture = Capture(content, article.file, article.path, "/pages")
            vectors = np.zeros((len(embedded(article, passages)), 1), np.float32)
            writer.add([NewPage(article, capture, passages, vectors)])
        yield writer
    finally:
        writer.close()
