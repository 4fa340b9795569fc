"""One writer at a time, across processes.

Two locks: the writer's is held for a whole ingest; the vector files' only while they are written
or opened, so that a server can take in new vectors while an ingest goes on. Both are locks of the
operating system: a process that dies lets go of them.
"""

import datetime as dt
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from rag.adapters.replacing import replace_text
from rag.values.errors import ArchiveBusy, ArchiveError

_HOLDER = "writer.json"
_LONGEST_VECTOR_WRITE_S = 120.0


@contextmanager
def writer_lock(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the archive for writing.

    Raises ArchiveBusy, naming who holds it, unless `wait` asks to stand in line.
    """
    lock = FileLock(folder / "writer.lock")
    try:
        lock.acquire(timeout=-1 if wait else 0)
    except Timeout as error:
        raise ArchiveBusy(
            f"the archive at {folder} is being written by {_holder(folder)}: "
            "try again when it has ended, or wait for it with --wait"
        ) from error
    except OSError as error:
        raise ArchiveError(
            f"the archive at {folder} cannot be written ({error.strerror or error}): "
            "make the folder writable, or name another with --archive"
        ) from error
    try:
        replace_text(folder / _HOLDER, json.dumps(_self()))
        yield
    finally:
        (folder / _HOLDER).unlink(missing_ok=True)
        lock.release()


@contextmanager
def vectors_lock(folder: Path, *, wait: bool = True) -> Iterator[bool]:
    """Keep the vector files still; yield whether they are (False only without `wait`).

    Raises ArchiveBusy when they are being written for longer than any write takes.
    """
    lock = FileLock(folder / "vectors.lock")
    try:
        lock.acquire(timeout=_LONGEST_VECTOR_WRITE_S if wait else 0)
    except Timeout as error:
        if wait:
            raise ArchiveBusy(
                f"the vectors of {folder} are being written by {_holder(folder)}: try again later"
            ) from error
        yield False
        return
    except OSError as error:
        raise ArchiveError(
            f"the archive at {folder} cannot be opened ({error.strerror or error}): "
            "its folder must be writable, also for reading"
        ) from error
    try:
        yield True
    finally:
        lock.release()


def _self() -> dict[str, str | int]:
    now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    return {"pid": os.getpid(), "host": socket.gethostname(), "since": now}


def _holder(folder: Path) -> str:
    try:
        found = json.loads((folder / _HOLDER).read_text("utf-8"))
        return f"process {found['pid']} on {found['host']} since {found['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
