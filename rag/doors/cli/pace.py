"""How far and how fast a job goes, in words."""

from collections import deque
from dataclasses import dataclass, field

_SECONDS = 20.0
"""Back from now: a job that first passes over what is there already gets slower later."""


@dataclass
class Pace:
    """What was done when, as far back as the rate is taken from."""

    _seen: deque[tuple[float, int]] = field(default_factory=deque)

    def told(self, done: int, total: int | None, now: float) -> str:
        """Return how many files are done, of how many, and how many a second, at `now` seconds."""
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] > _SECONDS:
            self._seen.popleft()
        then, before = self._seen[0]
        whole = "" if total is None else f" of {total:,}"
        rate = f" · {(done - before) / (now - then):,.1f} a second" if now > then else ""
        return f"{done:,}{whole}{rate}"
