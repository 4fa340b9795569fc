"""The plain searches that ours is measured against: BM25 over whole articles, vectors alone."""

import re
import sqlite3
from collections.abc import Iterable

import numpy as np

from evals.newsquiz.rankings import distinct
from rag.ports.embedder import Vectors

WORD = re.compile(r"\w+")


class PlainBm25:
    """SQLite's own BM25 over whole texts, with its default word splitting and parameters."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Index (key, text) pairs in memory."""
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE texts USING fts5(key UNINDEXED, text)")
        self._db.executemany("INSERT INTO texts VALUES (?, ?)", texts)

    def search(self, question: str, limit: int) -> tuple[str, ...]:
        """Return the keys of the best texts that hold any word of the question, best first."""
        query = " OR ".join(f'"{word}"' for word in WORD.findall(question))
        if not query:
            return ()
        rows = self._db.execute(
            "SELECT key FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?", (query, limit)
        )
        return tuple(key for (key,) in rows)


class PlainVectors:
    """Exact search over all vectors; an article stands where its best passage stands."""

    def __init__(self, keys: list[str], vectors: Vectors) -> None:
        """Hold one key (of the article) and one unit vector for every passage."""
        self._keys = keys
        self._vectors = vectors

    def search(self, vector: Vectors, limit: int) -> tuple[str, ...]:
        """Return the keys of the articles with the nearest passages, best first."""
        order = np.argsort(-(self._vectors @ vector), kind="stable")
        return distinct((self._keys[i] for i in order), limit)
