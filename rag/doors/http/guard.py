"""The guard: pure ASGI, in front of every route on the port, Gradio's included.

It checks Host and Origin, closes paths that nobody needs, reads bodies up to a limit, and gives
every response its security headers. It stands outside any framework's middleware, so that nothing
mounted later can slip past it.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from rag.doors.http.hosts import LOOPBACK_NAMES, host_allowed, origin_allowed
from rag.doors.http.inline_scripts import admitting_its_scripts
from rag.doors.http.open_paths import READING, is_open
from rag.doors.http.security_headers import OWN_POLICY, SECURITY_HEADERS

_log = logging.getLogger(__name__)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST_BODY = 1_000_000
"""Bytes; a question is refused long before, a draft to check fits."""

SLOWEST_BODY_S = 20.0
"""A body that is not there by then is given up."""

CHAT_PATH = "/"
_ENCODING = b"accept-encoding"
_POLICY = (b"content-security-policy", OWN_POLICY.encode())


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that goes no further, and what its sender is told."""

    status: int
    code: str
    message: str


class Guard:
    """An ASGI application that lets only fit requests through to `app`."""

    def __init__(
        self,
        app: App,
        names: frozenset[str] = LOOPBACK_NAMES,
        *,
        largest_body: int = LARGEST_BODY,
        slowest_body_s: float = SLOWEST_BODY_S,
    ) -> None:
        self._app = app
        self._names = names
        self._largest_body = largest_body
        self._slowest_body_s = slowest_body_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection event."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, send)
        else:  # nothing here speaks WebSocket
            await receive()
            await send({"type": "websocket.close", "code": 1008})

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = refused(scope, self._names)
        if refusal is None and _has_body(scope):
            body = await self._read(scope, receive)
            if isinstance(body, Refusal):
                refusal = body
            else:
                receive = _replay(body, receive)
        if refusal is not None:
            await _refuse(refusal, send)
            return
        await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        sending = _with_headers(noting)
        if scope["path"] == CHAT_PATH:
            scope = {**scope, "headers": [one for one in scope["headers"] if one[0] != _ENCODING]}
            sending = admitting_its_scripts(sending)
        try:
            await self._app(scope, receive, sending)
        except Exception as error:  # raised again for the server, which would cut the connection
            if status != 500:  # a 500 was logged where it was made
                _log.error("%s failed: %s", scope["path"], error, exc_info=error)
            if not status:
                await _refuse(Refusal(500, "internal_error", "something went wrong here"), send)

    async def _read(self, scope: Scope, receive: Receive) -> bytes | Refusal:
        too_large = Refusal(
            413, "body_too_large", f"the request's body is larger than {self._largest_body} bytes"
        )
        declared = _header(scope, b"content-length")
        if declared is not None and (not declared.isdigit() or int(declared) > self._largest_body):
            return too_large
        body = bytearray()
        try:
            async with asyncio.timeout(self._slowest_body_s):
                while True:
                    message = await receive()
                    body += message.get("body", b"")
                    if len(body) > self._largest_body:
                        return too_large
                    if message["type"] == "http.disconnect" or not message.get("more_body"):
                        return bytes(body)
        except TimeoutError:
            return Refusal(408, "body_too_slow", "the request's body did not arrive in time")


def refused(scope: Scope, names: frozenset[str]) -> Refusal | None:
    """Return why this request goes no further, judged by its head alone; None when it may."""
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    if len(hosts) != 1 or not host_allowed(hosts[0].decode("latin-1"), names):
        return Refusal(421, "host_not_served", "this server does not answer to that host name")
    origin = _header(scope, b"origin")
    if origin is not None and not origin_allowed(origin, hosts[0].decode("latin-1"), names):
        return Refusal(403, "foreign_origin", "requests from other sites are not served")
    site = _header(scope, b"sec-fetch-site")
    if scope["method"] not in READING and site not in (None, "same-origin", "none"):
        return Refusal(403, "foreign_origin", "requests from other sites are not served")
    if not is_open(scope["method"], scope["path"]):
        return Refusal(404, "no_such_path", "there is nothing at this address")
    return None


def _has_body(scope: Scope) -> bool:
    length = _header(scope, b"content-length")
    return length not in (None, "0") or _header(scope, b"transfer-encoding") is not None


def _header(scope: Scope, wanted: bytes) -> str | None:
    for name, value in scope["headers"]:
        if name == wanted:
            return str(value.decode("latin-1"))
    return None


def _replay(body: bytes, receive: Receive) -> Receive:
    unread = [body]

    async def replayed() -> Message:
        if unread:
            return {"type": "http.request", "body": unread.pop(), "more_body": False}
        return await receive()

    return replayed


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [
                (name, value)
                for name, value in message["headers"]
                if not name.lower().startswith((b"access-control-", b"server"))
            ]
            named = {name.lower() for name, _ in kept}
            added = [one for one in (*SECURITY_HEADERS, _POLICY) if one[0] not in named]
            message = {**message, "headers": [*kept, *added]}
        await send(message)

    return sending


async def _refuse(refusal: Refusal, send: Send) -> None:
    told = {"message": refusal.message, "type": "request_refused", "code": refusal.code}
    body = json.dumps({"error": told}).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
        *SECURITY_HEADERS,
    ]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
