"""The words of a query that are searched for, as an expression that SQLite's FTS5 matches."""

import re
import unicodedata
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    TableClause,
    Text,
    bindparam,
    func,
    literal_column,
    select,
)

from rag.adapters.sqlite.queries import packed
from rag.steps.words import FUNCTION_WORDS, fold

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 64
"""A longer question adds words that narrow nothing."""


Held = dict[tuple[str, str], int]
"""In how many rows words stand, by table and word, while the catalogue does not change."""


def expression(
    connection: Connection, words: TableClause, query: str, most_rows: int, held: Held
) -> str:
    """Return a match expression of the words that tell; empty where no row has a word."""
    return " OR ".join(quoted(word) for word in telling(connection, words, query, most_rows, held))


def quoted(word: str) -> str:
    """Return a match expression of one word: nothing in it can act as syntax."""
    return f'"{word}"'


def telling(
    connection: Connection, words: TableClause, query: str, most_rows: int, held: Held
) -> list[str]:
    """Return the words of `query` that are searched for, the rarest first.

    Words that carry no topic are left out, unless there are no others. Of the rest the rarest are
    taken, as long as they stand in no more than `most_rows` rows together: ranking a row costs
    time, and a word that stands nearly everywhere ranks nothing. What `held` lacks is counted and
    added to it.
    """
    asked = words_of(query)
    if unknown := [word for word in asked if (words.name, word) not in held]:
        given = {"words": packed(unknown), "most": most_rows + 1}
        for word, count in connection.execute(_counting(words), given):
            held[words.name, word] = count
    rows = {word: count for word in asked if (count := held[words.name, word])}
    chosen: list[str] = []
    together = 0
    for word in sorted(rows, key=lambda one: rows[one]):
        together += rows[word]
        if chosen and together > most_rows:
            break
        chosen.append(word)
    return chosen


@cache
def _counting(words: TableClause) -> Select[Any]:
    """Return a query for `words` and how many rows have each, counted up to `most`."""
    word = literal_column("each.value", Text)
    # Quoted as a whole: a word such as NEAR would act as syntax.
    matched = literal_column(words.name).op("MATCH")(literal_column("'\"' || each.value || '\"'"))
    some = select(literal_column("1", Integer)).select_from(words).where(matched)
    counted = select(func.count()).select_from(some.limit(bindparam("most")).subquery())
    each = func.json_each(bindparam("words")).table_valued("value", name="each")
    return select(word, counted.scalar_subquery()).select_from(each)


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
    # Each character once: a page has thousands, of some hundred kinds.
    dropped = [char for char in set(composed) if unicodedata.category(char) in {"Cf", "Cs"}]
    return composed.translate(dict.fromkeys(map(ord, dropped))) if dropped else composed
