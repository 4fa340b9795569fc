"""`python -m evals.scripted_model`: serve until Ctrl-C, for trying any program by hand."""

import threading
from contextlib import suppress

import typer

from evals.scripted_model.behaviours import NAMES
from evals.scripted_model.server import ScriptedModel


def main() -> None:
    """Say where the model is and which names it knows, and serve."""
    with ScriptedModel() as model, suppress(KeyboardInterrupt):
        typer.echo("\n".join(NAMES))
        typer.echo(f"A model of any of these names, or of `cut: BYTE`, is at {model.url}")
        threading.Event().wait()


if __name__ == "__main__":
    main()
