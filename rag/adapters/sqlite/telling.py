"""The words of a query that are searched for, as an expression that SQLite's FTS5 matches."""

import re
import unicodedata

from sqlalchemy import Connection, TableClause, func, literal_column, select

from rag.steps.words import FUNCTION_WORDS, fold

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 64
"""A longer question adds words that narrow nothing."""


def expression(connection: Connection, words: TableClause, query: str, most_rows: int) -> str:
    """Return a match expression of quoted words: nothing in `query` can act as syntax.

    Words that carry no topic are left out, unless there are no others. Of the rest the rarest are
    taken, as long as they stand in no more than `most_rows` rows together: ranking a row costs
    time, and a word that stands nearly everywhere ranks nothing. Empty where no row has a word.
    """
    telling = words_of(query)
    held = _rows_with(connection, words, telling, most_rows + 1) if telling else {}
    chosen: list[str] = []
    rows = 0
    for word in sorted(held, key=lambda one: held[one]):
        rows += held[word]
        if chosen and rows > most_rows:
            break
        chosen.append(word)
    return " OR ".join(f'"{word}"' for word in chosen)


def words_of(query: str) -> list[str]:
    """Return the words of a query that carry a topic; all words where none does."""
    found = runs(query)
    telling = [word for word in found if fold(word) not in FUNCTION_WORDS and len(word) > 1]
    return list(dict.fromkeys(telling or found))[:_MOST_WORDS]


def runs(text: str) -> list[str]:
    """Return the words of `text` in order, cut as the index cuts them."""
    return _WORD.findall(searchable(text))


def searchable(text: str) -> str:
    """Return `text` without the invisible characters that would cut words in two."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text)
    return "".join(char for char in composed if unicodedata.category(char) not in {"Cf", "Cs"})


def _rows_with(
    connection: Connection, words: TableClause, telling: list[str], most: int
) -> dict[str, int]:
    """Return in how many rows each word stands, counted up to `most`; none that stands nowhere."""
    counts = []
    for word in telling:
        matched = literal_column(words.name).op("MATCH")(f'"{word}"')
        some = select(words.c.rowid).where(matched).limit(most).subquery()
        counts.append(select(func.count()).select_from(some).scalar_subquery())
    row = connection.execute(select(*counts)).one()
    return {word: count for word, count in zip(telling, row, strict=True) if count}
