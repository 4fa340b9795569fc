"""A suite of questions from a file, put to one archive: the command `onrecord eval run FILE`."""

import time
from collections.abc import Callable
from pathlib import Path

from evals.examination.asking import Asked, ask_all
from evals.examination.case import Case, read_cases
from evals.examination.metrics import figures
from evals.provenance import digest, onrecord_version
from evals.report import Report


def examine(
    suite: Path,
    archive: Asked,
    *,
    asked: str,
    floor: float | None = None,
    workers: int = 1,
    step: Callable[[int], None] = lambda total: None,
) -> Report:
    """Ask every question of the suite and return the report.

    Args:
        suite: JSON Lines file of cases.
        archive: what is asked.
        asked: which archive that is, for the report.
        floor: the smallest share of questions that must pass; none: no bound.
        workers: questions asked at a time.
        step: called with the number of questions after each answer.

    Raises:
        SuiteInvalid: the file is no suite.

    """
    cases = read_cases(suite)
    started = time.perf_counter()
    graded = ask_all(archive, cases, workers=workers, step=lambda: step(len(cases)))
    return Report(
        suite=suite.name,
        digest=cases_digest(cases),
        version=onrecord_version(),
        figures=figures(graded, floor=floor),
        outcomes=tuple(one.outcome for one in graded),
        archive=asked,
        seconds=time.perf_counter() - started,
    )


def cases_digest(cases: tuple[Case, ...]) -> str:
    """Return the SHA-256 of what the cases say, whatever the layout of their file."""
    return digest(repr(case).encode() for case in cases)
