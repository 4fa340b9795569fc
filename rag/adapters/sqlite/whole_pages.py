"""Whole pages by their words: one full-text row a page, and another one for its title.

A passage lacks the topic words that stand elsewhere on its page, and counting a page's passages
at each search would take longer with every page stored.
"""

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    TableClause,
    bindparam,
    column,
    func,
    insert,
    literal_column,
    select,
    table,
)

from ingest import Voice
from rag.adapters.sqlite.queries import listed_as, packed
from rag.adapters.sqlite.schema import articles, keyword_table, passages
from rag.adapters.sqlite.telling import Held, expression, searchable
from rag.values.evidence import PageMatch

TABLES = ("page_words", "title_words")
_page_words = table("page_words", column("rowid"), column("words"), column("page_words"))
_title_words = table("title_words", column("rowid"), column("words"), column("title_words"))

_NAMED = select(articles.c.key, articles.c.id, articles.c.day, articles.c.story).where(
    articles.c.id.in_(listed_as("articles"))
)
_MOST_ROWS = 3_000
"""Pages and titles that a search goes through: about 0.7 ms a thousand."""
_LONGEST_TITLE = 300
"""Code points taken from the first passage of a page without a title."""


def statements_to_make() -> list[str]:
    """Return the statements that make the tables."""
    return [keyword_table(name) for name in TABLES]


def matches(
    connection: Connection, query: str, article_ids: Collection[str], counts: Held
) -> dict[str, PageMatch]:
    """Return how well each of these pages matches as a whole, by article id.

    BM25 as in SQLite's FTS5 (k1 1.2, b 0.75) over all current pages, and over all titles.
    """
    found = connection.execute(_NAMED, {"articles": packed(article_ids)}).all()
    keys = packed([key for key, *_ in found])
    words, titles = (
        _scores(connection, one, expression(connection, one, query, _MOST_ROWS, counts), keys)
        for one in (_page_words, _title_words)
    )
    return {
        article: PageMatch(words.get(key, 0.0), titles.get(key, 0.0), day, story)
        for key, article, day, story in found
    }


def _scores(connection: Connection, words: TableClause, told: str, keys: str) -> dict[int, float]:
    if not told:
        return {}
    rows = connection.execute(_scoring(words), {"told": told, "keys": keys})
    return {key: -score for key, score in rows}


@cache
def _scoring(words: TableClause) -> Select[Any]:
    return (
        select(words.c.rowid, func.bm25(literal_column(words.name)))
        .where(literal_column(words.name).op("MATCH")(bindparam("told")))
        .where(literal_column(f"+{words.name}.rowid").in_(listed_as("keys")))
    )


def enter(connection: Connection, article: int) -> None:
    """Make a page findable as a whole; its passages are stored."""
    for words, text in _texts(connection, article):
        connection.execute(insert(words).values(rowid=article, words=text))


def withdraw(connection: Connection, article: int) -> None:
    """Undo `enter`, while the page and its passages are still what they were then."""
    for words, text in _texts(connection, article):
        connection.execute(
            insert(words).values({words.name: "delete", "rowid": article, "words": text})
        )


def clear(connection: Connection) -> None:
    """Forget all pages."""
    for words in (_page_words, _title_words):
        connection.execute(insert(words).values({words.name: "delete-all"}))


def held(connection: Connection) -> int:
    """Return how many pages are entered."""
    entered = select(func.count()).select_from(table(f"{_page_words.name}_docsize"))
    return connection.scalar(entered) or 0


def _texts(connection: Connection, article: int) -> list[tuple[TableClause, str]]:
    text, title = connection.execute(
        select(articles.c.text, articles.c.title).where(articles.c.key == article)
    ).one()
    cut = select(passages.c.start, passages.c.end).where(
        passages.c.article == article, passages.c.voice != Voice.COMMENT.value
    )
    own = [text[row.start : row.end] for row in connection.execute(cut.order_by(passages.c.start))]
    # A page whose title was not recognised has it in its first line nearly always.
    first = own[0].strip()[:_LONGEST_TITLE].splitlines()[:1] if own else []
    return [
        (_page_words, searchable("\n".join(own))),
        (_title_words, searchable(title or "".join(first))),
    ]
