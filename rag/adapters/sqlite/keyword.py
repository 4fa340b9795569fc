"""Ranked keyword search on SQLite's FTS5, and the words that are put into it."""

import math
import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import Connection, TableClause, func, insert, literal, literal_column, select

from rag.adapters.sqlite.queries import listed
from rag.adapters.sqlite.schema import article_words, articles, comment_words, passages
from rag.ports.vector_index import Shelf
from rag.steps.words import FUNCTION_WORDS, fold, topic_stems

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 64
"""A longer question adds words that narrow nothing."""

_SATURATED, _BY_LENGTH = 1.2, 0.75
"""BM25's k1 and b."""
_IN_TITLE = 0.3
"""What a word of the title counts besides: its rarity times this."""

_MOST_TITLES = 100
"""Articles, best first, whose titles are compared."""

_WORDS: dict[Shelf, TableClause] = {"article": article_words, "comment": comment_words}


def search(connection: Connection, query: str, limit: int, shelf: Shelf) -> list[tuple[str, float]]:
    """Return up to `limit` (passage id, BM25 score), best (highest) first.

    BM25 as in SQLite's FTS5 (k1 1.2, b 0.75), the sign turned so that more is better.
    """
    expression = _expression(query)
    if not expression or limit < 1:
        return []
    words = _WORDS[shelf]
    score = func.bm25(literal_column(words.name)).label("score")
    best = (
        select(words.c.rowid, score)
        .where(literal_column(words.name).op("MATCH")(expression))
        .order_by(score, words.c.rowid)
        .limit(limit)
        .subquery()
    )
    rows = connection.execute(
        select(passages.c.id, best.c.score)
        .join(best, passages.c.key == best.c.rowid)
        .order_by(best.c.score, passages.c.key)
    )
    return [(row.id, -row.score) for row in rows]


def by_article(connection: Connection, query: str, shelf: Shelf) -> dict[str, float]:
    """Return how well each article as a whole matches, by article id; no entry without a word.

    BM25 over articles, counted in passages: how many of an article's passages hold a word.
    """
    pages = {
        key: (article, size)
        for key, article, size in connection.execute(
            select(articles.c.key, articles.c.id, articles.c.passages).where(articles.c.current)
        )
    }
    mean = sum(size for _, size in pages.values()) / max(1, len(pages))
    scores: dict[int, float] = {}
    rarity: dict[str, float] = {}
    for word in _telling(query):
        rows = [row for row in _holders(connection, word, _WORDS[shelf]) if row[0] in pages]
        rarity[word] = math.log(1 + (len(pages) - len(rows) + 0.5) / (len(rows) + 0.5))
        for key, count in rows:
            slow = _SATURATED * (1 - _BY_LENGTH + _BY_LENGTH * pages[key][1] / mean)
            told = count * (_SATURATED + 1) / (count + slow)
            scores[key] = scores.get(key, 0.0) + rarity[word] * told
    best = sorted(scores, key=lambda key: -scores[key])[:_MOST_TITLES]
    for key, extra in _in_titles(connection, best, rarity).items():
        scores[key] += extra
    return {pages[key][0]: score for key, score in scores.items()}


def _holders(connection: Connection, word: str, words: TableClause) -> list[tuple[int, int]]:
    """Return (article key, passages that hold the word) of each article with it."""
    rows = connection.execute(
        select(passages.c.article, func.count())
        .join_from(words, passages, passages.c.key == words.c.rowid)
        .where(literal_column(words.name).op("MATCH")(f'"{word}"'))
        .group_by(passages.c.article)
    )
    return [(key, count) for key, count in rows]


def _in_titles(
    connection: Connection, keys: list[int], rarity: dict[str, float]
) -> dict[int, float]:
    """Return what the words in each article's title count, by article key."""
    rows = connection.execute(
        select(articles.c.key, articles.c.title).where(articles.c.key.in_(listed(keys)))
    )
    stems = {word: topic_stems(word) for word in rarity}
    found: dict[int, float] = {}
    for key, title in rows:
        held = topic_stems(title or "")
        found[key] = _IN_TITLE * sum(rarity[word] for word in rarity if stems[word] & held)
    return found


def phrases(connection: Connection, texts: Sequence[str], limit: int, shelf: Shelf) -> list[str]:
    """Return up to `limit` ids of passages that have any of these word runs, by BM25 of runs."""
    found = [_WORD.findall(searchable(text)) for text in texts]
    in_a_row = ['"' + " ".join(one) + '"' for one in found if one]
    if not in_a_row or limit < 1:
        return []
    words = _WORDS[shelf]
    # One run ranks nothing, and may be a word that nearly all passages have.
    score = func.bm25(literal_column(words.name)) if len(in_a_row) > 1 else literal(0)
    best = (
        select(words.c.rowid, score.label("score"))
        .where(literal_column(words.name).op("MATCH")(" OR ".join(in_a_row)))
        .limit(limit)
    )
    if len(in_a_row) > 1:
        best = best.order_by(literal_column("score"))
    rows = best.subquery()
    query = select(passages.c.id).join(rows, passages.c.key == rows.c.rowid)
    return list(connection.scalars(query.order_by(rows.c.score, passages.c.key)))


def _expression(query: str) -> str:
    """Return a match expression of quoted words: nothing in `query` can act as syntax.

    Words that carry no topic are left out, unless there are no others: they match nearly
    everything, which costs time and ranks nothing.
    """
    return " OR ".join(f'"{word}"' for word in _telling(query))


def _telling(query: str) -> list[str]:
    found = list(dict.fromkeys(_WORD.findall(searchable(query))))
    telling = [word for word in found if fold(word) not in FUNCTION_WORDS and len(word) > 1]
    return (telling or found)[:_MOST_WORDS]


def enter(connection: Connection, shelf: Shelf, entries: list[tuple[int, str]]) -> None:
    """Make passages findable; an entry is a passage's key and its text."""
    if entries:
        connection.execute(
            insert(_WORDS[shelf]),
            [{"rowid": key, "words": searchable(text)} for key, text in entries],
        )


def withdraw(connection: Connection, shelf: Shelf, entries: list[tuple[int, str]]) -> None:
    """Undo `enter` for the same entries."""
    words = _WORDS[shelf]
    if entries:
        connection.execute(
            insert(words),
            [
                {words.name: "delete", "rowid": key, "words": searchable(text)}
                for key, text in entries
            ],
        )


def clear(connection: Connection, shelf: Shelf) -> None:
    """Empty a shelf's words."""
    connection.execute(insert(_WORDS[shelf]), [{_WORDS[shelf].name: "delete-all"}])


def searchable(text: str) -> str:
    """Return `text` without the invisible characters that would cut words in two."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text)
    return "".join(char for char in composed if unicodedata.category(char) not in {"Cf", "Cs"})
