"""Opens the archives that are examined: an existing one, or one made for the occasion."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evals.progress import progress

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
def growing(folder: Path | None, paths: Sequence[Path]) -> Iterator["Archive"]:
    """Ingest the pages at these paths into that archive, or a temporary one, and yield it."""
    from rag.adapters.settings import Settings
    from rag.wiring.archive import open_archive
    from rag.wiring.ingesting import ingest

    with TemporaryDirectory(prefix="onrecord-eval-") as temporary:
        settings = Settings(archive=folder or Path(temporary))
        with progress("ingesting") as step:
            for event in ingest(paths, settings.archive, settings):
                step(event.total or 0)
        with open_archive(settings.archive, settings) as archive:
            yield archive


def nearest_vectors(archive: "Archive") -> Callable[[str, int], Sequence[str]]:
    """Return an exact search by vectors alone: from a question to article ids, best first."""
    raise NotImplementedError
