"""An ingest that kills its own process at a chosen step, for the tests of what is left behind.

A step is a statement or a commit of the catalogue, or a change of the vector index, before and
after. `rehearse` counts them.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from made_articles import captured, read_plainly
from sqlalchemy import Engine, event
from word_vectors import WordVectors

from ingest import Capture
from rag.adapters.chroma import ChromaIndex
from rag.adapters.sqlite import open_catalogue
from rag.wiring.ingesting import ingest_captures, remove_articles


def script(folder: Path) -> Iterator[str]:
    """Fill an archive, change it, and remove from it; yield what is reported as stored."""
    embedder = WordVectors()
    for captures in (_first(), _second()):
        for told in ingest_captures(captures, folder, embedder, readings=read_plainly):
            yield str(told.article_id)
    catalogue = open_catalogue(folder)
    doomed = [one.id for one in catalogue.summaries() if one.file == "doomed.txt"]
    catalogue.close()
    remove_articles(doomed, folder, embedder)


def _first() -> Sequence[Capture]:
    return [_long("kept"), _long("changing"), _long("doomed")]


def _second() -> Sequence[Capture]:
    return [_long("kept"), _long("changing", "new"), _long("added")]


def _long(name: str, word: str = "old") -> Capture:
    lines = (" ".join(f"{name}{word}{n}" for n in range(first, first + 90)) for first in (0, 90))
    return captured("\n".join(lines), f"{name}.txt")


def run_until(folder: Path, fatal: int, told: Path) -> None:
    """Run the script; at step `fatal` the process is gone. What was reported goes into `told`."""

    def reached(step: int) -> None:
        if step == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    with _steps(reached), told.open("a") as file:
        for article_id in script(folder):
            file.write(f"{article_id}\n")
            file.flush()


def rehearse(folder: Path) -> int:
    """Run the script to its end and return how many steps it took."""
    counted = 0

    def reached(step: int) -> None:
        nonlocal counted
        counted = step

    with _steps(reached):
        list(script(folder))
    return counted


@contextmanager
def _steps(reached: Callable[[int], None]) -> Iterator[None]:
    count = 0

    def step(*_: object, **__: object) -> None:
        nonlocal count
        count += 1
        reached(count)

    def around(change: Callable[..., None]) -> Callable[..., None]:
        def stepping(*arguments: Any) -> None:
            step()
            change(*arguments)
            step()

        return stepping

    add, remove = ChromaIndex.add, ChromaIndex.remove
    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)
    ChromaIndex.add, ChromaIndex.remove = around(add), around(remove)  # type: ignore[method-assign]
    try:
        yield
    finally:
        ChromaIndex.add, ChromaIndex.remove = add, remove  # type: ignore[method-assign]
        event.remove(Engine, "before_cursor_execute", step)
        event.remove(Engine, "commit", step)
