"""What an archive was made with, written beside it: the first thing read of any archive.

Separate from the catalogue, so that a folder of another format is refused before its tables are
touched.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from rag.adapters.replacing import replace_text
from rag.values.errors import ArchiveDamaged, ArchiveError, ArchiveMismatch, ArchiveMissing

FORMAT = 4
"""Grows when a stored archive can no longer be read as it is."""

_FILE = "manifest.json"
_OWN = frozenset({_FILE, "writer.lock", "writer.json", "vectors.lock"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The choices that everything in an archive depends on."""

    format: int = FORMAT
    embedder: str
    dimension: int
    splitter: str


def read_manifest(folder: Path) -> Manifest:
    """Return the archive's manifest.

    Raises ArchiveMissing where there is none, ArchiveMismatch for another format version.
    """
    found = _found(folder)
    if found is None:
        raise ArchiveMissing(
            f"there is no archive at {folder}: make one with `onrecord ingest PATH --archive "
            f"{folder}`"
        )
    return found


def settle_manifest(folder: Path, wanted: Manifest) -> None:
    """Make a new archive's manifest, or check that the one there asks for the same.

    Raises ArchiveMismatch where it does not, or where the folder holds something else.
    """
    found = _found(folder)
    if found is not None:
        check_manifest(folder, found, wanted)
        return
    strangers = sorted(path.name for path in folder.iterdir() if path.name not in _OWN)
    if strangers:
        raise ArchiveMismatch(
            f"{folder} is not an archive and is not empty (it holds {strangers[0]!r}): "
            "name another folder with --archive"
        )
    replace_text(folder / _FILE, json.dumps(asdict(wanted), indent=1) + "\n")


def check_manifest(folder: Path, found: Manifest, wanted: Manifest) -> None:
    """Raise ArchiveMismatch, with the way out, where an archive was made with other choices."""
    for name in ("embedder", "dimension", "splitter"):
        was, now = getattr(found, name), getattr(wanted, name)
        if was != now:
            raise ArchiveMismatch(
                f"the archive at {folder} was made with {name} {was!r}, not {now!r}: go back to "
                f"{was!r}, or ingest the pages into a new folder with --archive"
            )


def _found(folder: Path) -> Manifest | None:
    if folder.exists() and not folder.is_dir():
        raise ArchiveMissing(
            f"{folder} is a file, and an archive is a folder: name one with --archive"
        )
    try:
        stored = json.loads((folder / _FILE).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except PermissionError as error:
        raise ArchiveError(f"the archive at {folder} may not be read: {error.strerror}") from error
    except ValueError as error:
        raise _damaged(folder) from error
    if not isinstance(stored, dict) or not isinstance(stored.get("format"), int):
        raise _damaged(folder)
    if stored["format"] != FORMAT:
        raise ArchiveMismatch(
            f"the archive at {folder} has format {stored['format']}, and this version of onrecord "
            f"reads format {FORMAT}: use the version that made it, or ingest the pages into a new "
            "folder with --archive"
        )
    try:
        return Manifest(**{field.name: stored[field.name] for field in fields(Manifest)})
    except KeyError as error:
        raise _damaged(folder) from error


def _damaged(folder: Path) -> ArchiveDamaged:
    return ArchiveDamaged(
        f"{folder / _FILE} cannot be understood: restore it from a backup, or ingest the pages "
        "into a new folder with --archive"
    )
