"""Looking a catalogue over, and making its keyword index anew from the pages."""

from typing import Any

from sqlalchemy import Connection, Select, func, select, table

from ingest import Voice
from rag.adapters.sqlite import keyword, whole_pages
from rag.adapters.sqlite.outbox import entries_of
from rag.adapters.sqlite.schema import KEYWORD_TABLES, articles, passages
from rag.ports.vector_index import SHELVES, Shelf


def faults(connection: Connection) -> list[str]:
    """Return what is wrong with the file, one line each; nothing when it is sound."""
    found = [
        f"the catalogue's file: {row[0]}"
        for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")
        if row[0] != "ok"
    ]
    found += [
        f"the catalogue's table {row[0]}: a row points to one that is gone"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return found + words_faults(connection)


def words_faults(connection: Connection) -> list[str]:
    """Return what is wrong with the keyword index."""
    found = []
    for shelf in SHELVES:
        entered = select(func.count()).select_from(table(f"{KEYWORD_TABLES[shelf]}_docsize"))
        held, wanted = connection.scalar(entered), connection.scalar(_searched(shelf))
        if held != wanted:
            found.append(f"the keyword index of {shelf}s has {held} passages instead of {wanted}")
    current = connection.scalar(select(func.count()).where(articles.c.current))
    if (entered_pages := whole_pages.held(connection)) != current:
        found.append(f"the keyword index has {entered_pages} whole pages instead of {current}")
    return found


def rebuild_words(connection: Connection) -> None:
    """Make the keyword index anew from the current pages."""
    for shelf in SHELVES:
        keyword.clear(connection, shelf)
    whole_pages.clear(connection)
    for article in connection.scalars(select(articles.c.key).where(articles.c.current)).all():
        for shelf, entries in entries_of(connection, article).items():
            keyword.enter(connection, shelf, entries)
        whole_pages.enter(connection, article)


def _searched(shelf: Shelf) -> Select[Any]:
    """Return a query that counts the passages which a shelf's keyword index should hold."""
    comment = passages.c.voice == Voice.COMMENT.value
    mine = comment if shelf == "comment" else ~comment
    return select(func.count()).select_from(passages).where(passages.c.shelved.is_not(None), mine)
