"""The `onrecord` command: the product's commands and the evaluation's, joined above both.

An error that the user can mend becomes one line on stderr and an exit code; so does one that
nobody foresaw, with the way to see more. No command ends in a stack trace.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rag.doors.cli.commands import add_commands
from rag.doors.readable import readable
from rag.values.errors import OnRecordError

SOFTWARE_ERROR = 70
INTERRUPTED = 130


def main() -> None:
    """Run the command line and exit."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        command()(prog_name="onrecord")
    except OnRecordError as error:
        _fail(str(error), error.exit_code)
    except KeyboardInterrupt:
        _fail("stopped", INTERRUPTED)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        told = f"something went wrong ({type(error).__name__}: {error})"
        _fail(f"{told}; PYTHONDEVMODE=1 in the environment shows where", SOFTWARE_ERROR)


def command() -> typer.Typer:
    """Return the whole command line. Commands import what they need when they run."""
    from evals.cli import bench_app, eval_app

    app = typer.Typer(
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # takes a third of the time that --help may take
        add_completion=False,
        help="Ask a news archive who said what, when and where; every quote is checked.",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    add_commands(app)
    app.add_typer(eval_app)
    app.add_typer(bench_app)
    return app


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {_version()}")
        raise typer.Exit


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("onrecord")
    except PackageNotFoundError:  # run from a checkout that was not installed
        import tomllib

        project = Path(__file__).with_name("pyproject.toml").read_text("utf-8")
        return str(tomllib.loads(project)["project"]["version"])


def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def _fail(message: str, code: int) -> None:
    typer.echo(f"onrecord: {readable(message)}", err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
