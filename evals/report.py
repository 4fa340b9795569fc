"""What every suite returns: named figures, the outcome of each item, and where they came from."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from rag.values.errors import OnRecordError

Unit = Literal["share", "score", "ms", "seconds", "ratio", "count", "MiB", "KiB"]


class ReportInvalid(OnRecordError):
    """A file is not a saved report."""

    exit_code = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One scorer's verdict on one item."""

    name: str
    value: float | None
    """From 0 to 1; none when the scorer has nothing to judge here, which is not the same as 0."""
    reason: str = ""
    """Why it is not 1, so that every number can be audited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one item of a suite: a question, a page, an article."""

    id: str
    kind: str
    passed: bool
    reasons: tuple[str, ...] = ()
    """What went wrong; empty when it passed."""
    scores: tuple[Score, ...] = ()
    ms: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number, with what is needed to judge it."""

    name: str
    value: float | None
    """None when nothing could be counted."""
    n: int
    """How many items were counted: the denominator of a share, the sample of a percentile."""
    unit: Unit = "share"
    low: float | None = None
    """The lower end of the 95 % interval."""
    high: float | None = None
    floor: float | None = None
    """A value below this is a failure."""
    ceiling: float | None = None
    """A value above this is a failure."""
    anchor: str = ""
    """The best figure known elsewhere, in words."""

    @property
    def holds(self) -> bool:
        """Whether the value keeps its bounds; a bound on a figure without a value is not kept."""
        if self.value is None:
            return self.floor is None and self.ceiling is None
        above = self.floor is None or self.value >= self.floor
        return above and (self.ceiling is None or self.value <= self.ceiling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of one run of one suite."""

    suite: str
    digest: str
    """SHA-256 of the suite's items; two reports compare only where these are equal."""
    version: str
    """Of OnRecord."""
    figures: tuple[Figure, ...]
    outcomes: tuple[Outcome, ...] = ()
    """All items, or only those that failed where there are thousands."""
    archive: str | None = None
    """Which archive was asked, and its generation."""
    seconds: float = 0.0
    notes: tuple[str, ...] = ()

    @property
    def failures(self) -> tuple[Outcome, ...]:
        """The items that did not pass."""
        return tuple(outcome for outcome in self.outcomes if not outcome.passed)

    @property
    def broken(self) -> tuple[Figure, ...]:
        """The figures outside their bounds."""
        return tuple(figure for figure in self.figures if not figure.holds)

    def figure(self, name: str) -> Figure:
        """Return the figure of that name.

        Raises:
            KeyError: there is none.

        """
        for figure in self.figures:
            if figure.name == name:
                return figure
        raise KeyError(name)


def report_json(report: Report) -> str:
    """Return the report as indented JSON."""
    return TypeAdapter(Report).dump_json(report, indent=2).decode()


def read_report(path: Path) -> Report:
    """Return a saved report.

    Raises:
        ReportInvalid: the file cannot be read or is no report.

    """
    try:
        return TypeAdapter(Report).validate_json(path.read_bytes())
    except OSError as error:
        raise ReportInvalid(f"{path} cannot be read: {error.strerror or error}.") from error
    except ValidationError as error:
        raise ReportInvalid(
            f"{path} is no report of `onrecord eval run … --save FILE` by this version."
        ) from error
