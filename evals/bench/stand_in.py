"""A stand-in for the embedding model where its time is not what is measured."""

import zlib
from collections.abc import Sequence

import numpy as np

from rag.ports.embedder import Embedder, Vectors

WORDS_KEPT = 4_096
"""Words whose vectors are remembered: 6 MiB, so that what is measured is not the stand-in."""


class StandIn:
    """Vectors of a text are sums of random vectors of its words: alike where words are shared.

    It bears the name of the embedder that it stands in for, so that an archive made with it opens;
    a query costs what it costs with the real one, whose vector is computed and dropped.
    """

    def __init__(self, real: Embedder) -> None:
        """Stand in for `real`."""
        self._real = real
        self._words: dict[str, Vectors] = {}

    @property
    def name(self) -> str:
        """The name of the real one."""
        return self._real.name

    @property
    def dimension(self) -> int:
        """The dimension of the real one."""
        return self._real.dimension

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector per text."""
        return np.stack([self._vector(text) for text in texts])

    def query(self, text: str) -> Vectors:
        """Return the vector of a question, in the time that the real one takes."""
        self._real.query(text)
        return self._vector(text)

    def _vector(self, text: str) -> Vectors:
        total = np.zeros(self.dimension, dtype=np.float32)
        # Each word once: what is common in every text would make all vectors near copies.
        for word in dict.fromkeys(text.lower().split() or [""]):
            total += self._word(word)
        unit: Vectors = total / np.linalg.norm(total)
        return unit

    def _word(self, word: str) -> Vectors:
        if word not in self._words:
            if len(self._words) >= WORDS_KEPT:
                self._words.clear()
            source = np.random.default_rng(zlib.crc32(word.encode("utf-8", "replace")))
            self._words[word] = source.standard_normal(self.dimension, dtype=np.float32)
        return self._words[word]
