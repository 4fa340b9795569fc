"""A progress bar for a person who waits."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress


@contextmanager
def progress(label: str) -> Iterator[Callable[[int], None]]:
    """Show a bar on standard error when a person watches; yield its step, told the total."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(label, total=None)

        def step(total: int) -> None:
            bar.update(task, total=total, advance=1)

        yield step
