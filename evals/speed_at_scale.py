"""How search and answers slow down as an archive grows, on made articles."""

import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.intervals import durations
from evals.made_news import MadeNews
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Report
from evals.stand_in import StandIn
from ingest import Capture
from rag.values.progress import IngestEvent
from rag.values.question import Filters, Question
from rag.wiring.archive import Archive
from rag.wiring.ingesting import ingest_captures
from rag.wiring.settling import Read
from rag.wiring.storage import open_reading

SEED = 7
QUESTIONS = 200
PASSAGES_AN_ARTICLE = 9
ANSWER_WANTED_MS = 40.0
MIB_IN_KIB = 1024


def speed_at_scale(
    sizes: Sequence[int], kept: Path | None, *, questions: int = QUESTIONS
) -> Report:
    """Grow an archive to each number of passages in turn, and time questions at each.

    Args:
        sizes: numbers of passages, each about what the archive then holds.
        kept: where the archive is made; none: a temporary folder.
        questions: how many are asked at each size, in each way.

    """
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings

    started = time.perf_counter()
    news, figures = MadeNews(SEED), list[Figure]()
    with TemporaryDirectory(prefix="onrecord-bench-") as temporary:
        folder = kept or Path(temporary)
        embedder = StandIn(load_embedder(Settings(archive=folder)))
        stored = 0
        for size in sorted(sizes):
            wanted = size // PASSAGES_AN_ARTICLE
            figures += _grown(folder, embedder, news, range(stored, wanted))
            asked = [_question(news, n * wanted // questions) for n in range(questions)]
            figures += _measured(folder, embedder, asked)
            stored = wanted
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB_IN_KIB
    return Report(
        suite="bench scale",
        digest=digest([repr((SEED, tuple(sorted(sizes)))).encode()]),
        version=onrecord_version(),
        figures=(*figures, Figure(name="peak memory", value=memory, n=1, unit="MiB")),
        seconds=time.perf_counter() - started,
        notes=("Vectors are a stand-in's; a question takes the real model's time to embed.",),
    )


def _grown(folder: Path, embedder: StandIn, news: MadeNews, numbers: range) -> Iterator[Figure]:
    """Add articles of these numbers; yield the time an article took to store."""
    made = {one.capture.name: one for one in map(news.made, numbers)}

    def understood(items: Iterable[Capture | IngestEvent]) -> Iterator[Read | IngestEvent]:
        for item in items:
            yield item if isinstance(item, IngestEvent) else (item, made[item.name].article)

    started = time.perf_counter()
    captures = [one.capture for one in made.values()]
    with progress("storing") as step:
        for _ in ingest_captures(captures, folder, embedder, readings=understood):
            step(len(captures))
    if captures:
        ms = (time.perf_counter() - started) * 1000 / len(captures)
        name = f"up to {numbers.stop:,} articles, storing one"
        yield Figure(name=name, value=ms, n=len(captures), unit="ms")


def _measured(folder: Path, embedder: StandIn, asked: Sequence[Question]) -> Iterator[Figure]:
    opened = time.perf_counter()
    reading = open_reading(folder, embedder)
    with Archive(reading, embedder) as archive:
        passages = archive.coverage().passages
        label = f"{passages:,} passages"
        archive.ask(asked[0])
        cold = time.perf_counter() - opened
        yield Figure(name=f"{label}, open and first answer", value=cold, n=1, unit="seconds")
        filtered = Filters(outlet="Kestrel Ledger")
        for name, work in (
            ("search", lambda q: archive.search(q.text)),
            ("search, filtered", lambda q: archive.search(q.text, filtered)),
            ("answer, filtered", lambda q: archive.ask(Question(q.text, filters=filtered))),
        ):
            yield from durations(f"{label}, {name}", _timed(work, asked))
        wanted = ANSWER_WANTED_MS
        yield from durations(f"{label}, answer", _timed(archive.ask, asked), at_most=wanted)


def _question(news: MadeNews, number: int) -> Question:
    """Ask what the first speaker of an article said about the rarest word of the first quote."""
    made = news.made(number)
    statement = made.first
    rank = {word: place for place, word in enumerate(news.words)}
    words = statement.content[0].of(made.article.text).strip("“”,").lower().split()
    topic = max(words, key=lambda word: rank.get(word, 0))
    name = statement.speaker.name if statement.speaker else None
    return Question(f"What did {name} say about {topic}?")


def _timed(work: Callable[[Question], object], asked: Sequence[Question]) -> list[float]:
    times = []
    for question in asked:
        started = time.perf_counter()
        work(question)
        times.append((time.perf_counter() - started) * 1000)
    return times
