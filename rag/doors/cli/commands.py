"""All commands of the product itself, for the root command to join."""

from collections.abc import Callable

import typer

from rag.doors.cli.ask import ask
from rag.doors.cli.check import check
from rag.doors.cli.doctor import doctor
from rag.doors.cli.ingest import ingest
from rag.doors.cli.list import list_articles
from rag.doors.cli.quotes import quotes
from rag.doors.cli.remove import remove
from rag.doors.cli.search import search
from rag.doors.cli.serve import serve
from rag.doors.cli.show import show
from rag.doors.cli.status import status

_COMMANDS: dict[str, Callable[..., None]] = {
    "serve": serve,
    "ingest": ingest,
    "ask": ask,
    "quotes": quotes,
    "check": check,
    "search": search,
    "show": show,
    "list": list_articles,
    "status": status,
    "remove": remove,
    "doctor": doctor,
}


def add_commands(app: typer.Typer) -> None:
    """Add the commands to `app`, in the order in which people need them."""
    for name, command in _COMMANDS.items():
        app.command(name)(command)
