"""What the catalogue holds: summaries of articles, and the whole in numbers."""

from collections.abc import Collection

from sqlalchemy import Connection, RowMapping, func, select

from rag.adapters.sqlite.queries import listed
from rag.adapters.sqlite.rows import fact_of
from rag.adapters.sqlite.schema import articles
from rag.values.catalogued import ArticleSummary, Coverage

_UNSHOWN = frozenset(
    column.name
    for column in articles.c
    if column.name in {"text", "sketch"} or column.name.startswith(("updated", "section"))
)
"""Columns that a summary can do without; the text would be most of the work."""


def summarised(connection: Connection, ids: Collection[str] | None) -> list[ArticleSummary]:
    """Return the current articles, or the named versions, by publication date, then path."""
    copy = articles.alias("copy")
    copies = (
        select(func.count())
        .where(copy.c.story == articles.c.story, copy.c.current, copy.c.key != articles.c.key)
        .scalar_subquery()
    )
    shown = [column for column in articles.c if column.name not in _UNSHOWN]
    query = select(*shown, copies.label("copies"))
    if ids is None:
        query = query.where(articles.c.current)
    else:
        query = query.where(articles.c.id.in_(listed(ids)))
    ordered = query.order_by(
        articles.c.day.is_(None), articles.c.published, articles.c.path, articles.c.key
    )
    return [_summary(row) for row in connection.execute(ordered).mappings()]


def _summary(row: RowMapping) -> ArticleSummary:
    return ArticleSummary(
        id=row["id"],
        sha256=row["sha256"],
        file=row["file"],
        path=row["path"],
        title=fact_of(row, "title"),
        outlet=fact_of(row, "outlet"),
        byline=fact_of(row, "byline"),
        published=fact_of(row, "published"),
        url=row["url"],
        language=row["language"],
        current=row["current"],
        copies=row["copies"],
        story=row["story"],
        characters=row["characters"],
        kept=row["kept"],
        statements=row["statements"],
    )


def covered(connection: Connection) -> Coverage:
    """Return what the current articles hold."""
    current = articles.c.current
    sums = select(
        func.count(),
        func.total(articles.c.statements),
        func.total(articles.c.passages),
        func.min(articles.c.day),
        func.max(articles.c.day),
    ).where(current)
    counted, said, passages, first, last = connection.execute(sums).one()
    outlets = select(articles.c.outlet).where(current, articles.c.outlet.is_not(None)).distinct()
    return Coverage(
        articles=counted,
        statements=int(said),
        passages=int(passages),
        outlets=tuple(sorted(name for name in connection.scalars(outlets) if name)),
        first=first,
        last=last,
    )
