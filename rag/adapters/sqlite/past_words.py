"""Past versions by their words, on the scale on which the newest versions are ranked.

BM25 counts a word for how rare it is in its table. Past versions are few, at times one: in their
table no word is rare. So what a word counts is taken from the table of the newest versions.
"""

import math
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    TableClause,
    bindparam,
    func,
    literal_column,
    select,
    table,
)

from rag.adapters.sqlite.telling import Held, quoted, telling

_ROWS = ""
"""The word under which a table's number of rows is noted: none is spelt so."""
_LEAST = 1e-6
"""What FTS5 lets a word count that half of the rows have, or more."""


def scores(
    connection: Connection,
    newest: TableClause,
    past: TableClause,
    query: str,
    most_rows: int,
    held: Held,
) -> dict[int, float]:
    """Return the BM25 of the rows of `past` that have any telling word, as if among `newest`.

    At most about `most_rows` rows; what `held` lacks is counted and added to it.
    """
    found: dict[int, float] = {}
    known = telling(connection, newest, query, most_rows, held)
    for word in telling(connection, past, query, most_rows, held):
        if held[newest.name, word] and word not in known:
            continue
        scale = _rarity(connection, newest, word, held) / _rarity(connection, past, word, held)
        for row, score in connection.execute(_ranking(past), {"told": quoted(word)}):
            found[row] = found.get(row, 0.0) - score * scale
    return found


def rows_of(connection: Connection, words: TableClause) -> int:
    """Return how many rows a full-text table has."""
    entered = select(func.count()).select_from(table(f"{words.name}_docsize"))
    return connection.scalar(entered) or 0


def _rarity(connection: Connection, words: TableClause, word: str, held: Held) -> float:
    """Return what FTS5 lets a word count in a table: its inverse document frequency."""
    if (words.name, _ROWS) not in held:
        held[words.name, _ROWS] = rows_of(connection, words)
    rows, having = held[words.name, _ROWS], held[words.name, word]
    # Counting stops at some number of rows; a table has no fewer than those counted.
    return max(_LEAST, math.log((max(rows, having) - having + 0.5) / (having + 0.5)))


@cache
def _ranking(words: TableClause) -> Select[Any]:
    return select(words.c.rowid, func.bm25(literal_column(words.name))).where(
        literal_column(words.name).op("MATCH")(bindparam("told"))
    )
