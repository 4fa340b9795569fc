"""The port to whatever turns text into vectors."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Turns passages and queries into unit-length vectors of one space."""

    @property
    def name(self) -> str:
        """Identify the vector space; stored in the archive's manifest and never mixed."""
        ...

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text."""
        ...

    def query(self, text: str) -> Vectors:
        """Return one vector (one dimension)."""
        ...
