"""Who said what: statements and the people who make them."""

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from ingest import Voice
from rag.adapters.sqlite.queries import listed_as, packed, said
from rag.adapters.sqlite.rows import VOICES, statement_of
from rag.adapters.sqlite.schema import articles, speakers, statements
from rag.values.catalogued import KnownSpeaker
from rag.values.evidence import RecordedStatement

_NAMED = select(speakers.c.key).where(speakers.c.name.in_(listed_as("speakers")))
_SPOKEN = (
    select(statements.c.key)
    .join(articles, statements.c.article == articles.c.key)
    .where(statements.c.speaker.in_(_NAMED))
)


@cache
def _counted(*, by_article: bool) -> Select[Any]:
    some = _SPOKEN.where(_wanted(by_article=by_article)).limit(bindparam("limit"))
    return select(func.count()).select_from(some.subquery())


def _wanted(*, by_article: bool) -> ColumnElement[bool]:
    return articles.c.id.in_(listed_as("articles")) if by_article else articles.c.current


@cache
def _recorded(*, by_speaker: bool, by_article: bool) -> Select[Any]:
    query = said(articles.c.id, statements.c.voice).join(
        articles, statements.c.article == articles.c.key
    )
    if by_speaker:
        query = query.where(statements.c.speaker.in_(_NAMED))
    return query.where(_wanted(by_article=by_article)).order_by(
        articles.c.day.is_(None), articles.c.published, articles.c.key, statements.c.position
    )


def recorded(
    connection: Connection,
    names: Collection[str] | None,
    article_ids: Collection[str] | None,
) -> list[RecordedStatement]:
    """Return statements by speaker and/or article, by publication date, then place in the text."""
    query = _recorded(by_speaker=names is not None, by_article=article_ids is not None)
    given = {"speakers": packed(names or ()), "articles": packed(article_ids or ())}
    return [
        RecordedStatement(row[-2], statement_of(row), VOICES[row[-1]])
        for row in connection.execute(query, given)
    ]


def counted(
    connection: Connection,
    names: Collection[str],
    limit: int,
    article_ids: Collection[str] | None,
) -> int:
    """Return how many statements in current, or these, articles are by them, up to `limit`."""
    given = {"speakers": packed(names), "limit": limit, "articles": packed(article_ids or ())}
    return connection.scalar(_counted(by_article=article_ids is not None), given) or 0


def heard_in() -> Select[tuple[int]]:
    """Return a query for the keys of the articles in which any of the `speakers` speaks."""
    return select(statements.c.article).where(statements.c.speaker.in_(_NAMED))


def known_speakers(
    connection: Connection, article_ids: Collection[str] | None
) -> list[KnownSpeaker]:
    """Return everybody named as a speaker in current, or these, articles, most statements first."""
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
        .where(_wanted(by_article=article_ids is not None))
        .where(statements.c.voice != Voice.COMMENT.value)
        .group_by(speakers.c.key)
        .order_by(count.desc(), speakers.c.name)
    )
    return [
        KnownSpeaker(row.name, bool(row.person), row.statements, row.articles)
        for row in connection.execute(query, {"articles": packed(article_ids or ())})
    ]
