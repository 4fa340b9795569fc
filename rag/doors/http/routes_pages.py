"""Pages for people: the saved page behind a citation, and the style sheet of our own pages."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from ingest import Span
from rag.doors.any_archive import AnyArchive
from rag.doors.chat.source_page import source_page
from rag.doors.chat.theme import STYLE_PREFIX, StyleSheet, style_sheet
from rag.doors.http.routes_articles import ArticleId

Place = Annotated[int, Query(ge=0, le=2**40)]


def page_routes(archive: AnyArchive) -> APIRouter:
    """Return the routes that show saved pages from `archive`."""
    router = APIRouter(include_in_schema=False)

    @router.get("/articles/{article_id}")
    def page(article_id: ArticleId, start: Place = 0, end: Place = 0) -> Response:
        """Return the saved page with the words at [start, end) highlighted."""
        cited = Span(start, end) if end else None
        return HTMLResponse(source_page(archive.article(article_id), cited))

    @router.get(STYLE_PREFIX + "{name}")
    def style(name: StyleSheet) -> Response:
        """Return a style sheet."""
        return Response(style_sheet(name), media_type="text/css")

    return router
