"""Small pieces that the catalogue's queries share."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal, select, update
from sqlalchemy.sql.selectable import TableValuedAlias

from ingest import Voice
from rag.adapters.sqlite.schema import articles, passages, speakers, state, statements
from rag.values.evidence import Passage

GENERATION = "generation"
INDEX_GENERATION = "index_generation"


def listed(values: Collection[str | int]) -> Select[tuple[str]]:
    """Return a subquery of `values`; one parameter, however many they are."""
    return select(_each(values).c.value)


def numbered(values: Collection[str | int]) -> TableValuedAlias:
    """Return `values` as a table of `value` and `key`, its position from 0."""
    return _each(values)


def _each(values: Collection[str | int]) -> TableValuedAlias:
    return func.json_each(literal(json.dumps(list(values)))).table_valued("value", "key")


def counter(connection: Connection, name: str) -> int:
    """Return the value of one of the catalogue's counters."""
    found = connection.scalar(select(state.c.value).where(state.c.name == name))
    return 0 if found is None else found


def advance(connection: Connection, name: str) -> None:
    """Add one to a counter."""
    connection.execute(update(state).where(state.c.name == name).values(value=state.c.value + 1))


def said(*columns: ColumnElement[str]) -> Select[Any]:
    """Return a query for statements with their speakers' names."""
    return select(statements, speakers.c.name.label("speaker_name"), *columns).join_from(
        statements, speakers, statements.c.speaker == speakers.c.key, isouter=True
    )


def selected_passages() -> Select[Any]:
    """Return a query for the four fields of a passage."""
    return select(articles.c.id, passages.c.start, passages.c.end, passages.c.voice).join_from(
        passages, articles, passages.c.article == articles.c.key
    )


def read_passages(connection: Connection, query: Select[Any]) -> list[Passage]:
    """Return the passages that a query made with `selected_passages` finds."""
    return [
        Passage(row["id"], row["start"], row["end"], Voice(row["voice"]))
        for row in connection.execute(query).mappings()
    ]
