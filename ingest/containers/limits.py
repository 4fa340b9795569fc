"""How far a container may unfold."""

from collections.abc import Callable
from dataclasses import dataclass

CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on real, inflated bytes: what a container says of its own sizes is not believed."""

    member: int = 20_000_000
    """Of one page."""
    total: int = 20_000_000_000
    members: int = 1_000_000
    ratio: int = 200
    """Inflated bytes for each byte of the file, once more than one page's worth was inflated."""


class TooMuch(Exception):
    """A container goes over a limit; the message says which."""


def read_limited(read: Callable[[int], bytes], limit: int) -> bytes:
    """Return everything that `read` gives.

    Raises TooMuch as soon as it is more than `limit` bytes.
    """
    chunks: list[bytes] = []
    size = 0
    while chunk := read(CHUNK):
        size += len(chunk)
        if size > limit:
            raise TooMuch(f"it is too large (the limit is {limit / 1e6:.0f} MB)")
        chunks.append(chunk)
    return b"".join(chunks)


@dataclass
class Meter:
    """Counts what one container has given so far."""

    limits: Limits
    file_size: int
    members: int = 0
    inflated: int = 0

    def count(self, size: int) -> None:
        """Add one page; raises TooMuch when a limit of the whole container is passed."""
        self.members += 1
        self.pass_over(size)

    def pass_over(self, size: int) -> None:
        """Add bytes that were inflated and left; raises TooMuch as `count` does."""
        self.inflated += max(0, size)
        if self.members > self.limits.members:
            raise TooMuch(f"the archive holds more than {self.limits.members:,} files")
        if self.inflated > self.limits.total:
            raise TooMuch(f"the archive inflates to more than {self.limits.total / 1e9:.0f} GB")
        grown = self.inflated / max(1, self.file_size)
        if self.inflated > self.limits.member and grown > self.limits.ratio:
            raise TooMuch("the archive inflates far beyond its size, as only hostile ones do")
