"""Making a catalogue, and opening one that is there."""

from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.dialects.sqlite import insert

from rag.adapters.sqlite import whole_pages
from rag.adapters.sqlite.engine import FILE, damaged, open_engine, translated
from rag.adapters.sqlite.queries import GENERATION, INDEX_GENERATION
from rag.adapters.sqlite.reader import SqliteReader
from rag.adapters.sqlite.schema import KEYWORD_TABLES, keyword_table, metadata, state
from rag.adapters.sqlite.writer import SqliteWriter

_CHECKED_UP_TO = 256 * 1024**2
"""Bytes that a quick check goes through in about a second; larger files are checked on demand."""


def open_catalogue(folder: Path) -> SqliteReader:
    """Return the archive's catalogue for reading.

    Raises ArchiveMissing or ArchiveDamaged where there is none that can be read.
    """
    reader = SqliteReader(folder, open_engine(folder, writable=False))
    try:
        reader.generation()
    except BaseException:
        reader.close()
        raise
    return reader


def open_writer(folder: Path, embedder: str) -> SqliteWriter:
    """Return the archive's catalogue for writing, made where there is none.

    The writer lock must be held. Raises ArchiveDamaged where the file is no sound catalogue.
    """
    engine = open_engine(folder, writable=True)
    try:
        with translated(folder):
            _make(engine)
        if (folder / FILE).stat().st_size <= _CHECKED_UP_TO:
            check(folder, engine)
    except BaseException:
        engine.dispose()
        raise
    return SqliteWriter(folder, engine, embedder)


def check(folder: Path, engine: Engine) -> None:
    """Raise ArchiveDamaged where SQLite's own quick check finds a fault."""
    with translated(folder), engine.connect() as connection:
        verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if verdict != "ok":
        raise damaged(folder, str(verdict))


def _make(engine: Engine) -> None:
    metadata.create_all(engine)
    with engine.begin() as connection:
        for name in KEYWORD_TABLES.values():
            connection.execute(text(keyword_table(name)))
        for made in whole_pages.statements_to_make():
            connection.execute(text(made))
        for counter in (GENERATION, INDEX_GENERATION):
            connection.execute(insert(state).values(name=counter, value=0).on_conflict_do_nothing())
