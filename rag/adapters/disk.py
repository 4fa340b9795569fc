"""Room on the disk, asked for before it is needed: a full disk stops even reading."""

import shutil
from pathlib import Path

from rag.values.errors import StorageFull

RESERVE = 32 * 1024 * 1024
"""Bytes that must stay free: SQLite's and Chroma's own bookkeeping needs room to work in."""

_NEARLY_NOTHING = 1024 * 1024


def require_room(folder: Path, needed: int = 0) -> None:
    """Raise StorageFull unless `needed` bytes and the reserve are free where `folder` is."""
    if shutil.disk_usage(folder).free < needed + RESERVE:
        raise storage_full(folder, needed)


def is_full(folder: Path) -> bool:
    """Return whether a write that failed there most likely failed for want of room."""
    return shutil.disk_usage(folder).free < _NEARLY_NOTHING


def storage_full(folder: Path, needed: int = 0) -> StorageFull:
    """Return the error that says how much room is needed."""
    free = shutil.disk_usage(folder).free
    return StorageFull(
        f"disk full: the archive at {folder} needs {-(-(needed + RESERVE) // 1_000_000)} MB free "
        f"to work in, and there are {free // 1_000_000} MB. Make room and run the same command "
        "again: nothing that was reported as stored is lost"
    )
