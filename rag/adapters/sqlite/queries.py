"""Small pieces that the catalogue's queries share."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, literal, select, update
from sqlalchemy.sql.selectable import TableValuedAlias

from rag.adapters.sqlite.rows import SAID, VOICES
from rag.adapters.sqlite.schema import articles, passages, speakers, state, statements
from rag.values.evidence import Passage

GENERATION = "generation"
INDEX_GENERATION = "index_generation"


_COUNTER = select(state.c.value).where(state.c.name == bindparam("name"))
_ADVANCE = update(state).where(state.c.name == bindparam("counter")).values(value=state.c.value + 1)


def listed(values: Collection[str | int]) -> Select[tuple[str]]:
    """Return a subquery of `values`; one parameter, however many they are."""
    return select(_each(literal(packed(values))).c.value)


def listed_as(parameter: str) -> Select[tuple[str]]:
    """Return a subquery of the values that a parameter holds, `packed`.

    A query that is made once and given parameters takes a fraction of the time of one that is made
    for each use.
    """
    return select(_each(bindparam(parameter)).c.value)


def numbered_as(parameter: str) -> TableValuedAlias:
    """Return a parameter's `packed` values as a table of `value` and `key`, its place from 0."""
    return _each(bindparam(parameter))


def packed(values: Collection[str | int]) -> str:
    """Return `values` as one parameter."""
    return json.dumps(list(values))


def _each(values: ColumnElement[str]) -> TableValuedAlias:
    return func.json_each(values).table_valued("value", "key")


def counter(connection: Connection, name: str) -> int:
    """Return the value of one of the catalogue's counters."""
    found: int | None = connection.scalar(_COUNTER, {"name": name})
    return 0 if found is None else found


def advance(connection: Connection, name: str) -> None:
    """Add one to a counter."""
    connection.execute(_ADVANCE, {"counter": name})


def said(*columns: ColumnElement[Any]) -> Select[Any]:
    """Return a query for the columns `SAID` of statements, and these after them."""
    return select(*SAID, *columns).join_from(
        statements, speakers, statements.c.speaker == speakers.c.key, isouter=True
    )


def selected_passages() -> Select[Any]:
    """Return a query for the four fields of a passage."""
    return select(articles.c.id, passages.c.start, passages.c.end, passages.c.voice).join_from(
        passages, articles, passages.c.article == articles.c.key
    )


def read_passages(
    connection: Connection, query: Select[Any], parameters: Mapping[str, str] | None = None
) -> list[Passage]:
    """Return the passages that a query made with `selected_passages` finds."""
    return [
        Passage(article, start, end, VOICES[voice])
        for article, start, end, voice in connection.execute(query, parameters)
    ]
