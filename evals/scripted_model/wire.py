"""OpenAI's chat completions as bytes: heads, whole bodies, events of a stream, errors."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from evals.scripted_model.reply import Asked, Reply, Send

Framing = Literal["chunked", "until closed"]
"""How the end of a body is told: by HTTP's chunks, or only by the connection's end."""

EVENTS = "text/event-stream; charset=utf-8"
DONE = b"data: [DONE]\n\n"
A_PIECE = 11
"""Characters in one event: about as many as a token or two has."""
_REASONS = {200: "OK", 307: "Temporary Redirect", 400: "Bad Request", 401: "Unauthorized"}


def head(
    status: int = 200,
    content_type: str = "application/json",
    *,
    length: int | None = None,
    more: Mapping[str, str] | None = None,
) -> bytes:
    """Return a response's head; without a length the body ends with the connection."""
    lines = [f"HTTP/1.1 {status} {_REASONS.get(status, 'Status')}", f"Content-Type: {content_type}"]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    lines += [f"{name}: {value}" for name, value in (more or {}).items()]
    return ("\r\n".join([*lines, "Connection: close"]) + "\r\n\r\n").encode("latin-1")


def whole(
    status: int,
    body: bytes,
    content_type: str = "application/json",
    more: Mapping[str, str] | None = None,
) -> Reply:
    """Return a response with its length told."""
    return (Send(head(status, content_type, length=len(body), more=more) + body),)


def completion(text: str, finish_reason: str = "stop") -> bytes:
    """Return the body of an answer in one piece."""
    message = {"role": "assistant", "content": text, "refusal": None}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": finish_reason}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return _json({**_named("chat.completion"), "choices": [choice], "usage": usage})


def delta(content: Mapping[str, Any], finish_reason: str | None = None) -> bytes:
    """Return one event of a stream."""
    choice = {"index": 0, "delta": content, "logprobs": None, "finish_reason": finish_reason}
    return event({**_named("chat.completion.chunk"), "choices": [choice]})


def event(value: object) -> bytes:
    """Return any JSON value as an event."""
    return b"data: " + _json(value) + b"\n\n"


def pieces(text: str, a_piece: int = A_PIECE) -> Iterator[bytes]:
    """Yield the events that bear the text, the first with the role."""
    yield delta({"role": "assistant", "content": ""})
    for at in range(0, len(text), a_piece):
        yield delta({"content": text[at : at + a_piece]})


def events(text: str, a_piece: int = A_PIECE) -> list[bytes]:
    """Return all events of a stream that says the text and ends as it should."""
    return [*pieces(text, a_piece), delta({}, "stop"), DONE]


def streamed(parts: Iterable[bytes], framing: Framing = "chunked") -> Reply:
    """Return a stream of these parts, each in a write of its own, properly ended."""
    if framing == "until closed":
        yield Send(head(content_type=EVENTS))
        yield from map(Send, parts)
    else:
        yield Send(head(content_type=EVENTS, more={"Transfer-Encoding": "chunked"}))
        yield from (Send(chunk(part)) for part in parts)
        yield Send(b"0\r\n\r\n")


def chunk(part: bytes) -> bytes:
    """Return bytes as one chunk of HTTP's chunked encoding."""
    return f"{len(part):x}\r\n".encode() + part + b"\r\n"


def said(text: str, asked: Asked) -> Reply:
    """Return the text as the client wants it, streamed or whole."""
    if asked.streamed:
        return streamed(events(text))
    return whole(200, completion(text))


def error(status: int, message: str, code: str, more: Mapping[str, str] | None = None) -> Reply:
    """Return an error in OpenAI's form."""
    told = {"message": message, "type": "scripted_error", "param": None, "code": code}
    return whole(status, _json({"error": told}), more=more)


def models(names: Iterable[str]) -> Reply:
    """Return the list of models."""
    rows = [{"id": name, "object": "model", "created": 0, "owned_by": "evals"} for name in names]
    return whole(200, _json({"object": "list", "data": rows}))


def _named(kind: str) -> dict[str, Any]:
    return {"id": "chatcmpl-scripted", "object": kind, "created": 0, "model": "scripted"}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
