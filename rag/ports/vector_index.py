"""The port to the vector index, which can always be rebuilt from the catalogue."""

from collections.abc import Sequence
from typing import Literal, Protocol

from ingest import Voice
from rag.ports.embedder import Vectors

Shelf = Literal["article", "comment"]
SHELVES: tuple[Shelf, ...] = ("article", "comment")
"""Comments stand on a shelf of their own, so that leaving them out costs no filter."""


class VectorIndex(Protocol):
    """Approximate nearest neighbours by cosine similarity."""

    def add(self, shelf: Shelf, ids: Sequence[str], vectors: Vectors) -> None:
        """Store vectors under new ids; ids already there are left as they are."""
        ...

    def remove(self, ids: Sequence[str]) -> None:
        """Forget these ids on every shelf; unknown ones are ignored."""
        ...

    def nearest(self, shelf: Shelf, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, cosine similarity), best first."""
        ...

    def count(self, shelf: Shelf) -> int:
        """Return how many vectors stand on the shelf."""
        ...

    def settle(self) -> None:
        """Make what was changed safe for others to open."""
        ...

    def close(self) -> None:
        """Release files and threads; nothing else may be called afterwards."""
        ...


def shelf_of(voice: Voice) -> Shelf:
    """Return the shelf that passages of this voice stand on."""
    return "comment" if voice is Voice.COMMENT else "article"
