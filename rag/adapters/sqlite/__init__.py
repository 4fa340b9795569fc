"""The catalogue on SQLite: the archive's source of truth."""

from rag.adapters.sqlite.keeping import keep_made
from rag.adapters.sqlite.opening import open_catalogue, open_writer
from rag.adapters.sqlite.reader import SqliteReader
from rag.adapters.sqlite.site_book import kept_by_site
from rag.adapters.sqlite.writer import SqliteWriter

__all__ = [
    "SqliteReader",
    "SqliteWriter",
    "keep_made",
    "kept_by_site",
    "open_catalogue",
    "open_writer",
]
