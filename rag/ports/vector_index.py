"""The port to the vector index, which can always be rebuilt from the catalogue."""

from collections.abc import Sequence
from typing import Protocol

from rag.ports.embedder import Vectors
from rag.values.shelves import Edition


class VectorIndex(Protocol):
    """Approximate nearest neighbours by cosine similarity, of pages' own passages.

    Readers' comments are not among them: their vectors are made when somebody asks for them.
    """

    def add(self, edition: Edition, ids: Sequence[str], vectors: Vectors) -> None:
        """Store vectors under new ids; ids already there are left as they are."""
        ...

    def remove(self, ids: Sequence[str]) -> None:
        """Forget these ids in every edition; unknown ones are ignored."""
        ...

    def nearest(self, edition: Edition, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, cosine similarity), best first."""
        ...

    def count(self, edition: Edition) -> int:
        """Return how many vectors stand there."""
        ...

    def settle(self) -> None:
        """Make what was changed safe for others to open."""
        ...

    def close(self) -> None:
        """Release files and threads; nothing else may be called afterwards."""
        ...
