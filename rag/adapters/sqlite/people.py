"""Who said what: statements and the people who make them."""

from collections.abc import Collection

from sqlalchemy import Connection, Select, func, select

from ingest import Voice
from rag.adapters.sqlite.queries import listed, said
from rag.adapters.sqlite.rows import statement_of
from rag.adapters.sqlite.schema import articles, speakers, statements
from rag.values.catalogued import KnownSpeaker
from rag.values.evidence import RecordedStatement


def recorded(
    connection: Connection,
    names: Collection[str] | None,
    article_ids: Collection[str] | None,
) -> list[RecordedStatement]:
    """Return statements by speaker and/or article, by publication date, then place in the text."""
    query = said(articles.c.id.label("article_id")).join(
        articles, statements.c.article == articles.c.key
    )
    if names is not None:
        query = query.where(statements.c.speaker.in_(_named(names)))
    if article_ids is not None:
        query = query.where(articles.c.id.in_(listed(article_ids)))
    else:
        query = query.where(articles.c.current)
    ordered = query.order_by(
        articles.c.day.is_(None), articles.c.published, articles.c.key, statements.c.position
    )
    return [
        RecordedStatement(row["article_id"], statement_of(row), Voice(row["voice"]))
        for row in connection.execute(ordered).mappings()
    ]


def counted(connection: Connection, names: Collection[str], limit: int) -> int:
    """Return how many statements in current articles are by these speakers, up to `limit`."""
    some = (
        select(statements.c.key)
        .join(articles, statements.c.article == articles.c.key)
        .where(statements.c.speaker.in_(_named(names)), articles.c.current)
        .limit(limit)
        .subquery()
    )
    return connection.scalar(select(func.count()).select_from(some)) or 0


def heard_in(names: Collection[str]) -> Select[tuple[int]]:
    """Return a query for the keys of the articles in which any of these speaks."""
    return select(statements.c.article).where(statements.c.speaker.in_(_named(names)))


def _named(names: Collection[str]) -> Select[tuple[int]]:
    return select(speakers.c.key).where(speakers.c.name.in_(listed(names)))


def known_speakers(connection: Connection) -> list[KnownSpeaker]:
    """Return everybody named as a speaker in current articles, most statements first."""
    count = func.count()
    query = (
        select(
            speakers.c.name,
            func.max(statements.c.person).label("person"),
            count.label("statements"),
            func.count(statements.c.article.distinct()).label("articles"),
        )
        .join(statements, statements.c.speaker == speakers.c.key)
        .join(articles, statements.c.article == articles.c.key)
        .where(articles.c.current, statements.c.voice != Voice.COMMENT.value)
        .group_by(speakers.c.key)
        .order_by(count.desc(), speakers.c.name)
    )
    return [
        KnownSpeaker(row.name, bool(row.person), row.statements, row.articles)
        for row in connection.execute(query)
    ]
