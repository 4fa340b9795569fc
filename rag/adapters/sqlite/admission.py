"""Which articles a question's filters let through."""

from sqlalchemy import ColumnElement, Connection, Select, func, literal, or_, select

from rag.adapters.sqlite.schema import articles, speakers, statements
from rag.steps.words import fold
from rag.values.question import Filters


def admitted(connection: Connection, filters: Filters) -> frozenset[str] | None:
    """Return the ids of the articles let through; None when nothing is asked for.

    An article without a known date passes no filter on dates.
    """
    conditions = _conditions(filters)
    if not conditions and filters.as_of is None:
        return None
    query = select(articles.c.id).where(*conditions)
    if filters.as_of is None:
        query = query.where(articles.c.current)
    else:
        query = query.where(articles.c.key.in_(_versions(filters.as_of.isoformat())))
    return frozenset(connection.scalars(query))


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.since is not None:
        found.append(articles.c.day >= filters.since.isoformat())
    if filters.until is not None:
        found.append(articles.c.day <= filters.until.isoformat())
    if filters.outlet is not None:
        outlet = articles.alias("outlet").c.outlet_folded
        named = select(outlet).where(_names(outlet, filters.outlet)).distinct()
        found.append(articles.c.outlet_folded.in_(named))
    if filters.speaker is not None:
        named = select(speakers.c.key).where(_names(speakers.c.folded, filters.speaker))
        speaks = select(statements.c.article).where(statements.c.speaker.in_(named))
        found.append(articles.c.key.in_(speaks))
    return found


def _versions(day: str) -> Select[tuple[int]]:
    """Return a query for the newest version of each page that was known by the end of `day`.

    A version was known when it had been published, updated and fetched, as far as it tells.
    """
    known = [
        articles.c.day <= day,
        *(
            or_(column.is_(None), func.substr(column, 1, 10) <= day)
            for column in (articles.c.updated, articles.c.fetched)
        ),
    ]
    newest_first = articles.c.current.desc(), articles.c.fetched.desc(), articles.c.key.desc()
    place = func.row_number().over(partition_by=articles.c.chain, order_by=newest_first)
    ranked = select(articles.c.key, place.label("place")).where(*known).subquery()
    return select(ranked.c.key).where(ranked.c.place == 1)


def _names(column: ColumnElement[str], wanted: str) -> ColumnElement[bool]:
    """Match whole words of a folded name: "Okafor" finds "ada okafor", "BBC" "bbc news"."""
    escaped = fold(wanted).strip().replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    padded = literal(" ") + column + literal(" ")
    return padded.like(f"% {escaped} %", escape="\\")
