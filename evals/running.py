"""Runs suites for the command line: finds what is named, shows progress, returns the report."""

from pathlib import Path

from evals.archives import opened
from evals.examination.case import SuiteInvalid
from evals.examination.examining import examine
from evals.floors import bounded, pinned
from evals.progress import progress
from evals.report import Report
from evals.suites import MADE_SUITES, SUITES


def run_questions(suite: Path, archive: Path | None, *, floor: float | None) -> Report:
    """Put a file of questions to the archive in that folder (or the configured one).

    Raises:
        SuiteInvalid: the file is no suite.
        ArchiveError: there is no archive to ask.

    """
    with opened(archive) as (asked, name), progress(suite.name) as step:
        return examine(suite, asked, asked=name, floor=floor, step=step)


def run_named(name: str, folder: Path | None, keep: Path | None) -> Report:
    """Run a named suite on the data in `folder`; `keep` is where it may keep an archive.

    Raises:
        SuiteInvalid: there is no suite of that name, or no such folder.

    """
    suite = SUITES.get(name)
    if suite is None:
        known = ", ".join((*SUITES, *MADE_SUITES))
        raise SuiteInvalid(f"There is no suite {name!r}. Name a .jsonl file or one of: {known}.")
    if folder is None or not folder.is_dir():
        raise SuiteInvalid(f"The suite {name} needs the folder of its data as second argument.")
    return bounded(suite.run(folder, keep), pinned())


def run_made(name: str, archive: Path | None, pages: Path | None, cases: int | None) -> Report:
    """Run a suite that makes its cases from an archive, or from one made of `pages`.

    Raises:
        SuiteInvalid: the pages are not there.
        ArchiveError: there is no archive to ask.

    """
    if pages is not None and not pages.exists():
        raise SuiteInvalid(f"There are no pages at {pages}.")
    return bounded(MADE_SUITES[name].run(archive, pages, cases), pinned())
