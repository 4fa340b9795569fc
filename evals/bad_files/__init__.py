"""The suite `badfiles`: files that are no pages, in batches with pages that are.

No file may stop a job, hide a page beside it, or go untold: each is stored, or rejected by name
with a reason. Most are rejected; some hold words after all.
"""

import resource
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.bad_files.making import BadFile, put_bad_file
from evals.intervals import share
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Outcome, Report
from ingest import find_captures
from rag.adapters.reading_pool import Limits, read_in_processes
from rag.ports.embedder import Embedder
from rag.values.progress import IngestEvent
from rag.wiring.ingesting import ingest_captures
from rag.wiring.storage import open_reading

Step = Callable[[int], None]
USUAL_CASES = 1_000
LIMITS = Limits(seconds=10.0)
_BAD, _GOOD = 90, 10
_MIB_IN_KIB = 1024


def run(archive: Path | None, pages: Path | None, cases: int | None) -> Report:
    """Ingest that many bad files among good ones; `archive` and `pages` are not needed."""
    from evals.bench.stand_in import StandIn
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings

    del archive, pages
    with progress("badfiles") as step:
        return examine(cases or USUAL_CASES, StandIn(load_embedder(Settings())), step)


def examine(cases: int, embedder: Embedder, step: Step = lambda _: None) -> Report:
    """Return what became of `cases` bad files and of the good ones among them."""
    started = time.perf_counter()
    outcomes: list[Outcome] = []
    for first in range(0, cases, _BAD):
        with TemporaryDirectory(prefix="onrecord-bad-") as name:
            outcomes += _batch(Path(name), range(first, min(first + _BAD, cases)), embedder)
        step(-(-cases // _BAD))
    bad = [one for one in outcomes if one.kind != "good page"]
    good = [one for one in outcomes if one.kind == "good page"]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB_IN_KIB
    return Report(
        suite="badfiles",
        digest=digest([str(cases).encode()]),
        version=onrecord_version(),
        figures=(
            share("bad files told of", sum(one.passed for one in bad), len(bad), floor=1.0),
            share(
                "good pages stored and found", sum(one.passed for one in good), len(good), floor=1.0
            ),
            Figure(name="peak memory", value=memory, n=1, unit="MiB", ceiling=1024.0),
        ),
        outcomes=tuple(outcomes),
        seconds=time.perf_counter() - started,
    )


def _batch(folder: Path, numbers: range, embedder: Embedder) -> list[Outcome]:
    """Ingest one folder of bad and good files."""
    pages = folder / "pages"
    bad = [put_bad_file(pages, number) for number in numbers]
    good = [_put_good_page(pages, number) for number in range(_GOOD)]
    readings = partial(read_in_processes, limits=LIMITS)
    told: dict[Path, list[IngestEvent]] = defaultdict(list)
    for event in ingest_captures(
        find_captures([pages]), folder / "archive", embedder, readings=readings
    ):
        told[_own_folder(pages, event)].append(event)
    found = _found(folder / "archive", embedder)
    return [
        *(_bad(one, told[one.place.parent]) for one in bad),
        *(_good(one, told[one.parent], found) for one in good),
        *_strays(pages, told, [*(one.place for one in bad), *good]),
    ]


def _own_folder(pages: Path, event: IngestEvent) -> Path:
    """Return the folder that was made for the file which an event tells of."""
    path = Path(event.path)
    relative = path.relative_to(pages) if path.is_absolute() else path
    return pages / relative.parts[0]


def _put_good_page(pages: Path, number: int) -> Path:
    path = pages / f"good {number:05}" / "page.txt"
    path.parent.mkdir(parents=True)
    path.write_text(
        f"Page {number} of the harbour paper\n\nThe watchword{number}x was spoken in the harbour "
        "on Monday, and the ferry sailed an hour later than its timetable said.\n",
        encoding="utf-8",
    )
    return path


def _found(folder: Path, embedder: Embedder) -> set[str]:
    """Return the good pages' own words that are found by searching."""
    reading = open_reading(folder, embedder)
    words = [f"watchword{number}x" for number in range(_GOOD)]
    found = {word for word in words if reading.catalogue.keyword(word, 1)}
    reading.close()
    return found


def _bad(file: BadFile, events: Sequence[IngestEvent]) -> Outcome:
    reasons = []
    if not events:
        reasons.append("nothing is told of it")
    if file.hopeless and any(event.kind != "rejected" for event in events):
        reasons.append("it was stored")
    for event in events:
        if event.kind == "rejected" and not (event.reason and event.reason.strip()):
            reasons.append("it was rejected without a reason")
        if event.reason and "failed" in event.reason:
            reasons.append(f"its reason is none: {event.reason}")
    name = f"{file.place.parent.name}/{file.place.name!r}"
    return Outcome(id=name, kind=file.kind, passed=not reasons, reasons=tuple(reasons))


def _good(path: Path, events: Sequence[IngestEvent], found: set[str]) -> Outcome:
    number = int(path.parent.name.split()[1])
    stored = any(event.kind == "added" for event in events)
    passed = stored and f"watchword{number}x" in found
    reasons = () if passed else ("it was not stored" if not stored else "it is not found",)
    return Outcome(id=path.parent.name, kind="good page", passed=passed, reasons=reasons)


def _strays(
    pages: Path, told: dict[Path, list[IngestEvent]], known: Sequence[Path]
) -> list[Outcome]:
    """Return a failed outcome for whatever was told of or made that nobody put there."""
    put = {path.parent for path in known}
    strays = [path for path in told if path not in put]
    strays += [path for path in pages.parent.iterdir() if path.name not in {"pages", "archive"}]
    return [
        Outcome(id=repr(path.name), kind="stray", passed=False, reasons=("nobody put it there",))
        for path in strays
    ]
