"""Opens the archives that are examined: an existing one, or one made for the occasion."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from evals.newsquiz.plain_search import PlainVectors
from evals.progress import progress
from ingest import ARTICLE_VOICES, Capture
from rag.ports.embedder import Embedder

if TYPE_CHECKING:
    from rag.wiring.archive import Archive
    from rag.wiring.storage import Reading

BATCH = 500
"""Passages asked for at a time."""


def configured(folder: Path | None) -> Path:
    """Return that folder, or the one that the settings name."""
    from rag.adapters.settings import Settings

    return folder or Settings().archive


@contextmanager
def opened(folder: Path | None) -> Iterator[tuple["Archive", str]]:
    """Open the archive in that folder, or the configured one; yield it with its description.

    Raises:
        ArchiveError: it is missing, damaged or made by another version.

    """
    from rag.adapters.settings import Settings
    from rag.wiring.archive import open_archive

    settings = Settings() if folder is None else Settings(archive=folder)
    with open_archive(settings.archive, settings) as archive:
        held = archive.coverage()
        yield archive, f"{settings.archive.name} ({held.articles} articles)"


@contextmanager
def growing(
    folder: Path | None, captures: Sequence[Capture]
) -> Iterator[tuple["Archive", "Exact"]]:
    """Ingest captures into that archive, or a temporary one; yield it with its exact search."""
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings
    from rag.wiring.archive import Archive
    from rag.wiring.ingesting import ingest_captures
    from rag.wiring.storage import open_reading

    with TemporaryDirectory(prefix="onrecord-eval-") as temporary:
        settings = Settings(archive=folder or Path(temporary))
        embedder = load_embedder(settings)
        with progress("ingesting") as step:
            for _ in ingest_captures(captures, settings.archive, embedder):
                step(len(captures))
        reading = open_reading(settings.archive, embedder)
        with Archive(reading, embedder) as archive:
            yield archive, Exact(reading, embedder)


class Exact:
    """Exact search by vectors alone, over every passage of an archive's articles."""

    def __init__(self, reading: "Reading", embedder: Embedder) -> None:
        """Read all vectors into memory."""
        self._index = reading.index
        self._embedder = embedder
        catalogue = reading.catalogue
        passages = catalogue.passages_of([one.id for one in catalogue.summaries()])
        told = [passage for passage in passages if passage.voice in ARTICLE_VOICES]
        ids = [passage.id for passage in told]
        batches = (ids[at : at + BATCH] for at in range(0, len(ids), BATCH))
        rows = np.concatenate([catalogue.vectors(batch) for batch in batches])
        self._articles = PlainVectors([passage.article_id for passage in told], rows)
        self._passages = PlainVectors(ids, rows)

    def articles(self, question: str, limit: int) -> Sequence[str]:
        """Return the ids of the articles with the nearest passages, best first."""
        return self._articles.search(self._embedder.query(question), limit)

    def recall(self, question: str, limit: int) -> float:
        """Return the share of the truly nearest passages that the vector index finds."""
        vector = self._embedder.query(question)
        nearest = set(self._passages.search(vector, limit))
        found = {passage for passage, _ in self._index.nearest("current", vector, limit)}
        return len(nearest & found) / len(nearest)
