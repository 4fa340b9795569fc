"""How much memory ingesting takes as the pages grow in number, each number in a fresh process."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.made_news import MadeNews
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Report
from evals.stand_in import StandIn
from ingest import Capture

SEED = 11
SAMPLED_EVERY = 20
"""Pages between two looks at the memory."""
GROWTH_WANTED = 1.5
"""Times the memory of the fewest pages that the most may take: it should not grow with them."""
KIB = 1024
CHILD = """
import json, sys
from pathlib import Path
from evals.memory_of_ingesting import peak_of
print(json.dumps(peak_of(int(sys.argv[1]), Path(sys.argv[2]))))
"""
NOTES = (
    "Made pages, read and stored as any; vectors are a stand-in's, so the model's own memory, the "
    "same for any number of pages, is left out. Linux only.",
)


def memory_of_ingesting(sizes: Sequence[int]) -> Report:
    """Ingest each number of made pages in a process of its own and report its peak memory."""
    started = time.perf_counter()
    peaks = {size: _in_process(size) for size in sorted(set(sizes))}
    return Report(
        suite="bench memory",
        digest=digest([repr((SEED, tuple(peaks))).encode()]),
        version=onrecord_version(),
        figures=tuple(_figures(peaks)),
        seconds=time.perf_counter() - started,
        notes=NOTES,
    )


def peak_of(pages: int, folder: Path) -> tuple[float, float]:
    """Ingest made pages into `folder`; return the peak of this process's own memory and the last.

    In MiB; files that are mapped, which the system takes back when it needs to, are not counted.
    """
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings
    from rag.wiring.ingesting import ingest_captures

    news = MadeNews(SEED)
    embedder = StandIn(load_embedder(Settings(archive=folder)))
    captures: Iterator[Capture] = (news.made(number).capture for number in range(pages))
    peak = last = 0.0
    with progress("ingesting") as step:
        for done, _ in enumerate(ingest_captures(captures, folder, embedder), start=1):
            step(pages)
            if done % SAMPLED_EVERY == 0 or done == pages:
                last = _own_memory()
                peak = max(peak, last)
    return peak, last


def _in_process(pages: int) -> float:
    with TemporaryDirectory(prefix="onrecord-bench-") as name:
        code = [sys.executable, "-c", CHILD, str(pages), name]
        told = subprocess.run(code, check=True, stdout=subprocess.PIPE, text=True)
    return float(json.loads(told.stdout)[0])


def _figures(peaks: dict[int, float]) -> Iterator[Figure]:
    for size, peak in peaks.items():
        yield Figure(name=f"{size:,} pages, peak of own memory", value=peak, n=size, unit="MiB")
    sizes = tuple(peaks)
    if len(sizes) > 1:
        yield Figure(
            name=f"{sizes[-1]:,} pages / {sizes[0]:,}",
            value=peaks[sizes[-1]] / peaks[sizes[0]],
            n=sizes[-1],
            unit="ratio",
            ceiling=GROWTH_WANTED,
        )


def _own_memory() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) / KIB
    return 0.0
