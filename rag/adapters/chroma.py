"""The vector index on Chroma, embedded.

Three measured facts shape this file. A client reads the vector files once and never again, so a
server must open a new one to see what another process wrote. A client that opens while another
writes, or two that write, damage the index without an error, so both happen under a lock. And an
interrupted write can leave the files unreadable for good: they are then made anew from the
catalogue.
"""

import hashlib
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rag.adapters.disk import is_full, storage_full
from rag.adapters.lock import vectors_lock
from rag.adapters.seal import condition, seal, unseal
from rag.ports.embedder import Vectors
from rag.values.errors import ArchiveDamaged
from rag.values.shelves import EDITIONS, Edition

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api import ClientAPI


_AT_ONCE = 500
"""Chroma copies a batch several times over: 2,000 vectors take 30 MiB more and as long a vector.

It refuses batches above 5,461.
"""
_SEARCHED = 200
"""Candidates that a search keeps (`ef_search`): the default of 100 misses more neighbours."""

_LEAST_ASKED = 100
"""Neighbours always asked for: among fewer the index misses more, and of those alike one or other.

`onrecord eval run realtimeqa` prints the recall. A denser graph helps less, and takes two to three
times as long to build.
"""

_opening = threading.Lock()
"""Chroma keeps its open clients in one table for the whole process."""


class ChromaIndex:
    """A VectorIndex on the vector files of one archive, as they were when it was opened."""

    def __init__(self, folder: Path, files: Path, embedder: str, dimension: int) -> None:
        """Open the files of the archive at `folder`, or make them; the vectors lock is held."""
        self._folder = folder
        self._files = files
        with _failures(folder):
            client = _client(files)
            self._editions: dict[Edition, Collection] = {
                edition: client.get_or_create_collection(
                    f"{edition}-{_space(embedder)}",
                    embedding_function=None,
                    configuration={"hnsw": {"space": "cosine", "ef_search": _SEARCHED}},
                )
                for edition in EDITIONS
            }
            # Loads the files now, under the lock, and shows here whether they can be read.
            for edition in EDITIONS:
                self._query(edition, np.full(dimension, dimension**-0.5, np.float32), 1)

    def add(self, edition: Edition, ids: Sequence[str], vectors: Vectors) -> None:
        """Store vectors under new ids; ids already there are left as they are."""
        for first in range(0, len(ids), _AT_ONCE):
            batch = list(ids[first : first + _AT_ONCE])
            with vectors_lock(self._folder), _failures(self._folder):
                there = set(self._editions[edition].get(ids=batch, include=[])["ids"])
                fresh = [n for n, one in enumerate(batch) if one not in there]
                if fresh:
                    unseal(self._files)
                    self._editions[edition].add(
                        ids=[batch[n] for n in fresh],
                        embeddings=vectors[[first + n for n in fresh]],
                    )

    def remove(self, ids: Sequence[str]) -> None:
        """Forget these ids in every edition; unknown ones are ignored."""
        for first in range(0, len(ids), _AT_ONCE):
            batch = list(ids[first : first + _AT_ONCE])
            for collection in self._editions.values():
                with vectors_lock(self._folder), _failures(self._folder):
                    there = collection.get(ids=batch, include=[])["ids"]
                    if there:
                        unseal(self._files)
                        collection.delete(ids=there)

    def nearest(self, edition: Edition, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """Return up to `limit` (passage id, cosine similarity), best first."""
        if limit < 1:
            return []
        with _failures(self._folder):
            return self._query(edition, vector, limit)

    def _query(self, edition: Edition, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        found = self._editions[edition].query(
            query_embeddings=vector.astype(np.float32).reshape(1, -1),
            n_results=max(limit, _LEAST_ASKED),
            include=["distances"],
        )
        distances = found["distances"] or [[]]
        pairs = [*zip(found["ids"][0], distances[0], strict=True)][:limit]
        return [(one, 1.0 - distance) for one, distance in pairs]

    def settle(self) -> None:
        """Vouch for the files, so that others may open them; they are not changing."""
        with vectors_lock(self._folder):
            if condition(self._files) == "unsealed":
                seal(self._files)

    def count(self, edition: Edition) -> int:
        """Return how many vectors stand there."""
        with _failures(self._folder):
            return self._editions[edition].count()

    def close(self) -> None:
        """Let go of the collections; Chroma closes its files when the last query has ended."""
        self._editions = {}


def _client(files: Path) -> "ClientAPI":
    """Return a client that has read nothing yet."""
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    with _opening:
        # Without this the process's first client is handed out again, with what it read then.
        # Clients that are still in use go on working.
        SharedSystemClient.clear_system_cache()
        return chromadb.PersistentClient(
            path=str(files), settings=Settings(anonymized_telemetry=False)
        )


@contextmanager
def _failures(folder: Path) -> Iterator[None]:
    """Turn Chroma's errors into ours: its files are a copy, so any can be mended."""
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, ValueError, RuntimeError, OSError) as error:
        raise _ours(folder, error) from error
    except BaseException as error:
        # A panic in Chroma's native part is no Exception, and carries no importable type.
        if type(error).__name__ != "PanicException":
            raise
        raise _ours(folder, error) from error


def _ours(folder: Path, error: BaseException) -> Exception:
    if is_full(folder):
        return storage_full(folder)
    return ArchiveDamaged(
        f"the vector files of the archive at {folder} cannot be used ({error}): "
        "the next command that opens it makes them anew from the catalogue"
    )


def _space(embedder: str) -> str:
    """Return a collection name's part that is readable and belongs to this embedder alone."""
    readable = re.sub(r"[^a-zA-Z0-9]+", "-", embedder)[:40].strip("-")
    return f"{readable}-{hashlib.sha256(embedder.encode()).hexdigest()[:12]}"
