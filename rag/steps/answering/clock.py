"""Where the time of an answer went."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Milliseconds spent, by step."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Add the time that the block takes to the step of that name."""
        started = time.perf_counter()
        try:
            yield
        finally:
            passed = (time.perf_counter() - started) * 1000
            self.spent[name] = round(self.spent.get(name, 0.0) + passed, 3)
