"""Pages for people: the saved page behind a citation, and the files that our pages need."""

from typing import Annotated

from fastapi import APIRouter, FastAPI, Query
from fastapi.responses import HTMLResponse, Response

from ingest import Span
from rag.doors.any_archive import AnyArchive
from rag.doors.chat.source_page import missing_page, source_page
from rag.doors.chat.theme import FILES_PREFIX, OwnFile, own_file
from rag.doors.http.docs_page import docs_page
from rag.doors.http.routes_articles import ArticleId
from rag.values.errors import ArticleMissing

Place = Annotated[int, Query(ge=0, le=2**40)]


_TYPES = {"css": "text/css", "js": "text/javascript"}


def page_routes(archive: AnyArchive) -> APIRouter:
    """Return the routes that show saved pages from `archive`."""
    router = APIRouter(include_in_schema=False)

    @router.get("/articles/{article_id}")
    def page(article_id: ArticleId, start: Place = 0, end: Place = 0) -> Response:
        """Return the saved page with the words at [start, end) highlighted."""
        cited = Span(start, end) if end else None
        try:
            return HTMLResponse(source_page(archive.article(article_id), cited))
        except ArticleMissing:
            return HTMLResponse(missing_page(article_id), 404)

    @router.get(FILES_PREFIX + "{name}")
    def file(name: OwnFile) -> Response:
        """Return a style sheet or script."""
        return Response(own_file(name), media_type=_TYPES[name.rpartition(".")[2]])

    return router


def add_docs(app: FastAPI) -> None:
    """Add the page that describes the routes of `app`."""

    @app.get("/docs", include_in_schema=False)
    def docs() -> Response:
        """Return the description."""
        return HTMLResponse(docs_page(app.openapi()))
