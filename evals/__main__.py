"""The evaluations on their own: `python -m evals eval run …`."""

import sys

import typer

from evals.cli import bench_app, eval_app
from rag.values.errors import OnRecordError


def main() -> None:
    """Run the commands; an error that the user can mend is told without a trace."""
    app = typer.Typer(no_args_is_help=True, add_completion=False)
    app.add_typer(eval_app)
    app.add_typer(bench_app)
    try:
        app()
    except OnRecordError as error:
        typer.echo(str(error), err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
