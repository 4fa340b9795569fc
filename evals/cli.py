"""The commands `onrecord eval …` and `onrecord bench …`.

Everything heavy is imported inside the commands: `onrecord --help` shows these in no time.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from evals.report import Report

eval_app = typer.Typer(name="eval", help="Measure how good the answers are.", no_args_is_help=True)
bench_app = typer.Typer(name="bench", help="Measure how fast it is.", no_args_is_help=True)

ArchiveFolder = Annotated[
    Path | None, typer.Option("--archive", help="The archive's folder.", envvar="ONRECORD_ARCHIVE")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]
SaveTo = Annotated[Path | None, typer.Option("--save", help="Also write the report to this file.")]


@eval_app.command("run")
def run_suite(
    suite: Annotated[str, typer.Argument(help="A file of questions (JSONL), or a suite's name.")],
    folder: Annotated[
        Path | None,
        typer.Argument(help="Folder of a named suite's data, or pages to make an archive of."),
    ] = None,
    archive: ArchiveFolder = None,
    cases: Annotated[
        int | None, typer.Option(min=1, help="How many cases a suite makes from an archive.")
    ] = None,
    floor: Annotated[
        float | None, typer.Option(min=0, max=1, help="Share of questions that must pass.")
    ] = None,
    keep: Annotated[
        Path | None, typer.Option(help="Where a named suite keeps the archive that it makes.")
    ] = None,
    as_json: AsJson = False,
    save: SaveTo = None,
) -> None:
    """Run a suite; exit with 1 when a question fails (with --floor: when too few pass)."""
    from evals.running import run_made, run_named, run_questions
    from evals.suites import MADE_SUITES

    if Path(suite).suffix == ".jsonl":
        report = run_questions(Path(suite), archive, floor=floor)
        good = not report.broken if floor is not None else not report.failures
    else:
        made = suite in MADE_SUITES
        report = run_made(suite, archive, folder, cases) if made else run_named(suite, folder, keep)
        good = not report.broken
    _tell(report, as_json=as_json, save=save)
    raise typer.Exit(0 if good else 1)


@eval_app.command("compare")
def compare_reports(
    before: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    after: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
) -> None:
    """Compare two saved reports; exit with 1 when something that passed fails now."""
    from rich.console import Console

    from evals.compare import compare, show
    from evals.report import read_report

    comparison = compare(read_report(before), read_report(after))
    show(comparison, Console())
    raise typer.Exit(1 if comparison.broken else 0)


@eval_app.command("pin")
def pin_floors(
    report: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    floors: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help="The file of floors.")
    ] = Path("evals/floors.json"),
) -> None:
    """Raise the pinned floors of a suite to what a saved report reached; none is lowered."""
    from evals.floors import pinned, raised, written
    from evals.report import read_report

    reached = read_report(report)
    floors.write_text(written(tuple(raised(pin, reached) for pin in pinned())), encoding="utf-8")


@bench_app.command("ask")
def bench_ask(
    archive: ArchiveFolder = None,
    questions: Annotated[Path, typer.Option(help="A file of questions (JSONL).")] = Path(
        "evals/questions/seeds.jsonl"
    ),
    rounds: Annotated[int, typer.Option(min=1, help="How often each question is asked.")] = 3,
    as_json: AsJson = False,
    save: SaveTo = None,
) -> None:
    """Time answers: warm, by step, over HTTP, and the first of a fresh process."""
    from evals.archives import configured
    from evals.bench.asking import speed_of_asking

    report = speed_of_asking(questions, configured(archive), rounds=rounds)
    _tell(report, as_json=as_json, save=save)
    raise typer.Exit(1 if report.broken else 0)


@bench_app.command("ingest")
def bench_ingest(
    paths: Annotated[list[Path], typer.Argument(exists=True, help="Pages or folders of pages.")],
    as_json: AsJson = False,
    save: SaveTo = None,
) -> None:
    """Time ingestion by step, beside a stock LlamaIndex pipeline with the same embedder."""
    from evals.bench.ingesting import speed_of_ingesting

    report = speed_of_ingesting(paths)
    _tell(report, as_json=as_json, save=save)
    raise typer.Exit(1 if report.broken else 0)


@bench_app.command("scale")
def bench_scale(
    sizes: Annotated[list[int] | None, typer.Argument(min=100, help="Numbers of passages.")] = None,
    keep: Annotated[Path | None, typer.Option(help="Where the archives are made and kept.")] = None,
    plot: Annotated[
        Path | None, typer.Option(help="Write a picture of the growth to this file (.svg, .png).")
    ] = None,
    beside: Annotated[
        bool, typer.Option("--stock/--alone", help="Also time a stock index of the same passages.")
    ] = True,
    questions: Annotated[int, typer.Option(min=1, help="Asked at each size, in each way.")] = 200,
    as_json: AsJson = False,
    save: SaveTo = None,
) -> None:
    """Time search and answers on archives of made articles, beside a stock index."""
    from evals.bench.scale import speed_at_scale

    _need("matplotlib", "--plot", wanted=plot is not None)
    _need("llama_index.vector_stores", "--stock (say --alone to do without)", wanted=beside)
    report = speed_at_scale(
        sizes or [1_000, 10_000], keep, questions=questions, beside=beside, plot=plot
    )
    _tell(report, as_json=as_json, save=save)
    raise typer.Exit(1 if report.broken else 0)


@bench_app.command("memory")
def bench_memory(
    sizes: Annotated[list[int] | None, typer.Argument(min=100, help="Numbers of pages.")] = None,
    as_json: AsJson = False,
    save: SaveTo = None,
) -> None:
    """Tell the peak memory of ingesting made pages, each number in a process of its own."""
    from evals.bench.memory import memory_of_ingesting

    report = memory_of_ingesting(sizes or [1_000, 10_000])
    _tell(report, as_json=as_json, save=save)
    raise typer.Exit(1 if report.broken else 0)


def _need(module: str, option: str, *, wanted: bool) -> None:
    """Refuse an option whose library only a developer's environment has."""
    from importlib.util import find_spec

    if wanted and find_spec(module) is None:
        raise typer.BadParameter(
            f"{option} needs {module}, which `python3 start.py test` installs", param_hint=option
        )


def _tell(report: "Report", *, as_json: bool, save: Path | None) -> None:
    from rich.console import Console

    from evals.report import report_json
    from evals.table import show

    if save is not None:
        save.write_text(report_json(report), encoding="utf-8")
    if as_json:
        typer.echo(report_json(report))
    else:
        show(report, Console())
