"""Two reports of one suite side by side: what got better, what got worse, and by chance or not."""

from dataclasses import dataclass
from math import comb

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.report import Figure, Report
from evals.table import amount
from rag.values.errors import OnRecordError


class NotComparable(OnRecordError):
    """The two reports measure different things."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Change:
    """One figure in both reports."""

    before: Figure
    after: Figure

    @property
    def difference(self) -> float | None:
        """After minus before; none where either has no value."""
        if self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two runs of the same items."""

    changes: tuple[Change, ...]
    mended: tuple[str, ...]
    """Items that failed before and pass now."""
    broken: tuple[str, ...]
    """Items that passed before and fail now."""

    @property
    def chance(self) -> float:
        """Two-sided probability of so uneven a split when both runs are equally good."""
        return sign_test(len(self.mended), len(self.broken))


def compare(before: Report, after: Report) -> Comparison:
    """Return what changed.

    Raises:
        NotComparable: the reports are of different suites or of different items.

    """
    if (before.suite, before.digest) != (after.suite, after.digest):
        raise NotComparable(
            f"The reports measure different things: {before.suite} ({before.digest[:12]}) and "
            f"{after.suite} ({after.digest[:12]}). Run both on the same suite file or data."
        )
    old = {figure.name: figure for figure in before.figures}
    failed_before = {outcome.id for outcome in before.failures}
    failed_after = {outcome.id for outcome in after.failures}
    return Comparison(
        changes=tuple(Change(old[f.name], f) for f in after.figures if f.name in old),
        mended=tuple(sorted(failed_before - failed_after)),
        broken=tuple(sorted(failed_after - failed_before)),
    )


def sign_test(one: int, other: int) -> float:
    """Return the exact two-sided p-value of a split of one + other coin tosses (McNemar's test)."""
    n = one + other
    tail = sum(comb(n, k) for k in range(min(one, other) + 1))
    return min(1.0, 2 * tail / 2.0**n)


def show(comparison: Comparison, console: Console) -> None:
    """Print the comparison."""
    table = Table("figure")
    for name in ("before", "after", "difference"):
        table.add_column(name, justify="right")
    for change in comparison.changes:
        unit, difference = change.after.unit, change.difference
        sign = "+" if difference is not None and difference >= 0 else ""
        values = (amount(change.before.value, unit), amount(change.after.value, unit))
        table.add_row(escape(change.after.name), *values, sign + amount(difference, unit))
    console.print(table)
    for label, ids in (("mended", comparison.mended), ("broken", comparison.broken)):
        console.print(f"{len(ids)} {label}: {', '.join(ids) or '-'}", markup=False)
    console.print(f"chance of such a split between equals: {comparison.chance:.2f}", markup=False)
