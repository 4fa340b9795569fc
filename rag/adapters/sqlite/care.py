"""Looking a catalogue over, and making its keyword index anew from the pages."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from ingest import Voice
from rag.adapters.sqlite import keyword, page_words, whole_pages
from rag.adapters.sqlite.schema import KEYWORD_TABLES, articles, passages
from rag.values.shelves import EDITIONS, SHELVES, Edition, Shelf


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
    own = passages.c.vector.is_(None), passages.c.voice != Voice.COMMENT.value
    if lost := connection.scalar(select(func.count()).select_from(passages).where(*own)):
        found.append(f"the catalogue's table passages: {lost} have lost their vectors")
    return found + words_faults(connection)


def words_faults(connection: Connection) -> list[str]:
    """Return what is wrong with the keyword index."""
    found = []
    for edition, shelf in KEYWORD_TABLES:
        held = keyword.held(connection, edition, shelf)
        wanted = connection.scalar(_searched(edition, shelf))
        if held != wanted:
            kind = f"{edition} {shelf}s"
            found.append(f"the keyword index of {kind} has {held} passages instead of {wanted}")
    for edition in EDITIONS:
        stored = select(func.count()).where(_stands(edition))
        if (held := whole_pages.held(connection, edition)) != (wanted := connection.scalar(stored)):
            found.append(f"the keyword index has {held} whole {edition} pages instead of {wanted}")
    return found


def rebuild_words(connection: Connection) -> None:
    """Make the keyword index anew from the stored pages."""
    for edition in EDITIONS:
        for shelf in SHELVES:
            keyword.clear(connection, edition, shelf)
        whole_pages.clear(connection, edition)
        for article in connection.scalars(select(articles.c.key).where(_stands(edition))).all():
            page_words.enter(connection, [page_words.stored_words(connection, article)], edition)


def _stands(edition: Edition) -> ColumnElement[bool]:
    return articles.c.current if edition == "current" else ~articles.c.current


def _searched(edition: Edition, shelf: Shelf) -> Select[Any]:
    """Return a query that counts the passages which a keyword table should hold."""
    comment = passages.c.voice == Voice.COMMENT.value
    mine = comment if shelf == "comment" else ~comment
    stored = select(func.count()).join_from(passages, articles)
    return stored.where(_stands(edition), mine)
