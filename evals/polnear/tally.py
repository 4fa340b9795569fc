"""Counts by name, from which shares are made."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """For each name, how many items there were and how many of them were hits."""

    hits: Counter[str] = field(default_factory=Counter)
    items: Counter[str] = field(default_factory=Counter)

    def count(self, name: str, hit: bool) -> None:
        """Add one item, which is a hit or not."""
        self.add(name, int(hit), 1)

    def add(self, name: str, hits: int, items: int) -> None:
        """Add several items at once."""
        self.hits[name] += hits
        self.items[name] += items

    def share(self, name: str) -> float | None:
        """Return hits by items; none without items."""
        return self.hits[name] / self.items[name] if self.items[name] else None
