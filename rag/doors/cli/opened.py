"""The settings and the archive that a command works with, imported when it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.adapters.settings import Settings
    from rag.wiring.archive import Archive


def settings_for(archive: Path | None) -> "Settings":
    """Return the settings, with the command line's archive folder when it names one."""
    from rag.adapters.settings import Settings

    return Settings() if archive is None else Settings(archive=archive)


@contextmanager
def opened(archive: Path | None) -> "Iterator[Archive]":
    """Open the archive for the block. Raises ArchiveMissing and its kin."""
    from rag.wiring.archive import open_archive

    settings = settings_for(archive)
    with open_archive(settings.archive, settings) as opened_archive:
        yield opened_archive
