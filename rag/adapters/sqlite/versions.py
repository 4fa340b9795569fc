"""Versions of one page: which one a new capture follows, and which one is current."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, select, union
from sqlalchemy.dialects.sqlite import insert

from ingest import Article, Capture
from rag.adapters.sqlite.schema import articles, places


def location_of(capture: Capture) -> str:
    """Return the place of a capture: its ingested folder and its path there."""
    return f"{capture.root.rstrip('/')}/{capture.path}" if capture.root else capture.path


@dataclass(frozen=True, slots=True)
class Version:
    """A stored version of a page, as far as the next version needs to know it."""

    key: int
    id: str
    chain: int
    url: str | None
    current: bool
    fetched: str | None
    here: bool
    """Whether it was found at the same place as the new one."""


def _asked(condition: ColumnElement[bool]) -> Select[Any]:
    """Return a query for the fields of a `Version`, those found at `place` first."""
    here = and_(places.c.article == articles.c.key, places.c.location == bindparam("place"))
    return (
        select(
            *(articles.c[name] for name in ("key", "id", "chain", "url", "current", "fetched")),
            places.c.article.is_not(None),
        )
        .join_from(articles, places, here, isouter=True)
        .where(condition)
        .order_by(places.c.article.is_(None), articles.c.key.desc())
    )


_HERE = select(places.c.article).where(places.c.location == bindparam("place"))
_ADDRESSED = select(articles.c.key).where(articles.c.url == bindparam("url"))
_NAMED = _asked(articles.c.id == bindparam("id"))
_PLACED = _asked(articles.c.key.in_(_HERE))
# Two look-ups by key each: asked for in one condition, they cost a walk through all articles.
_PLACED_OR_ADDRESSED = _asked(articles.c.key.in_(union(_HERE, _ADDRESSED)))
_PLACE = insert(places)
_PLACE = _PLACE.on_conflict_do_update(
    index_elements=["location"],
    set_={name: _PLACE.excluded[name] for name in ("sha256", "article")},
)


def stored(connection: Connection, article_id: str, capture: Capture) -> Version | None:
    """Return the stored version with this id."""
    given = {"place": location_of(capture), "id": article_id}
    return next(iter(_versions(connection, _NAMED, given)), None)


def predecessor(connection: Connection, article: Article, capture: Capture) -> Version | None:
    """Return the current version of the page that `article` is a version of, if there is one.

    That is the page at the same canonical URL; where there is none, the page last read from the
    same place, unless the same capture stands in other places too.
    """
    given = {"place": location_of(capture), "url": article.url}
    query = _PLACED if article.url is None else _PLACED_OR_ADDRESSED
    # The rest is asked here and not in the query, which would rather walk through all that are
    # current, or have no address.
    found = next(
        (
            version
            for version in _versions(connection, query, given)
            if version.current and version.url in (None, article.url)
        ),
        None,
    )
    if found and found.here and _elsewhere(connection, found.key, location_of(capture)):
        return None
    return found


def _versions(
    connection: Connection, query: Select[Any], given: Mapping[str, str | None]
) -> list[Version]:
    return [Version(*row) for row in connection.execute(query, given)]


def comes_first(old: Version, capture: Capture) -> bool:
    """Return whether `capture` is older than the current version, found at another place."""
    fetched = fetched_text(capture)
    if old.here or old.fetched is None or fetched is None:
        return False
    return fetched < old.fetched


def fetched_text(capture: Capture) -> str | None:
    """Return the time of fetching as sortable text, in UTC."""
    if capture.fetched is None:
        return None
    return capture.fetched.astimezone(dt.UTC).isoformat(timespec="seconds")


def place(connection: Connection, capture: Capture, article: int) -> None:
    """Remember what was found where."""
    values = {"location": location_of(capture), "sha256": capture.sha256, "article": article}
    connection.execute(_PLACE, values)


def _elsewhere(connection: Connection, article: int, location: str) -> bool:
    others = exists().where(places.c.article == article, places.c.location != location)
    return bool(connection.scalar(select(others)))
