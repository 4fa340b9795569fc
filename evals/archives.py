"""Opens the archives that are examined: an existing one, or one made for the occasion."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.wiring.archive import Archive


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
def made_of(paths: Sequence[Path]) -> Iterator["Archive"]:
    """Ingest the pages at these paths into a temporary archive and yield it."""
    from rag.adapters.settings import Settings
    from rag.wiring.archive import open_archive
    from rag.wiring.ingesting import ingest

    with TemporaryDirectory(prefix="onrecord-eval-") as name:
        folder = Path(name)
        settings = Settings(archive=folder)
        for _ in ingest(paths, folder, settings):
            pass
        with open_archive(folder, settings) as archive:
            yield archive
