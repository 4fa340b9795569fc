"""An asynchronous source of text read from an ordinary thread, under one deadline for everything.

A client's own time-outs are for each read, so an endpoint that trickles would never meet them; and
looking up a name has none. Here the source runs in an event loop on a thread of its own, where it
can be ended at any await, and whoever reads waits no longer than the deadline whatever it does.
"""

import asyncio
import contextlib
import contextvars
import queue
import threading
import time
from collections.abc import AsyncGenerator, Callable, Iterator

BEAT_S = 0.5
"""After so long without a word the reader is given an empty one, and may leave."""
GRACE_S = 0.5
"""What the source's thread is given to end by itself before its reader stops waiting."""

Source = Callable[[], AsyncGenerator[str, None]]


def read_within(source: Source, seconds: float) -> Iterator[str]:
    """Yield what the source yields; raise its error, or TimeoutError once `seconds` have passed.

    While it is silent, yield nothing but "" at every beat. When the reader leaves, the source is
    cancelled.
    """
    running = _Running(source, seconds)
    ends = time.monotonic() + seconds + GRACE_S
    try:
        while True:
            try:
                item = running.items.get(timeout=max(0.0, min(BEAT_S, ends - time.monotonic())))
            except queue.Empty:
                if time.monotonic() >= ends:
                    raise TimeoutError from None
                yield ""
                continue
            if item is None:
                return
            if time.monotonic() > ends:
                raise TimeoutError  # a reader too slow for what comes has had its time, too
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        running.stop()


class _Running:
    """The source on its thread; `items` ends with None or an error."""

    def __init__(self, source: Source, seconds: float) -> None:
        self.items: queue.SimpleQueue[str | BaseException | None] = queue.SimpleQueue()
        self._source, self._seconds = source, seconds
        self._turn = threading.Lock()
        self._stopped = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        context = contextvars.copy_context()
        # A daemon: a name server that never answers must not keep the program from ending.
        threading.Thread(target=context.run, args=(self._work,), daemon=True).start()

    def stop(self) -> None:
        """End the source if it still runs."""
        with self._turn:
            self._stopped = True
            if self._loop is not None and self._task is not None:
                self._loop.call_soon_threadsafe(self._task.cancel)

    def _work(self) -> None:
        try:
            asyncio.run(self._pass_on())
        except BaseException as error:  # handed to the reader, whatever it is
            self.items.put(error if isinstance(error, Exception) else TimeoutError())
        else:
            self.items.put(None)

    async def _pass_on(self) -> None:
        with self._turn:
            if self._stopped:
                return
            self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        try:
            async with asyncio.timeout(self._seconds):
                async with contextlib.aclosing(self._source()) as pieces:
                    async for piece in pieces:
                        self.items.put(piece)
        finally:
            with self._turn:
                self._loop = None
