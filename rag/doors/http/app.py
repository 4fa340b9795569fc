"""The application on the port: our routes beside the chat page, the guard in front of both."""

from fastapi import FastAPI

from rag.doors.any_archive import AnyArchive
from rag.doors.http.guard import App, Guard, Receive, Scope, Send
from rag.doors.http.hosts import LOOPBACK_NAMES
from rag.doors.http.open_paths import is_own
from rag.doors.http.responses import ErrorBody, JsonResponse, install_errors
from rag.doors.http.routes_articles import article_routes
from rag.doors.http.routes_ask import ask_routes
from rag.doors.http.routes_completions import completion_routes
from rag.doors.http.routes_health import health_routes
from rag.doors.http.routes_pages import add_docs, page_routes
from rag.doors.http.routes_quotes import quote_routes
from rag.doors.http.routes_tools import tool_routes

SUMMARY = "Ask a news archive who said what, when and where; every quote is checked."

_ROUTES = (
    ask_routes,
    quote_routes,
    article_routes,
    page_routes,
    completion_routes,
    tool_routes,
    health_routes,
)


def http_app(archive: AnyArchive) -> FastAPI:
    """Return the HTTP door without the chat page and without the guard."""
    app = FastAPI(
        title="OnRecord",
        version="1",
        summary=SUMMARY,
        docs_url=None,  # the stock page loads its code from a foreign host
        redoc_url=None,
        responses={"4XX": {"model": ErrorBody}, "5XX": {"model": ErrorBody}},
        default_response_class=JsonResponse,
    )
    install_errors(app)
    for routes in _ROUTES:
        app.include_router(routes(archive))
    add_docs(app)
    return app


def chat_app(archive: AnyArchive) -> FastAPI:
    """Return the chat page without the guard."""
    from rag.doors.chat.page import mount_chat

    app = FastAPI(openapi_url=None)
    mount_chat(app, archive)
    return app


def guarded_app(archive: AnyArchive, *, names: frozenset[str] = frozenset()) -> App:
    """Return all that `serve` serves, answering to loopback and to these further host names."""
    own, chat = http_app(archive), chat_app(archive)

    async def divided(scope: Scope, receive: Receive, send: Send) -> None:
        ours = scope["type"] == "http" and is_own(scope["path"])
        await (own if ours else chat)(scope, receive, send)

    return Guard(divided, LOOPBACK_NAMES | {name.lower() for name in names})
