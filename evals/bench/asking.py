"""How long an answer takes: warm, by step, over HTTP, and the first one of a fresh process."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.archives import opened
from evals.bench.server import Server, serving
from evals.examination.asking import Asked
from evals.examination.case import Case, read_cases
from evals.examination.examining import cases_digest
from evals.intervals import durations
from evals.progress import progress
from evals.provenance import onrecord_version
from evals.report import Figure, Report
from rag.values.question import Question

COLD_CODE = (
    "import sys; from pathlib import Path; from evals.archives import opened\n"
    "with opened(Path(sys.argv[1])) as (archive, _): archive.ask(sys.argv[2])"
)
PATIENCE_S = 120.0
HTTP_WANTED_MS = 60.0
COLD_WANTED_S = 15.0


@dataclass(frozen=True, slots=True)
class Timed:
    """One question asked once."""

    ms: float
    steps: dict[str, float]


def speed_of_asking(suite: Path, folder: Path, *, rounds: int) -> Report:
    """Ask the questions of a suite `rounds` times, in process and over HTTP, and report.

    Raises:
        SuiteInvalid: the file is no suite.
        ServerSilent: the server did not come up.

    """
    cases = read_cases(suite)
    started = time.perf_counter()
    with opened(folder) as (archive, name), progress("in process") as step:
        warm = _rounds(lambda case: _ask(archive, case), cases, rounds, step)
    cold = _cold(folder, cases[0])
    with serving(folder) as server, progress("over HTTP") as step:
        first = _post(server, cases[0])
        over_http = _rounds(lambda case: _post(server, case), cases, rounds, step)
    return Report(
        suite="bench ask",
        digest=cases_digest(cases),
        version=onrecord_version(),
        figures=(
            *durations("whole answer", [one.ms for one in warm]),
            *_steps(warm),
            *durations("POST /api/ask", [one.ms for one in over_http], at_most=HTTP_WANTED_MS),
            _seconds("fresh process, first answer", cold),
            _seconds("serve, first answer", server.up_s + first.ms / 1000, ceiling=COLD_WANTED_S),
        ),
        archive=name,
        seconds=time.perf_counter() - started,
    )


def _rounds(
    ask: Callable[[Case], Timed], cases: Sequence[Case], rounds: int, step: Callable[[int], None]
) -> list[Timed]:
    for case in cases:  # a first round that is not counted: caches fill, models load
        ask(case)
    timed = []
    for _ in range(rounds):
        for case in cases:
            timed.append(ask(case))
            step(rounds * len(cases))
    return timed


def _ask(archive: Asked, case: Case) -> Timed:
    started = time.perf_counter()
    answer = archive.ask(Question(case.question))
    return Timed((time.perf_counter() - started) * 1000, answer.timings_ms)


def _steps(timed: Sequence[Timed]) -> Iterator[Figure]:
    for step in dict.fromkeys(name for one in timed for name in one.steps):
        yield from durations(
            f"step {step}", [one.steps[step] for one in timed if step in one.steps]
        )


def _seconds(name: str, value: float, *, ceiling: float | None = None) -> Figure:
    return Figure(name=name, value=value, n=1, unit="seconds", ceiling=ceiling)


def _cold(folder: Path, case: Case) -> float:
    started = time.perf_counter()
    code = [sys.executable, "-c", COLD_CODE, str(folder), case.question]
    subprocess.run(code, check=True, timeout=PATIENCE_S)
    return time.perf_counter() - started


def _post(server: Server, case: Case) -> Timed:
    started = time.perf_counter()
    server.ask(case.question)
    return Timed((time.perf_counter() - started) * 1000, {})
