"""An embedder that remembers the last few thousand sentences.

Those of a much asked article come again and again, and embedding them takes longer than
everything else that an answer does with them.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from rag.ports.embedder import Embedder, Vectors

_KEPT = 8_192
_QUERIES = 8
"""One answer looks at its question more than once; the next question is another one."""


class Remembered:
    """An Embedder in front of another one; threads may share it."""

    def __init__(self, embedder: Embedder, kept: int = _KEPT) -> None:
        self._embedder = embedder
        self._kept = kept
        self._rows: OrderedDict[str, Vectors] = OrderedDict()
        self._queries: OrderedDict[str, Vectors] = OrderedDict()
        self._turn = threading.Lock()

    @property
    def name(self) -> str:
        """Identify the vector space: the embedder's behind."""
        return self._embedder.name

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return self._embedder.dimension

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text, computed only for those not remembered."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        known = {text: row for text in texts if (row := self._recall(self._rows, text)) is not None}
        missing = list(dict.fromkeys(text for text in texts if text not in known))
        if missing:
            for text, row in zip(missing, self._embedder.passages(missing), strict=True):
                known[text] = row
                self._keep(self._rows, text, row, self._kept)
        return np.stack([known[text] for text in texts])

    def query(self, text: str) -> Vectors:
        """Return the vector of a query."""
        found = self._recall(self._queries, text)
        if found is None:
            found = self._embedder.query(text)
            self._keep(self._queries, text, found, _QUERIES)
        return found

    def _recall(self, store: OrderedDict[str, Vectors], text: str) -> Vectors | None:
        with self._turn:
            if text in store:
                store.move_to_end(text)
            return store.get(text)

    def _keep(self, store: OrderedDict[str, Vectors], text: str, row: Vectors, most: int) -> None:
        # A row of a batch would keep the whole batch in memory.
        copy = np.array(row, dtype=np.float32)
        copy.flags.writeable = False
        with self._turn:
            store[text] = copy
            while len(store) > most:
                store.popitem(last=False)
