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
RunCases = Callable[[Path | None, Path | None, int | None], Report]
"""One that makes its cases from an archive has `run(archive, pages, cases)`: the archive's folder,
or pages to make one of for the time being, and how many cases; none for all three: as usual."""


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


@dataclass(frozen=True, slots=True)
class MadeSuite:
    """A named suite that makes its cases from whatever archive it is given."""

    module: str
    measures: str

    def run(self, archive: Path | None, pages: Path | None, cases: int | None) -> Report:
        """Measure on an archive, or on one made of pages for the time being."""
        run: RunCases = import_module(self.module).run
        return run(archive, pages, cases)


SUITES: Mapping[str, Suite] = MappingProxyType(
    {
        "polnear": Suite("evals.polnear", "who said what, on PolNeAR's annotated news articles"),
        "whosaid": Suite(
            "evals.polnear.whosaid", "who-said questions made from PolNeAR", ingests=True
        ),
        "quotecheck": Suite(
            "evals.quotecheck.suite", "true and mutated quotes against the quote check"
        ),
        "trafilatura": Suite("evals.pages", "body, comments, title, author, date of saved pages"),
        "htmldate": Suite("evals.htmldates", "publication dates of news pages"),
        "realtimeqa": Suite(
            "evals.newsquiz.suite", "finding and answering, on dated news questions", ingests=True
        ),
        "cast": Suite("evals.cast", "follow-up questions made to stand alone, on TREC CAsT"),
    }
)

MADE_SUITES: Mapping[str, MadeSuite] = MappingProxyType(
    {
        "badfiles": MadeSuite("evals.bad_files", "files that are no pages, among some that are"),
        "lying": MadeSuite("evals.generation.lying", "a language model that lies in every way"),
        "truthful": MadeSuite("evals.generation.truthful", "a language model that tells the truth"),
        "wording": MadeSuite(
            "evals.generation.wording", "true claims as models word them, and false twins"
        ),
        "faults": MadeSuite("evals.generation.faults", "an endpoint that fails in every way"),
        "injection": MadeSuite("evals.generation.injection", "hostile pages, obeyed word by word"),
    }
)
