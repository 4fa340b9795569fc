"""The ledger and the quote check as pages for people, with plain forms."""

from collections.abc import Callable
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response
from pydantic import ValidationError

from rag.doors.any_archive import AnyArchive
from rag.doors.chat.check_page import check_page
from rag.doors.chat.ledger_page import ledger_page
from rag.doors.failures import excuse
from rag.doors.http.routes_quotes import CheckRequest, QuoteFields
from rag.doors.wording import sentence

MOST_FIELDS = 20


def tool_routes(archive: AnyArchive) -> APIRouter:
    """Return the pages that list and check quotes against `archive`."""
    router = APIRouter(include_in_schema=False)

    @router.get("/quotes")
    def quotes(request: Request) -> Response:
        """Return the ledger's page for the fields of its form."""
        asked = dict(request.query_params)
        return _page(
            lambda: ledger_page(archive.quotes(QuoteFields.model_validate(asked).query()), asked),
            lambda notice: ledger_page(None, asked, notice),
        )

    @router.get("/check")
    def empty() -> Response:
        """Return the form for a draft."""
        return HTMLResponse(check_page())

    @router.post("/check")
    async def check(request: Request) -> Response:
        """Return the verdicts on the draft that the form sent."""
        draft = _field(await request.body(), "text")

        def checked() -> str:
            return check_page(draft, archive.check(CheckRequest(text=draft).text))

        return await run_in_threadpool(
            _page, checked, lambda notice: check_page(draft, notice=notice)
        )

    return router


def _page(made: Callable[[], str], otherwise: Callable[[str], str]) -> Response:
    """Return the page, or the one that says why it cannot be made."""
    try:
        return HTMLResponse(made())
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return HTMLResponse(otherwise(sentence(f"{where}: {first['msg']}")), 422)
    except Exception as error:  # a person sees a page, whatever went wrong
        return HTMLResponse(otherwise(excuse(error)), 503)


def _field(body: bytes, name: str) -> str:
    """Return a field of a form as browsers send it (URL-encoded, UTF-8); empty when absent."""
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=MOST_FIELDS)
    except ValueError:
        return ""
    return fields.get(name, [""])[0].replace("\r\n", "\n")
