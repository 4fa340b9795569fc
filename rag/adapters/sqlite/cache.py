"""Vectors by what they were computed from, so that no text is embedded twice."""

import hashlib
from collections.abc import Sequence

import numpy as np
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from rag.adapters.sqlite.schema import vectors
from rag.ports.embedder import Vectors

_AT_ONCE = 500
"""Parameters in one query; older SQLite allows 999."""
_VECTOR = insert(vectors).on_conflict_do_nothing()


def digest_of(embedder: str, text: str) -> bytes:
    """Return the key of the vector that this embedder makes of `text`."""
    digest = hashlib.sha256(embedder.encode("utf-8", "surrogatepass"))
    digest.update(b"\0")
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()


def vector_of(stored: bytes | None) -> Vectors:
    """Return the vector that was stored; ValueError where there is none that can be read."""
    if stored is None:
        raise ValueError("a passage has lost its vector")
    return np.frombuffer(stored, dtype="<f4").astype(np.float32)


def cached(connection: Connection, embedder: str, texts: Sequence[str]) -> dict[str, Vectors]:
    """Return the stored vectors of those of `texts` that have one."""
    by_digest = {digest_of(embedder, text): text for text in texts}
    digests = list(by_digest)
    found: dict[str, Vectors] = {}
    for first in range(0, len(digests), _AT_ONCE):
        query = select(vectors.c.digest, vectors.c.vector).where(
            vectors.c.digest.in_(digests[first : first + _AT_ONCE])
        )
        for digest, blob in connection.execute(query):
            found[by_digest[digest]] = vector_of(blob)
    return found


def keep(connection: Connection, digests: Sequence[bytes], rows: Vectors) -> None:
    """Store these vectors under their digests, where there is none yet."""
    if digests:
        blobs = [row.tobytes() for row in rows.astype("<f4")]
        connection.execute(
            _VECTOR,
            [
                {"digest": digest, "vector": blob}
                for digest, blob in zip(digests, blobs, strict=True)
            ],
        )
