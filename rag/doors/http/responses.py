"""JSON as it goes out, and errors as JSON: `{"error": {message, type, code}}`.

The text of an unexpected exception never leaves the machine: the client gets an id, the log gets
the rest under that id.
"""

import json
import logging
import secrets
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from rag.steps.as_json import Json
from rag.values import errors

_log = logging.getLogger(__name__)

_STATUS: tuple[tuple[type[errors.OnRecordError], int, str], ...] = (
    (errors.QuestionRefused, 422, "question_refused"),
    (errors.SettingInvalid, 422, "setting_invalid"),
    (errors.ArticleMissing, 404, "article_missing"),
    (errors.ArchiveBusy, 503, "archive_busy"),
    (errors.ArchiveMissing, 503, "archive_missing"),
    (errors.ArchiveMismatch, 503, "archive_mismatch"),
    (errors.ArchiveError, 503, "archive_unavailable"),
    (errors.ModelMissing, 503, "model_missing"),
)


class Json8(Response):
    """JSON in UTF-8; text that UTF-8 cannot carry (lone surrogates) is escaped instead."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        """Return the bytes."""
        return dumped(content)


def dumped(content: object) -> bytes:
    """Return `content` as one line of JSON."""
    try:
        return json.dumps(content, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        return json.dumps(content, allow_nan=False).encode()


def error_json(message: str, kind: str, code: str) -> Json:
    """Return the body of every error."""
    return {"error": {"message": message, "type": kind, "code": code}}


def told(error: Exception) -> tuple[int, Json]:
    """Return the status and body that a client gets for this error; log what it does not get."""
    for kind, status, code in _STATUS:
        if isinstance(error, kind):
            if status < 500:
                return status, error_json(str(error), "invalid_request", code)
            return status, _with_id(error, "the archive cannot answer now", "unavailable", code)
    return 500, _with_id(error, "something went wrong here", "internal_error", "internal_error")


def _with_id(error: Exception, message: str, kind: str, code: str) -> Json:
    number = secrets.token_hex(4)
    _log.error("error %s: %s", number, error, exc_info=error)
    body = error_json(f"{message}; the server's log says more under {number}", kind, code)
    body["error"]["id"] = number
    return body


def _named(error: RequestValidationError) -> str:
    first = error.errors()[0]
    if first["type"] == "json_invalid" or tuple(first["loc"]) == ("body",):
        return "the body must be a JSON object, sent with Content-Type: application/json"
    where = ".".join(str(part) for part in first["loc"] if part not in ("body", "query", "path"))
    return f"{where}: {first['msg']}"


def install_errors(app: FastAPI) -> None:
    """Make every error of `app` leave in this form."""

    async def ours(_: Request, error: Exception) -> Response:
        status, body = told(error)
        return Json8(body, status, {"retry-after": "5"} if status == 503 else None)

    async def invalid(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101 - narrows the handler's type
        return Json8(error_json(_named(error), "invalid_request", "invalid_field"), 422)

    async def by_status(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - narrows the handler's type
        phrase = HTTPStatus(error.status_code).phrase
        code = phrase.lower().replace(" ", "_").replace("'", "")
        body = error_json(phrase, "invalid_request", code)
        return Json8(body, error.status_code, error.headers)

    app.add_exception_handler(errors.OnRecordError, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, by_status)
    app.add_exception_handler(Exception, ours)
