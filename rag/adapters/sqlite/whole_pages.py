"""Whole pages by their words: one full-text row a page, and another one for its title.

A passage lacks the topic words that stand elsewhere on its page, and counting a page's passages
at each search would take longer with every page stored.
"""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    TableClause,
    bindparam,
    func,
    insert,
    literal_column,
    select,
)

from rag.adapters.sqlite import past_words
from rag.adapters.sqlite.queries import listed_as, packed
from rag.adapters.sqlite.schema import articles, keyword_table, words_table
from rag.adapters.sqlite.telling import Held, expression
from rag.values.evidence import PageMatch
from rag.values.shelves import Edition

_PAGES: dict[Edition, TableClause] = {
    "current": words_table("page_words"),
    "past": words_table("past_page_words"),
}
_TITLES: dict[Edition, TableClause] = {
    "current": words_table("title_words"),
    "past": words_table("past_title_words"),
}
_NAMED = select(
    articles.c.key, articles.c.id, articles.c.day, articles.c.story, articles.c.current
).where(articles.c.id.in_(listed_as("articles")))
Page = tuple[int, str, str]
"""A version's key, and the `searchable` words of all its passages and of its title."""
_MOST_ROWS = 3_000
"""Pages and titles that a search goes through: about 0.7 ms a thousand."""


def statements_to_make() -> list[str]:
    """Return the statements that make the tables."""
    return [keyword_table(one.name) for one in (*_PAGES.values(), *_TITLES.values())]


def matches(
    connection: Connection, query: str, article_ids: Collection[str], counts: Held
) -> dict[str, PageMatch]:
    """Return how well each of these pages matches as a whole, by article id.

    BM25 as in SQLite's FTS5 (k1 1.2, b 0.75) over all current pages, and over all titles.
    """
    found = connection.execute(_NAMED, {"articles": packed(article_ids)}).all()
    newest = packed([key for key, *_, current in found if current])
    words, titles = (
        _scores(connection, one["current"], query, newest, counts) for one in (_PAGES, _TITLES)
    )
    if not all(current for *_, current in found):
        words |= _past_scores(connection, _PAGES, query, counts)
        titles |= _past_scores(connection, _TITLES, query, counts)
    return {
        article: PageMatch(words.get(key, 0.0), titles.get(key, 0.0), day, story)
        for key, article, day, story, _ in found
    }


def _scores(
    connection: Connection, words: TableClause, query: str, keys: str, counts: Held
) -> dict[int, float]:
    told = expression(connection, words, query, _MOST_ROWS, counts)
    if not told:
        return {}
    rows = connection.execute(_scoring(words), {"told": told, "keys": keys})
    return {key: -score for key, score in rows}


def _past_scores(
    connection: Connection, words: dict[Edition, TableClause], query: str, counts: Held
) -> dict[int, float]:
    newest, past = words["current"], words["past"]
    return past_words.scores(connection, newest, past, query, _MOST_ROWS, counts)


@cache
def _scoring(words: TableClause) -> Select[Any]:
    return (
        select(words.c.rowid, func.bm25(literal_column(words.name)))
        .where(literal_column(words.name).op("MATCH")(bindparam("told")))
        .where(literal_column(f"+{words.name}.rowid").in_(listed_as("keys")))
    )


def enter(connection: Connection, edition: Edition, pages: Sequence[Page]) -> None:
    """Make pages findable as wholes."""
    for table, place in ((_PAGES[edition], 1), (_TITLES[edition], 2)):
        rows = [{"rowid": page[0], "words": page[place]} for page in pages]
        connection.execute(insert(table), rows)


def withdraw(connection: Connection, edition: Edition, page: Page) -> None:
    """Undo `enter` for the same page."""
    for table, place in ((_PAGES[edition], 1), (_TITLES[edition], 2)):
        row = {table.name: "delete", "rowid": page[0], "words": page[place]}
        connection.execute(insert(table), row)


def clear(connection: Connection, edition: Edition) -> None:
    """Forget all pages."""
    for words in (_PAGES[edition], _TITLES[edition]):
        connection.execute(insert(words).values({words.name: "delete-all"}))


def forget(connection: Connection) -> None:
    """Drop for good the words of pages taken out, which stay marked as gone until then."""
    for words in (*_PAGES.values(), *_TITLES.values()):
        connection.execute(insert(words).values({words.name: "optimize"}))


def held(connection: Connection, edition: Edition) -> int:
    """Return how many pages are entered."""
    return past_words.rows_of(connection, _PAGES[edition])
