"""Connections to the catalogue's file, and its failures in words that a user can act on."""

import logging
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from rag.adapters.disk import is_full, storage_full
from rag.adapters.manifest import read_manifest
from rag.values.errors import ArchiveBusy, ArchiveDamaged, ArchiveError, ArchiveMissing

FILE = "catalogue.sqlite"

_WAIT_S = 30.0
"""How long a transaction waits for another process's to end."""

_log = logging.getLogger(__name__)


def open_engine(folder: Path, *, writable: bool, wait_s: float = _WAIT_S) -> Engine:
    """Return an engine on the archive's catalogue; only a writable one may create the file."""
    path = folder / FILE
    if not writable and not path.exists():
        read_manifest(folder)
        raise ArchiveMissing(
            f"the archive at {folder} has lost its {FILE}: restore it from a backup, or ingest "
            "the pages into a new folder with --archive"
        )
    engine = create_engine(
        f"sqlite:///{path}", connect_args={"timeout": wait_s, "check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # The library's own transaction handling would begin a transaction only at the first write,
        # so that what was read before it could be out of date.
        connection.isolation_level = None
        for pragma in _pragmas(writable=writable):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writable else "BEGIN")

    return engine


def _pragmas(*, writable: bool) -> tuple[str, ...]:
    common = ("PRAGMA foreign_keys=ON", "PRAGMA cache_size=-16000", "PRAGMA mmap_size=268435456")
    if writable:
        # FULL: what was reported as stored outlives a power cut as well as a kill.
        return (*common, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")
    return (*common, "PRAGMA query_only=ON")


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn the database's errors into ours."""
    try:
        yield
    except DBAPIError as error:
        raise _ours(error, folder) from error
    except (zlib.error, ValueError) as error:
        raise damaged(folder, f"a stored value: {error}") from error


def _ours(error: DBAPIError, folder: Path) -> Exception:
    cause = error.orig
    if not isinstance(cause, sqlite3.Error):
        return error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    _log.debug("SQLite error %s on %s", cause, folder)
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and is_full(folder)):
        return storage_full(folder)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ArchiveBusy(f"the catalogue of {folder} stayed locked: try again later")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ArchiveError(
            f"the archive at {folder} cannot be opened ({cause}): its folder and files must be "
            "writable, also for reading"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR):
        return damaged(folder, str(cause))
    if isinstance(cause, sqlite3.OperationalError) and "no such" in str(cause):
        return damaged(folder, str(cause))
    return error


def damaged(folder: Path, what: str) -> ArchiveDamaged:
    """Return the error for a catalogue that cannot be read."""
    return ArchiveDamaged(
        f"the catalogue of the archive at {folder} is damaged ({what}): restore {FILE} from a "
        "backup, or ingest the pages into a new folder with --archive"
    )
