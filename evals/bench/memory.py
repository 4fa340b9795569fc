"""How much memory ingesting takes as the pages grow in number, each number in a fresh process."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from evals.bench.made_news import MadeNews
from evals.bench.stand_in import StandIn
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Report
from ingest import Capture

SEED = 11
SAMPLED_EVERY = 20
"""Pages between two looks at the memory."""
PAGE_WANTED = 64.0
"""KiB that an added page may take, Chroma's included: so a hundred thousand take 6 GiB."""
KIB = 1024
DIMENSION = 384
DIRECTIONS = 24
ADDED_AT_ONCE = 2_000
CHILD = """
import json, sys
from pathlib import Path
from evals.bench import memory
measure = getattr(memory, sys.argv[1])
print(json.dumps(measure(int(sys.argv[2]), Path(sys.argv[3]))))
"""
NOTES = (
    "Made pages, read and stored as any; vectors are a stand-in's, so the model's own memory, the "
    "same for any number of pages, is left out. Linux only.",
    "Chroma holds its whole graph of neighbours in a process that adds to it: 1.6 KiB a vector for "
    "vector and neighbours alone. What it takes tells another process, which adds as many vectors "
    "and does nothing else.",
    "Over the first 600 pages or so caches of a fixed size fill, SQLite's pages above all; fewer "
    "pages tell nothing of what an added one takes.",
)


@dataclass(frozen=True, slots=True)
class Peak:
    """The peaks of a process's own memory, in MiB."""

    whole: float
    passages: int
    chroma: float
    """Of a process that only adds as many vectors to Chroma, beyond what it has before."""

    @property
    def ours(self) -> float:
        """What is left without Chroma's."""
        return self.whole - self.chroma


def memory_of_ingesting(sizes: Sequence[int]) -> Report:
    """Ingest each number of made pages in a process of its own and report its peak memory."""
    started = time.perf_counter()
    peaks = {size: _peak(size) for size in sorted(set(sizes))}
    return Report(
        suite="bench memory",
        digest=digest([repr((SEED, tuple(peaks))).encode()]),
        version=onrecord_version(),
        figures=tuple(_figures(peaks)),
        seconds=time.perf_counter() - started,
        notes=NOTES,
    )


def ingesting(pages: int, folder: Path) -> tuple[float, int]:
    """Ingest made pages into `folder`; return this process's peak of own memory, and the passages.

    In MiB; files that are mapped, which the system takes back when it needs to, are not counted.
    """
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings
    from rag.wiring.ingesting import ingest_captures
    from rag.wiring.storage import open_looking

    news = MadeNews(SEED)
    embedder = StandIn(load_embedder(Settings(archive=folder)))
    captures: Iterator[Capture] = (news.made(number).capture for number in range(pages))
    peak = 0.0
    with progress("ingesting") as step:
        for done, _ in enumerate(ingest_captures(captures, folder, embedder), start=1):
            step(pages)
            if done % SAMPLED_EVERY == 0 or done == pages:
                peak = max(peak, _own_memory())
    with open_looking(folder) as catalogue:
        return peak, catalogue.indexed()


def indexing(vectors: int, folder: Path) -> tuple[float, int]:
    """Add so many vectors to an empty Chroma; return the peak of own memory beyond that before.

    In MiB, and the number of vectors. The pipeline adds as many at once.
    """
    from rag.adapters.vectors import open_for_writing

    source = np.random.default_rng(SEED)
    # Near a few directions: a graph of neighbours takes as much of any, and is built sooner.
    plane = source.standard_normal((DIRECTIONS, DIMENSION), dtype=np.float32)
    index = open_for_writing(folder, "stand-in", DIMENSION)
    before = peak = _own_memory()
    for first in range(0, vectors, ADDED_AT_ONCE):
        count = min(ADDED_AT_ONCE, vectors - first)
        rows = source.standard_normal((count, DIRECTIONS), dtype=np.float32) @ plane
        index.add("current", [f"{first + n:020}:{n}:{n + 9}" for n in range(count)], rows)
        peak = max(peak, _own_memory())
    return peak - before, vectors


def _peak(pages: int) -> Peak:
    whole, passages = _in_process("ingesting", pages)
    chroma, _ = _in_process("indexing", int(passages))
    return Peak(whole, int(passages), chroma)


def _in_process(measure: str, number: int) -> tuple[float, float]:
    with TemporaryDirectory(prefix="onrecord-bench-") as name:
        code = [sys.executable, "-c", CHILD, measure, str(number), name]
        told = subprocess.run(code, check=True, stdout=subprocess.PIPE, text=True)
    value, counted = json.loads(told.stdout)
    return float(value), float(counted)


def _figures(peaks: dict[int, Peak]) -> Iterator[Figure]:
    for size, peak in peaks.items():
        label = f"{size:,} pages, peak of own memory"
        yield Figure(name=label, value=peak.whole, n=peak.passages, unit="MiB")
        yield Figure(name=f"{label}, Chroma's", value=peak.chroma, n=peak.passages, unit="MiB")
        yield Figure(name=f"{label}, the rest", value=peak.ours, n=size, unit="MiB")
    if len(peaks) > 1:
        (fewest, least), *_, (most, highest) = peaks.items()
        yield from growth(least, highest, most - fewest)


def growth(least: Peak, highest: Peak, pages: int) -> Iterator[Figure]:
    """Yield how much each of so many added pages takes, as a whole and of it Chroma's."""
    label = "memory an added page takes"
    whole = (highest.whole - least.whole) * KIB / pages
    yield Figure(name=label, value=whole, n=pages, unit="KiB", ceiling=PAGE_WANTED)
    ours = (highest.ours - least.ours) * KIB / pages
    yield Figure(name=f"{label}, without Chroma's", value=ours, n=pages, unit="KiB")
    vectors = highest.passages - least.passages
    if vectors > 0:
        each = (highest.chroma - least.chroma) * KIB / vectors
        yield Figure(name="memory a vector takes in Chroma", value=each, n=vectors, unit="KiB")


def _own_memory() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / KIB
    return 0.0
