"""Lines that other pages of the same site have too."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.phrases import fold

_LEAST_PAGES = 3


@dataclass(frozen=True, slots=True)
class Repeated:
    """What stands on many pages of one site, in folded form: its menus, footers and notices."""

    lines: frozenset[str] = frozenset()

    def has(self, folded: str) -> bool:
        """Return whether a line with this folded text is the site's own."""
        return folded in self.lines


def repeated_lines(pages: Iterable[str], share: float = 0.3) -> Repeated:
    """Return the lines that stand on at least `share` of the texts of one site's `pages`.

    Below three pages nothing counts as repeated. Copies of one text count once.
    """
    counts: Counter[str] = Counter()
    total = 0
    for text in set(pages):
        total += 1
        counts.update({fold(line) for line in text.splitlines()} - {""})
    least = max(_LEAST_PAGES, share * total)
    return Repeated(frozenset(line for line, count in counts.items() if count >= least))
