"""Replies that are errors, or no replies at all in HTTP's or OpenAI's sense."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from evals.scripted_model.reply import Asked, Reply, Send
from evals.scripted_model.wire import completion, error, head, whole

Break = Callable[[Asked, str], Reply]
_PAGE = b"<!doctype html><title>502</title><h1>Bad gateway</h1><script>alert(1)</script>"
_HTML = "text/html; charset=utf-8"


def _error(status: int, message: str, code: str, **more: str) -> Break:
    headers = {name.replace("_", "-"): value for name, value in more.items()}
    return lambda asked, text: error(status, message, code, headers)


def _whole(body: bytes, status: int = 200, content_type: str = "application/json") -> Break:
    return lambda asked, text: whole(status, body, content_type)


def _raw(data: bytes) -> Break:
    return lambda asked, text: (Send(data),)


def _echoing_the_key(asked: Asked, text: str) -> Reply:
    """Send an error message that repeats what came, the key included, as OpenAI's own does."""
    sent = asked.headers.get("authorization", "")
    return error(401, f"Incorrect API key provided: {sent}. {json.dumps(asked.body)}", "key")


def _short_of_its_length(asked: Asked, text: str) -> Reply:
    body = completion(text)
    return (Send(head(length=len(body) * 2) + body),)


def _huge(asked: Asked, text: str) -> Reply:
    yield Send(head(content_type="application/json"))
    while True:
        yield Send(b" " * 65_536)


_LIMIT = "maximum context length is 8192 tokens; your messages resulted in 20000 tokens"
BROKEN_STATUSES: Mapping[str, Break] = MappingProxyType(
    {
        "400": _error(400, "bad request", "bad_request"),
        "400 context too long": _error(400, _LIMIT, "context_length_exceeded"),
        "401": _error(401, "Incorrect API key provided", "invalid_api_key"),
        "401 echoing the key": _echoing_the_key,
        "403": _error(403, "forbidden", "forbidden"),
        "404 model": _error(404, "The model does not exist", "model_not_found"),
        "408": _error(408, "timeout", "timeout"),
        "409": _error(409, "conflict", "conflict"),
        "413": _error(413, "too large", "too_large"),
        "422": _error(422, "unprocessable", "unprocessable"),
        "429": _error(429, "Rate limit reached", "rate_limit_exceeded"),
        "429 quota": _error(429, "You exceeded your current quota", "insufficient_quota"),
        "429 retry after 0": _error(429, "Rate limit", "rate_limit_exceeded", Retry_After="0"),
        "429 retry after 50": _error(429, "Rate limit", "rate_limit_exceeded", Retry_After="50"),
        "429 retry after a date": _error(
            429, "Rate limit", "rate_limit", Retry_After="Wed, 21 Oct 2099 07:28:00 GMT"
        ),
        "429 retry after nonsense": _error(429, "Rate limit", "rate_limit", Retry_After="soon"),
        "500": _error(500, "internal error", "server_error"),
        "502": _whole(_PAGE, 502, _HTML),
        "503": _error(503, "overloaded", "overloaded"),
        "503 retry after 50": _error(503, "overloaded", "overloaded", Retry_After="50"),
        "504": _whole(b"", 504),
        "529": _error(529, "overloaded", "overloaded_error"),
        "204": _raw(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
        "301 to itself": _raw(
            b"HTTP/1.1 301 Moved\r\nLocation: /v1/chat/completions\r\nContent-Length: 0\r\n\r\n"
        ),
        "307 to itself": _raw(
            b"HTTP/1.1 307 Moved\r\nLocation: /v1/chat/completions\r\nContent-Length: 0\r\n\r\n"
        ),
        "empty body": _whole(b""),
        "empty object": _whole(b"{}"),
        "HTML": _whole(_PAGE, 200, _HTML),
        "text": _whole(b"hello", 200, "text/plain"),
        "list": _whole(b"[]"),
        "null": _whole(b"null"),
        "error in a 200": _whole(b'{"error": {"message": "no", "type": "x", "code": null}}'),
        "choices empty": _whole(b'{"object": "chat.completion", "choices": []}'),
        "choices of text": _whole(b'{"object": "chat.completion", "choices": "x"}'),
        "message null": _whole(b'{"choices": [{"index": 0, "message": null}]}'),
        "content null": _whole(
            b'{"choices": [{"message": {"role": "assistant", "content": null}}]}'
        ),
        "deep body": _whole(b"[" * 200_000),
        "short of its length": _short_of_its_length,
        "huge body": _huge,
        "no HTTP": _raw(b"SSH-2.0-OpenSSH_9.6\r\n"),
        "bad status line": _raw(b"HTTP/1.1 abc What\r\n\r\n"),
        "huge header": _raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 2_000_000 + b"\r\n\r\n"),
        "bad gzip": _raw(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope"
        ),
    }
)
