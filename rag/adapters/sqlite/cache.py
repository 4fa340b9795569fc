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


def keep(connection: Connection, embedder: str, texts: Sequence[str], rows: Vectors) -> list[int]:
    """Store the vector of each text, where there is none yet, and return their keys in order."""
    digests = [digest_of(embedder, text) for text in texts]
    if digests:
        connection.execute(
            insert(vectors).on_conflict_do_nothing(),
            [
                {"digest": digest, "vector": row.astype("<f4").tobytes()}
                for digest, row in zip(digests, rows, strict=True)
            ],
        )
    return [key for key in keys_of(connection, embedder, texts) if key is not None]


def keys_of(connection: Connection, embedder: str, texts: Sequence[str]) -> list[int | None]:
    """Return the key of each text's vector in order, None where there is none."""
    digests = [digest_of(embedder, text) for text in texts]
    keys: dict[bytes, int] = {}
    for first in range(0, len(digests), _AT_ONCE):
        wanted = vectors.c.digest.in_(digests[first : first + _AT_ONCE])
        for key, digest in connection.execute(
            select(vectors.c.key, vectors.c.digest).where(wanted)
        ):
            keys[digest] = key
    return [keys.get(digest) for digest in digests]
