"""The named suites, in one explicit table: name, the module that runs it, what it measures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from evals.report import Report

Run = Callable[[Path], Report]
"""A suite's module has `run(folder)`, which reads public test data there and measures."""


@dataclass(frozen=True, slots=True)
class Suite:
    """A named suite whose module is imported only when it runs."""

    module: str
    measures: str

    def run(self, folder: Path) -> Report:
        """Measure on the data in `folder`."""
        run: Run = import_module(self.module).run
        return run(folder)


SUITES: Mapping[str, Suite] = MappingProxyType(
    {
        "polnear": Suite("evals.polnear", "who said what, on PolNeAR's annotated news articles"),
        "trafilatura": Suite("evals.pages", "body, comments, author and date of saved web pages"),
        "htmldate": Suite("evals.htmldates", "publication dates of news pages"),
        "realtimeqa": Suite("evals.realtimeqa", "finding and answering, on dated news questions"),
        "cast": Suite("evals.cast", "follow-up questions made to stand alone, on TREC CAsT"),
    }
)
