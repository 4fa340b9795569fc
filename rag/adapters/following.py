"""A vector index that keeps up with what other processes write."""

import gc
import logging
import threading
import time
from collections.abc import Callable, Sequence

from rag.ports.embedder import Vectors
from rag.ports.vector_index import VectorIndex
from rag.values.errors import ArchiveDamaged, ArchiveError
from rag.values.shelves import Edition

_PAUSE_S = 1.0
"""Between two looks at new files: during an ingest they change all the time."""

_log = logging.getLogger(__name__)


class FollowingIndex:
    """A VectorIndex for reading; threads may share it.

    Answers come from the files as they were last opened. When `generation` has moved on, one
    query opens them anew first, unless they are being written at that moment: then the old ones
    serve on, and a later query tries again.
    """

    def __init__(
        self,
        index: VectorIndex,
        seen: int,
        generation: Callable[[], int],
        reopen: Callable[[], VectorIndex | None],
        *,
        pause_s: float = _PAUSE_S,
    ) -> None:
        """Start from `index`, opened at generation `seen` or later.

        `reopen` returns it as it is now, or None where it must not be opened now.
        """
        self._index = index
        self._seen = seen
        self._generation = generation
        self._reopen = reopen
        self._pause_s = pause_s
        self._opened = -pause_s
        self._turn = threading.Lock()

    def nearest(self, edition: Edition, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, cosine similarity), best first."""
        try:
            return self._current().nearest(edition, vector, limit)
        except ArchiveDamaged:
            # The files were made anew under a client that knows the old ones.
            with self._turn:
                self._follow(self._generation())
            return self._index.nearest(edition, vector, limit)

    def count(self, edition: Edition) -> int:
        """Return how many vectors stand there."""
        return self._current().count(edition)

    def _current(self) -> VectorIndex:
        generation = self._generation()
        due = generation != self._seen and time.monotonic() - self._opened >= self._pause_s
        if due and self._turn.acquire(blocking=False):
            try:
                self._follow(generation)
            except ArchiveError as error:
                _log.warning("keeping the vectors of generation %d: %s", self._seen, error)
            finally:
                self._turn.release()
        return self._index

    def _follow(self, generation: int) -> None:
        before, self._opened = self._opened, time.monotonic()
        newer = self._reopen()
        if newer is None:
            self._opened = before  # It was a look at a lock only, and may be the next query's.
            return
        # The old one is not closed: other threads' queries may still be running on it.
        self._index, self._seen = newer, generation
        # Chroma's clients refer to themselves in circles, and each holds threads and files.
        gc.collect()
        _log.info("took in the vectors of generation %d", generation)

    def add(self, edition: Edition, ids: Sequence[str], vectors: Vectors) -> None:
        """Refuse: an index for reading is not written."""
        raise TypeError("this vector index was opened for reading")

    def remove(self, ids: Sequence[str]) -> None:
        """Refuse: an index for reading is not written."""
        raise TypeError("this vector index was opened for reading")

    def settle(self) -> None:
        """Refuse: an index for reading is not written."""
        raise TypeError("this vector index was opened for reading")

    def close(self) -> None:
        """Release files and threads."""
        self._index.close()
