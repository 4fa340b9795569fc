"""Outlines of pages, and what repeats on their sites."""

from array import array
from collections.abc import Collection

from sqlalchemy import Connection, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from ingest import SAMPLE, Article, Outline, outline
from rag.adapters.sqlite.queries import listed
from rag.adapters.sqlite.schema import articles, captures, outlines, sites
from rag.values.catalogued import Misread
from rag.values.progress import SiteKept

Lines = frozenset[int]

_OUTLINE = insert(outlines)
_OUTLINE = _OUTLINE.on_conflict_do_update(
    index_elements=["article"],
    set_={name: _OUTLINE.excluded[name] for name in ("site", "draw", "lines", "heeded")},
)
_UNSETTLED = insert(sites).on_conflict_do_update(index_elements=["site"], set_={"settled": False})

_SITE = (
    select(outlines.c.site)
    .join(articles, articles.c.key == outlines.c.article)
    .where(articles.c.id == bindparam("id"))
)
_HEEDED = update(outlines).where(
    outlines.c.site == bindparam("here"), outlines.c.draw == bindparam("page")
)
_MIXED = update(sites).where(sites.c.site == bindparam("here")).values(lines=None)


def enter(connection: Connection, key: int, article: Article) -> None:
    """Keep the outline of a page that was read by itself; its site is to be settled again."""
    drawn = outline(article)
    values = {"site": drawn.site, "draw": article.id, "lines": _packed(drawn.lines), "heeded": None}
    connection.execute(_OUTLINE, values | {"article": key})
    _unsettle(connection, drawn.site)


def leave(connection: Connection, key: int) -> None:
    """Forget the outline of a page that is no longer current."""
    site = connection.scalar(select(outlines.c.site).where(outlines.c.article == key))
    if site is not None:
        connection.execute(delete(outlines).where(outlines.c.article == key))
        _unsettle(connection, site)


def unsettled(connection: Connection) -> list[str]:
    """Return the sites whose pages changed since they were settled."""
    query = select(sites.c.site).where(sites.c.settled.is_(False)).order_by(sites.c.site)
    return list(connection.scalars(query))


def sample(connection: Connection, site: str) -> list[Outline]:
    """Return the outlines of some of a site's pages: the same ones whatever the order of adding."""
    rows = connection.scalars(
        select(outlines.c.lines)
        .where(outlines.c.site == site)
        .order_by(outlines.c.draw)
        .limit(SAMPLE)
    )
    return [Outline(site, _unpacked(lines)) for lines in rows]


def misread(
    connection: Connection, site: str, repeated: Lines, after: str, limit: int
) -> list[Misread]:
    """Return up to `limit` pages of a site whose reading does not heed what repeats there.

    They come by article id, those behind `after` only.
    """
    known = connection.scalar(select(sites.c.lines).where(sites.c.site == site))
    pages = outlines.c.site == site, outlines.c.draw > after
    query = select(outlines).where(*pages).order_by(outlines.c.draw)
    if known is not None and _unpacked(known) == tuple(sorted(repeated)):
        query = query.where(outlines.c.heeded.is_(None))
    found: list[Misread] = []
    for row in connection.execute(query.execution_options(yield_per=100)).mappings():
        wanted = Outline(site, _unpacked(row["lines"])).loose & repeated
        if tuple(sorted(wanted)) != _unpacked(row["heeded"] or b""):
            found.append(_page(connection, row["article"], wanted))
            if len(found) == limit:
                break
    return found


def heed(connection: Connection, article_id: str, lines: Lines) -> None:
    """Record which of its site's lines the stored reading of a page heeds."""
    site = connection.scalar(_SITE, {"id": article_id})
    heeded = {"heeded": _packed(tuple(sorted(lines)))}
    connection.execute(_HEEDED, heeded | {"here": site, "page": article_id})
    # Until the site is settled, its pages heed different lines: after a kill, ask all of them.
    connection.execute(_MIXED, {"here": site})


def settle(connection: Connection, site: str, repeated: Lines) -> None:
    """Record that all pages of a site are read in the light of what repeats there."""
    here = outlines.c.site == site
    connection.execute(update(outlines).where(here, outlines.c.heeded.is_(None)).values(heeded=b""))
    if connection.scalar(select(outlines.c.article).where(here).limit(1)) is None:
        connection.execute(delete(sites).where(sites.c.site == site))
        return
    connection.execute(
        update(sites)
        .where(sites.c.site == site)
        .values(settled=True, lines=_packed(tuple(sorted(repeated))))
    )


def kept(connection: Connection, names: Collection[str]) -> tuple[SiteKept, ...]:
    """Return how much of the current pages of these sites is article, most pages first."""
    pages = func.count().label("pages")
    rows = connection.execute(
        select(outlines.c.site, pages, func.sum(articles.c.characters), func.sum(articles.c.kept))
        .join(articles, articles.c.key == outlines.c.article)
        .where(outlines.c.site.in_(listed(names)))
        .group_by(outlines.c.site)
        .order_by(pages.desc(), outlines.c.site)
    )
    return tuple(
        SiteKept(site=site, pages=count, characters=characters, kept=kept)
        for site, count, characters, kept in rows
    )


def _unsettle(connection: Connection, site: str) -> None:
    connection.execute(_UNSETTLED, {"site": site, "lines": None, "settled": False})


def _page(connection: Connection, key: int, wanted: Lines) -> Misread:
    row = connection.execute(
        select(articles, captures.c.content)
        .join(captures, captures.c.sha256 == articles.c.sha256)
        .where(articles.c.key == key)
    ).one()
    return Misread(row.id, row.file, row.path, row.url, row.text, row.content, wanted)


def _packed(lines: tuple[int, ...]) -> bytes:
    return array("q", lines).tobytes()


def _unpacked(stored: bytes) -> tuple[int, ...]:
    return tuple(array("q", stored))
