"""Runs suites for the command line: finds what is named, shows progress, returns the report."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from evals.archives import opened
from evals.case import SuiteInvalid
from evals.examination import examine
from evals.report import Report
from evals.suites import SUITES


def run_questions(suite: Path, archive: Path | None, *, floor: float | None) -> Report:
    """Put a file of questions to the archive in that folder (or the configured one).

    Raises:
        SuiteInvalid: the file is no suite.
        ArchiveError: there is no archive to ask.

    """
    with opened(archive) as (asked, name), progress(suite.name) as step:
        return examine(suite, asked, asked=name, floor=floor, step=step)


def run_named(name: str, folder: Path | None) -> Report:
    """Run a named suite on the data in `folder`.

    Raises:
        SuiteInvalid: there is no suite of that name, or no such folder.

    """
    suite = SUITES.get(name)
    if suite is None:
        known = ", ".join(SUITES)
        raise SuiteInvalid(f"There is no suite {name!r}. Name a .jsonl file or one of: {known}.")
    if folder is None or not folder.is_dir():
        raise SuiteInvalid(f"The suite {name} needs the folder of its data as second argument.")
    return suite.run(folder)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int], None]]:
    """Show a progress bar on standard error when a person watches; yield its step function."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(label, total=None)

        def step(total: int) -> None:
            bar.update(task, total=total, advance=1)

        yield step
