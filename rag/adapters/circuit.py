"""A switch that stops asking what keeps failing, so that nobody waits for it in vain."""

import threading
import time
from collections.abc import Callable
from typing import Final

FAILURES: Final = 3
"""In a row; then nothing is asked for a while."""
REST_S: Final = 30.0
"""After that one caller may try, and one more for each rest that passes."""


class Circuit:
    """Counts failures in a row. Threads may share it."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """`now` returns seconds that only grow."""
        self._now = now
        self._turn = threading.Lock()
        self._failures = 0
        self._again = 0.0

    def admits(self) -> bool:
        """Return whether to ask; after a rest, one caller is let through to try."""
        with self._turn:
            if self._failures < FAILURES:
                return True
            if self._now() < self._again:
                return False
            self._again = self._now() + REST_S
            return True

    def succeeded(self) -> None:
        """Take note that an answer came."""
        with self._turn:
            self._failures = 0

    def failed(self) -> None:
        """Take note of a failure."""
        with self._turn:
            self._failures += 1
            self._again = self._now() + REST_S
