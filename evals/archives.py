"""Opens the archives that are examined: an existing one, or one made for the occasion."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evals.plain_search import PlainVectors
from evals.progress import progress
from ingest import ARTICLE_VOICES

if TYPE_CHECKING:
    from rag.wiring.archive import Archive

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
def growing(folder: Path | None, paths: Sequence[Path]) -> Iterator[tuple["Archive", Path]]:
    """Ingest the pages at these paths into that archive, or a temporary one; yield both."""
    from rag.adapters.settings import Settings
    from rag.wiring.archive import open_archive
    from rag.wiring.ingesting import ingest

    with TemporaryDirectory(prefix="onrecord-eval-") as temporary:
        settings = Settings(archive=folder or Path(temporary))
        with progress("ingesting") as step:
            for event in ingest(paths, settings.archive, settings):
                step(event.total or 0)
        with open_archive(settings.archive, settings) as archive:
            yield archive, settings.archive


@contextmanager
def vectors_alone(folder: Path) -> Iterator[Callable[[str, int], Sequence[str]]]:
    """Open an archive for exact search by vectors: from a question to article ids, best first."""
    import numpy as np

    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings
    from rag.wiring.storage import open_reading

    embedder = load_embedder(Settings(archive=folder))
    reading = open_reading(folder, embedder)
    catalogue = reading.catalogue
    passages = catalogue.passages_of([article.id for article in catalogue.summaries()])
    told = [p for p in passages if p.voice in ARTICLE_VOICES]
    batches = (told[at : at + BATCH] for at in range(0, len(told), BATCH))
    rows = [catalogue.vectors([p.id for p in batch]) for batch in batches]
    plain = PlainVectors([p.article_id for p in told], np.concatenate(rows))
    try:
        yield lambda question, limit: plain.search(embedder.query(question), limit)
    finally:
        reading.close()
