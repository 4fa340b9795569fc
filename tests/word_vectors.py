"""A tiny embedder for tests of storage: each word adds a fixed direction."""

import hashlib
from collections.abc import Sequence
from typing import Final

import numpy as np

from rag.ports.embedder import Vectors


class WordVectors:
    """Unit vectors that are near where texts share words; counts what it was asked for."""

    name: Final = "word-vectors"
    dimension: Final = 32

    def __init__(self) -> None:
        self.embedded = 0

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        rows = [self.query(text) for text in texts]
        return np.stack(rows) if rows else np.empty((0, self.dimension), np.float32)

    def query(self, text: str) -> Vectors:
        total = np.full(self.dimension, 1e-3, np.float32)
        for word in text.casefold().split():
            seed = int.from_bytes(hashlib.sha256(word.encode("utf-8", "replace")).digest()[:4])
            total += np.random.default_rng(seed).standard_normal(self.dimension).astype(np.float32)
        unit: Vectors = total / np.linalg.norm(total)
        return unit
