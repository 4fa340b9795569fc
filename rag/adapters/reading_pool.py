"""Pages read in child processes, several at once, each with limits on time and memory.

Pages come from anywhere: one that loops, eats memory or crashes a parser costs its own reading
and nothing else.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest import Article, Capture, Rejection
from rag.steps.archiving.reading import read
from rag.values.errors import OnRecordError
from rag.values.progress import IngestEvent

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

MOST_SECONDS = 60.0
MOST_MEMORY = 2 * 1024**3
"""Bytes of address space of one reading process."""

_AHEAD = 4
"""Captures under way per process: enough to keep it busy while the others are stored."""
_AHEAD_BYTES = 64_000_000
_RENEWED_AFTER = 500
"""Pages after which a process is replaced, so that what parsers leave behind cannot pile up."""

_READY = ["__main__", "rag.adapters.forked", "ingest.ready"]
"""Imported once by the process from which those that read are forked."""
_MANY = 50
"""Pages from which it pays to load first what one in some ten asks for."""
_READY_FOR_MANY = [*_READY, "ingest.ready_for_many"]

Read = Callable[[Capture], Article | Rejection]


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one page may cost."""

    seconds: float = MOST_SECONDS
    memory: int = MOST_MEMORY


def make_ready(pages: int = 1) -> None:
    """Begin to load what reading so many pages needs, in a process of its own, and return at once.

    Reading begins with it in any case; called earlier, it is done while other things are loaded.
    """
    # Elsewhere, libraries that reckon in threads of their own do not outlive a fork.
    if sys.platform == "linux":
        from multiprocessing import forkserver

        forkserver.set_forkserver_preload(_READY_FOR_MANY if pages >= _MANY else _READY)
        with _deaf_to_interrupts():
            forkserver.ensure_running()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let processes started in the block leave Ctrl-C, which a terminal sends to all, to this one.

    They would tell of it in tracebacks. Signals can only be set by the main thread.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def read_in_processes(
    items: Iterable[Capture | IngestEvent],
    *,
    workers: int | None = None,
    limits: Limits = Limits(),
    read: Read = read,
) -> Iterator[tuple[Capture, Article | Rejection] | IngestEvent]:
    """Yield each capture with its article, or with why there is none; events pass through.

    Everything comes in the order in which it went in. Processes start with the first capture;
    `workers` is as many as there are cores, unless given. `read` must be importable by name.
    Raises OnRecordError where processes cannot be started.
    """
    workers = workers or os.cpu_count() or 1
    line = _Line(workers, limits, read)
    try:
        for item in items:
            line.enter(item)
            while line.is_full() or line.is_ready():
                yield line.first()
        while line.waiting:
            yield line.first()
    except BrokenProcessPool as error:
        raise OnRecordError(
            "the processes that read pages do not start. They import the program's main file "
            'again: a script that ingests must do so under `if __name__ == "__main__":`'
        ) from error
    finally:
        line.close()


class _Line:
    """Captures on their way through the processes, in order."""

    def __init__(self, workers: int, limits: Limits, read: Read) -> None:
        self._workers = workers
        self._limits = limits
        self._read = read
        self._pool: ProcessPool | None = None
        self.waiting: deque[tuple[Capture, ProcessFuture[Article | Rejection]] | IngestEvent] = (
            deque()
        )

    def enter(self, item: Capture | IngestEvent) -> None:
        if isinstance(item, IngestEvent):
            self.waiting.append(item)
            return
        if self._pool is None:
            self._pool = _started(self._workers, self._limits)
        future = self._pool.schedule(self._read, args=(item,), timeout=self._limits.seconds)
        self.waiting.append((item, future))

    def is_full(self) -> bool:
        held = [one[0] for one in self.waiting if not isinstance(one, IngestEvent)]
        size = sum(len(capture.content) for capture in held)
        return len(held) > _AHEAD * self._workers or (len(held) > 1 and size > _AHEAD_BYTES)

    def is_ready(self) -> bool:
        if not self.waiting:
            return False
        first = self.waiting[0]
        return isinstance(first, IngestEvent) or first[1].done()

    def first(self) -> tuple[Capture, Article | Rejection] | IngestEvent:
        first = self.waiting.popleft()
        if isinstance(first, IngestEvent):
            return first
        capture, future = first
        return capture, _result(capture, future, self._limits)

    def close(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()


def _result(
    capture: Capture, future: "ProcessFuture[Article | Rejection]", limits: Limits
) -> Article | Rejection:
    from pebble import ProcessExpired

    try:
        return future.result()
    except TookTooLong:
        return Rejection(capture.path, f"reading it takes longer than {limits.seconds:g} seconds")
    except MemoryError:
        return Rejection(capture.path, "reading it takes more memory than a page may have")
    except ProcessExpired:
        return Rejection(capture.path, "it crashed the process that read it")


def _started(workers: int, limits: Limits) -> "ProcessPool":
    from pebble import ProcessPool

    make_ready()
    # Forking a process that has threads can hang it, and ours has the model's and Chroma's.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPool(
        max_workers=workers,
        max_tasks=_RENEWED_AFTER,
        initializer=_confine,
        initargs=(limits.memory,),
        context=multiprocessing.get_context(method),
    )


def _confine(memory: int) -> None:
    """Limit this process, and leave Ctrl-C to the one that started it."""
    # What the process begins with stays to its end: no use in looking for garbage there.
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:  # not a Unix
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
