"""The named suites, in one explicit table: name, the module that runs it, what it measures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from evals.report import Report

Run = Callable[[Path], Report]
"""A suite's module has `run(folder)`, which reads public test data there and measures."""
RunArchived = Callable[[Path, Path | None], Report]
"""One that ingests has `run(folder, kept)`; `kept` is an archive that saves doing it again."""


@dataclass(frozen=True, slots=True)
class Suite:
    """A named suite whose module is imported only when it runs."""

    module: str
    measures: str
    ingests: bool = False

    def run(self, folder: Path, kept: Path | None = None) -> Report:
        """Measure on the data in `folder`, with the archive in `kept` where the suite ingests."""
        module = import_module(self.module)
        if self.ingests:
            archived: RunArchived = module.run
            return archived(folder, kept)
        run: Run = module.run
        return run(folder)


SUITES: Mapping[str, Suite] = MappingProxyType(
    {
        "polnear": Suite("evals.polnear", "who said what, on PolNeAR's annotated news articles"),
        "whosaid": Suite("evals.whosaid", "who-said questions made from PolNeAR", ingests=True),
        "quotecheck": Suite("evals.quotecheck", "true and mutated quotes against the quote check"),
        "trafilatura": Suite("evals.pages", "body, comments, author and date of saved web pages"),
        "htmldate": Suite("evals.htmldates", "publication dates of news pages"),
        "realtimeqa": Suite(
            "evals.realtimeqa", "finding and answering, on dated news questions", ingests=True
        ),
        "cast": Suite("evals.cast", "follow-up questions made to stand alone, on TREC CAsT"),
    }
)
