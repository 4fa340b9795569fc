"""JSON and errors as they leave the HTTP door."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from rag.doors.failures import error_json, failure
from rag.doors.json_text import json_text
from rag.values.errors import OnRecordError


class JsonResponse(Response):
    """JSON in UTF-8, whatever characters a page may hold."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        """Return the bytes."""
        return json_text(content).encode()


class ErrorDetail(BaseModel):
    """What went wrong, for a person and for a program."""

    message: str
    type: str
    code: str
    id: str | None = None


class ErrorBody(BaseModel):
    """The body of every error."""

    error: ErrorDetail


def install_errors(app: FastAPI) -> None:
    """Make every error of `app` leave as JSON, without the text of unforeseen exceptions."""
    app.add_exception_handler(OnRecordError, _failed)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _by_status)
    app.add_exception_handler(Exception, _failed)


async def _failed(_: Request, error: Exception) -> Response:
    status, body = failure(error)
    return JsonResponse(body, status, {"retry-after": "5"} if status == 503 else None)


async def _invalid(_: Request, error: Exception) -> Response:
    message = _named(error) if isinstance(error, RequestValidationError) else str(error)
    return JsonResponse(error_json(message, "invalid_request", "invalid_field"), 422)


async def _by_status(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    phrase = HTTPStatus(status).phrase
    code = phrase.lower().replace(" ", "_").replace("'", "")
    return JsonResponse(error_json(phrase, "invalid_request", code), status, headers)


def _named(error: RequestValidationError) -> str:
    first = error.errors()[0]
    if first["type"] == "json_invalid" or tuple(first["loc"]) == ("body",):
        return "the body must be a JSON object, sent with Content-Type: application/json"
    where = ".".join(str(part) for part in first["loc"] if part not in ("body", "query", "path"))
    return f"{where}: {first['msg']}"
