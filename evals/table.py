"""A report as a person reads it in a terminal."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.report import Figure, Report


def show(report: Report, console: Console) -> None:
    """Print the figures, what failed and why, and where the numbers come from."""
    console.print(figures_table(report))
    if report.failures:
        console.print(failures_table(report))
    for note in report.notes:
        console.print(note, markup=False)
    console.print(origin(report), style="dim", markup=False, soft_wrap=True)


def figures_table(report: Report) -> Table:
    """Return one row a figure: value, interval, bound, how many it rests on, the anchor."""
    table = Table(title=report.suite, title_justify="left", title_style="bold")
    table.add_column("figure")
    for name in ("value", "95 %", "bound", "n"):
        table.add_column(name, justify="right")
    anchored = any(figure.anchor for figure in report.figures)
    if anchored:
        table.add_column("known elsewhere")
    for figure in report.figures:
        cells = [figure.name, written(figure), interval(figure), bound(figure), f"{figure.n:,}"]
        if anchored:
            cells.append(figure.anchor)
        table.add_row(*map(escape, cells), style=None if figure.holds else "red")
    return table


def failures_table(report: Report) -> Table:
    """Return one row a failed item, its reasons line by line."""
    title = f"{len(report.failures)} failed"
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=True)
    for name in ("id", "kind", "why"):
        table.add_column(name, overflow="fold")
    for outcome in report.failures:
        table.add_row(*map(escape, (outcome.id, outcome.kind, "\n".join(outcome.reasons))))
    return table


def written(figure: Figure) -> str:
    """Return the value with as many digits as its unit deserves."""
    return amount(figure.value, figure.unit)


def amount(value: float | None, unit: str) -> str:
    """Return a value of this unit as text; a dash when there is none."""
    if value is None:
        return "-"
    match unit:
        case "share" | "score":
            return f"{value:.3f}"
        case "count":
            return f"{value:,.0f}"
        case "ratio":
            return f"{value:.2f}x"
        case "seconds":
            return f"{value:.2f} s"
        case _:
            return f"{value:,.1f} {unit}"


def interval(figure: Figure) -> str:
    """Return the 95 % interval as text, empty without one."""
    if figure.low is None or figure.high is None:
        return ""
    return f"{amount(figure.low, figure.unit)} - {amount(figure.high, figure.unit)}"


def bound(figure: Figure) -> str:
    """Return the bounds as text, empty without one."""
    floor = f">= {amount(figure.floor, figure.unit)}" if figure.floor is not None else ""
    ceiling = f"<= {amount(figure.ceiling, figure.unit)}" if figure.ceiling is not None else ""
    return " ".join(filter(None, (floor, ceiling)))


def origin(report: Report) -> str:
    """Return one line that says which items, which version, which archive, how long."""
    parts = [f"suite {report.digest[:12]}", f"OnRecord {report.version}"]
    if report.archive:
        parts.append(f"archive {report.archive}")
    return ", ".join([*parts, f"{report.seconds:.1f} s"])
