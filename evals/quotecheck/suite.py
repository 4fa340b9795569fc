"""The quote check: true quotes in other typography all verified, quotes made false never.

Quotes, speakers and pages come from any folder of pages. That a mutated quote is false is judged
by the examiner's own folding: one that has the quote's own words, or that stands in the archive
after all, is not counted. Every other mutated quote is written in other typography besides.
"""

import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import count, islice
from pathlib import Path

import numpy as np

from evals.folding import fold
from evals.intervals import durations, share
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.quotecheck.mutations import MUTATIONS, Said
from evals.quotecheck.typography import varied
from evals.report import Figure, Outcome, Report
from ingest import Article, Capture, Rejection, Voice, find_captures, read_page
from ingest.errors import UnreadablePage
from rag.adapters.sqlite import open_writer
from rag.ports.catalogue import CatalogueReader
from rag.steps.archiving.passages import embedded, split
from rag.steps.quoting.draft import Pages, check_quote
from rag.values.check import CheckedQuote

TRUE_QUOTES, MUTATED_QUOTES = 10_000, 100_000
_PARAGRAPH_MARK = re.compile(r"(?<=\n)\s*(?:''|[\"“])(?=\w)")
"""A quotation that runs on is opened anew in each paragraph; its words stand together still."""
_FEWEST_WORDS = 5
_OUTER = re.compile(r"^(?:''|``|[“”\"„«»‘’'`])\s*|\s*(?:''|[“”\"„«»‘’'`])$")
"""A quotation's own marks, one at each end; those of a quotation within it stay."""
_SEED = 20_230_110
WRONG_SPEAKER = "wrong speaker"
_ANOTHER = frozenset(("other_speaker",))
_DRAWS = 40
"""Quotes drawn until one has what a mutation changes: a digit, a name."""
_MOST_TRIES = 3
"""Mutations made for each one that is counted; a page may say by chance what is made."""
_RUN = 4
Step = Callable[[int], None]


@dataclass(frozen=True)
class Corpus:
    """Pages and what is quoted in them, page by page."""

    articles: tuple[Article, ...]
    quotes: tuple[tuple[str, str], ...]
    """(quote without its marks, speaker), in order."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The full names of speakers."""
        return tuple(sorted({name for _, name in self.quotes if len(name.split()) == 2}))

    @cached_property
    def speakers(self) -> Mapping[str, Sequence[str]]:
        """Everybody who says a quote: "Ames and Brandt said" gives it to both."""
        found: dict[str, list[str]] = {}
        for quote, name in self.quotes:
            found.setdefault(quote, []).append(name)
        return found

    @cached_property
    def folded(self) -> str:
        """All texts in one, for the examiner's own look-up."""
        texts = (_PARAGRAPH_MARK.sub(" ", article.text) for article in self.articles)
        return "\n".join(fold(text) for text in texts)

    @cached_property
    def runs(self) -> frozenset[int]:
        """The digests of all runs of a few words: what stands nowhere mostly has others."""
        return frozenset(_runs(self.folded))

    def said(self, number: int, chance: random.Random) -> Said:
        """Return a quote with what mutating it may need."""
        quote, speaker = self.quotes[number]
        count = len(self.quotes)
        others = [self.quotes[(number + 1) % count][0], self.quotes[chance.randrange(count)][0]]
        surnames = {name.split()[-1].casefold() for name in self.speakers[quote]}
        picked = [chance.choice(self.names) for _ in range(4)] if self.names else []
        names = [name for name in picked if not any(one in name.casefold() for one in surnames)]
        return Said(quote, speaker, others, names)


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


def read_corpus(folder: Path) -> Corpus:
    """Return the readable pages of a folder with their direct quotes that have a speaker."""
    articles = []
    for capture in find_captures([folder]):
        if not isinstance(capture, Rejection):
            try:
                articles.append(read_page(capture))
            except UnreadablePage:
                continue
    quotes = [quote for article in articles for quote in _quotes(article)]
    return Corpus(tuple(articles), tuple(quotes))


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
    if not written or _words(written) == _words(said.quote) or _stands(written, corpus):
        return None
    return said, written, said.speaker


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _runs(text: str) -> Iterator[int]:
    words = _words(text)
    return (hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))


def _stands(written: str, corpus: Corpus) -> bool:
    if not all(run in corpus.runs for run in _runs(written)):
        return False
    words = fold(written).strip(" .,'\"")
    if words not in corpus.folded:
        return False
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", corpus.folded) is not None


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


def _quotes(article: Article) -> Iterator[tuple[str, str]]:
    for statement in article.statements:
        speaker = statement.speaker
        if statement.kind != "direct" or speaker is None or speaker.name is None:
            continue
        for span in statement.content:
            quote = _OUTER.sub("", span.of(article.text).strip())
            if len(quote.split()) >= _FEWEST_WORDS and _in_article(article, span.start):
                yield quote, speaker.name


def _in_article(article: Article, position: int) -> bool:
    return any(
        region.voice is Voice.NARRATION and region.start <= position < region.end
        for region in article.regions
    )


@contextmanager
def _catalogue(folder: Path, corpus: Corpus) -> Iterator[CatalogueReader]:
    """Open a catalogue of the pages, searchable by words alone."""
    writer = open_writer(folder, "none")
    try:
        for article in corpus.articles:
            passages = split(article)
            content = article.text.encode("utf-8", "surrogatepass")
            capture = Capture(content, article.file, article.path, "/pages")
            writer.add(
                article,
                capture,
                passages,
                np.zeros((len(embedded(article, passages)), 1), np.float32),
            )
        yield writer
    finally:
        writer.close()
