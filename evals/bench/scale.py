"""How search and answers slow down as an archive grows, beside a stock index, on made articles."""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evals.bench.growth_plot import draw
from evals.bench.made_news import MadeNews
from evals.bench.stand_in import StandIn
from evals.intervals import durations, percentile
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Report
from ingest import Capture
from rag.values.progress import IngestEvent
from rag.values.question import NO_FILTERS, Filters, Question
from rag.wiring.archive import Archive
from rag.wiring.ingesting import ingest_captures
from rag.wiring.settling import Read
from rag.wiring.storage import open_reading

if TYPE_CHECKING:
    from evals.bench.stock_search import StockSearch

SEED = 7
QUESTIONS = 200
PASSAGES_AN_ARTICLE = 9
FOUND = 10
ANSWER_WANTED_MS = 40.0
STOCK_TIMES_WANTED = 2.0
APART = 20
"""Questions between two ways of asking the same one, so that none finds its vector remembered."""
NOTES = (
    "Vectors are a stand-in's, near where words are shared; a question takes the real model's time "
    "to embed, in OnRecord and in the stock index alike.",
)
FRESH_CODE = """
import sys, time
started = time.perf_counter()
from pathlib import Path
from evals.archives import opened
with opened(Path(sys.argv[1])) as (archive, _):
    archive.ask(sys.argv[2])
    status = Path('/proc/self/status')  # Linux has it
    print(time.perf_counter() - started, status.read_text() if status.exists() else '')
"""
MEMORY = re.compile(r"^(VmHWM|RssAnon):\s+(\d+) kB", re.MULTILINE)
"""Peak with the files mapped, which the system takes back when it needs to; and what is its own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the outlet of the article that answers it."""

    text: str
    outlet: str | None


Way = Callable[[Asked], Mapping[str, float]]
"""A way of asking: returns the milliseconds of its steps, if it tells them."""


@dataclass(frozen=True, slots=True)
class Times:
    """What one way of asking took, in milliseconds."""

    whole: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    steps: dict[str, list[float]] = field(default_factory=dict)

    @property
    def p50(self) -> float:
        """The median."""
        return percentile(self.whole, 0.5) or 0.0


def speed_at_scale(
    sizes: Sequence[int],
    kept: Path | None,
    *,
    questions: int = QUESTIONS,
    beside: bool = True,
    plot: Path | None = None,
) -> Report:
    """Time questions at archives of each number of passages, and on a stock index beside.

    Args:
        sizes: numbers of passages, each about what one archive holds.
        kept: where the archives are made, or found from an earlier run; none: a temporary folder.
        questions: how many are asked at each size, in each way.
        beside: whether a stock index of the same passages is made and timed as well.
        plot: a file for a picture of the growth.

    """
    started = time.perf_counter()
    figures, lines = list[Figure](), dict[str, list[tuple[int, float]]]()
    with TemporaryDirectory(prefix="onrecord-bench-") as temporary:
        for size in sorted(sizes):
            measured, times = _at_size(
                (kept or Path(temporary)) / str(size), size, questions, beside=beside
            )
            figures += measured
            for name, one in times.items():
                lines.setdefault(name, []).append((size, one.p50))
    if plot is not None:
        draw(lines, plot)
    return Report(
        suite="bench scale",
        digest=digest([repr((SEED, tuple(sorted(sizes)))).encode()]),
        version=onrecord_version(),
        figures=tuple(figures),
        seconds=time.perf_counter() - started,
        notes=NOTES,
    )


def _at_size(
    folder: Path, size: int, questions: int, *, beside: bool
) -> tuple[list[Figure], dict[str, Times]]:
    from evals.bench.stock_search import StockSearch
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings

    news = MadeNews(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    embedder = StandIn(load_embedder(Settings(archive=folder / "archive")))
    articles = size // PASSAGES_AN_ARTICLE
    figures = list(_grown(folder / "archive", embedder, news, range(articles)))
    asked = [_asked(news, n * articles // questions) for n in range(questions)]
    reading = open_reading(folder / "archive", embedder)
    with Archive(reading, embedder) as archive:
        label = f"{archive.coverage().passages:,} passages"
        ways = _ways(archive)
        if beside:
            ways |= _stock_ways(
                StockSearch(folder / "stock", folder / "archive", reading.catalogue, embedder)
            )
        times = _timed(ways, asked, label)
    return [*figures, *_fresh(folder / "archive", label, asked[0]), *_told(label, times)], times


def _ways(archive: Archive) -> dict[str, Way]:
    def found(question: Asked, filters: Filters) -> Mapping[str, float]:
        archive.search(question.text, filters, limit=FOUND)
        return {}

    def answered(question: Asked, filters: Filters) -> Mapping[str, float]:
        return archive.ask(Question(question.text, filters=filters)).timings_ms

    return {
        "search": lambda one: found(one, NO_FILTERS),
        "search, filtered": lambda one: found(one, Filters(outlet=one.outlet)),
        "answer": lambda one: answered(one, NO_FILTERS),
        "answer, filtered": lambda one: answered(one, Filters(outlet=one.outlet)),
    }


def _stock_ways(stock: "StockSearch") -> dict[str, Way]:
    def found(question: Asked, outlet: str | None) -> Mapping[str, float]:
        stock.search(question.text, FOUND, outlet)
        return {}

    return {
        "stock search": lambda one: found(one, None),
        "stock search, filtered": lambda one: found(one, one.outlet),
    }


def _timed(ways: Mapping[str, Way], asked: Sequence[Asked], label: str) -> dict[str, Times]:
    """Ask every question in every way, the ways in turn, so that all meet the same load."""
    times = {name: Times() for name in ways}
    for way in ways.values():  # once uncounted: models load, caches fill
        way(asked[0])
    with progress(f"asking at {label}") as step:
        for n in range(len(asked)):
            for at, (name, way) in enumerate(ways.items()):
                _time(way, asked[(n + at * APART) % len(asked)], times[name])
            step(len(asked))
    return times


def _time(way: Way, asked: Asked, times: Times) -> None:
    started, worked = time.perf_counter(), time.process_time()
    steps = way(asked)
    times.whole.append((time.perf_counter() - started) * 1000)
    times.processor.append((time.process_time() - worked) * 1000)
    for name, ms in steps.items():
        times.steps.setdefault(name, []).append(ms)


def _told(label: str, times: Mapping[str, Times]) -> Iterator[Figure]:
    for name, one in times.items():
        at_most = ANSWER_WANTED_MS if name == "answer" else None
        yield from durations(f"{label}, {name}", one.whole, at_most=at_most)
    answer = times["answer"]
    for name in ("answer", "answer, filtered"):
        yield durations(f"{label}, {name}, processor time", times[name].processor)[0]
    for step, spent in answer.steps.items():
        if step != "total":
            yield durations(f"{label}, answer, step {step}", spent)[0]
    for name, this, that, most in (
        ("search, filtered / not", "search, filtered", "search", 1.0),
        ("answer, filtered / not", "answer, filtered", "answer", 1.0),
        ("search / stock search", "search", "stock search", STOCK_TIMES_WANTED),
    ):
        if that not in times:
            continue
        yield Figure(
            name=f"{label}, {name}, medians",
            value=times[this].p50 / times[that].p50,
            n=len(times[this].whole),
            unit="ratio",
            ceiling=most,
        )


def _fresh(folder: Path, label: str, asked: Asked) -> Iterator[Figure]:
    """Yield what a process of its own takes to its first answer, in time and in memory."""
    code = [sys.executable, "-c", FRESH_CODE, str(folder), asked.text]
    told = subprocess.run(code, check=True, capture_output=True, text=True)
    seconds = float(told.stdout.split()[0])
    mib = {name: int(kib) / 1024 for name, kib in MEMORY.findall(told.stdout)}
    yield Figure(name=f"{label}, fresh process, first answer", value=seconds, n=1, unit="seconds")
    yield Figure(name=f"{label}, its own memory", value=mib.get("RssAnon"), n=1, unit="MiB")
    yield Figure(name=f"{label}, peak with files", value=mib.get("VmHWM"), n=1, unit="MiB")


def _grown(folder: Path, embedder: StandIn, news: MadeNews, numbers: range) -> Iterator[Figure]:
    """Store the articles of these numbers; yield the time that one took, unless all were there."""

    def understood(items: Iterable[Capture | IngestEvent]) -> Iterator[Read | IngestEvent]:
        for item in items:
            yield item if isinstance(item, IngestEvent) else (item, news.named(item.name).article)

    if (folder / "manifest.json").exists() and _held(folder, embedder) == len(numbers):
        return
    started = time.perf_counter()
    captures = (news.made(number).capture for number in numbers)
    with progress("storing") as step:
        for _ in ingest_captures(captures, folder, embedder, readings=understood):
            step(len(numbers))
    ms = (time.perf_counter() - started) * 1000 / len(numbers)
    name = f"{len(numbers):,} articles, storing one"
    yield Figure(name=name, value=ms, n=len(numbers), unit="ms")


def _held(folder: Path, embedder: StandIn) -> int:
    reading = open_reading(folder, embedder)
    try:
        return reading.catalogue.coverage().articles
    finally:
        reading.close()


def _asked(news: MadeNews, number: int) -> Asked:
    """Ask what the first speaker of an article said about the rarest word of the first quote."""
    made = news.made(number)
    statement = made.first
    rank = {word: place for place, word in enumerate(news.words)}
    words = statement.content[0].of(made.article.text).strip("“”,").lower().split()
    topic = max(words, key=lambda word: rank.get(word, 0))
    name = statement.speaker.name if statement.speaker else None
    return Asked(f"What did {name} say about {topic}?", made.article.outlet.value)
