"""The chat page's own inline scripts, admitted by their hashes and no others.

Gradio starts from scripts that stand in its page. Admitting inline scripts as such would also run
whatever an escaping mistake let into the page later; a policy that names the hashes of those the
server sent does not (Content Security Policy Level 3, `hash-source`).
"""

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from rag.doors.http.security_headers import chat_policy

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]

_INLINE = re.compile(rb"<script(?![^>]*\bsrc\s*=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)


def script_hashes(page: bytes) -> tuple[str, ...]:
    """Return a CSP hash source for every inline script of an HTML page."""
    digests = (hashlib.sha256(script).digest() for script in _INLINE.findall(page))
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def admitting_its_scripts(send: Send) -> Send:
    """Return a `send` that holds an HTML page until it is whole and adds the policy that fits it.

    The page must not be compressed.
    """
    started: list[Message] = []
    body = bytearray()

    async def holding(message: Message) -> None:
        if message["type"] == "http.response.start":
            started.append(message)
            return
        body.extend(message.get("body", b""))
        if message.get("more_body"):
            return
        start = started.pop()
        policy = chat_policy(script_hashes(bytes(body))).encode()
        headers = [*start["headers"], (b"content-security-policy", policy)]
        await send({**start, "headers": headers})
        await send({"type": "http.response.body", "body": bytes(body)})

    return holding
