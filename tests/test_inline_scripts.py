"""The chat page's policy names the scripts that the server sent."""

import asyncio
import base64
import hashlib
from typing import Any

import pytest

from rag.doors.http.inline_scripts import admitting_its_scripts, script_hashes


def source(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


@pytest.mark.parametrize(
    ("page", "scripts"),
    [
        (b"<p>none</p>", []),
        (b"<script>a()</script><SCRIPT type='module'>\nb()\n</SCRIPT>", [b"a()", b"\nb()\n"]),
        (b'<script src="/x.js"></script><script async src=/y.js></script>', []),
        (b"<script data-x>c()</script >", []),
        (b"<script data-x>c('<p>')</script>", [b"c('<p>')"]),
    ],
)
def test_every_inline_script_has_its_hash(page: bytes, scripts: list[bytes]) -> None:
    assert list(script_hashes(page)) == [source(script) for script in scripts]


def test_a_page_in_pieces_gets_one_policy() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def answer() -> None:
        holding = admitting_its_scripts(send)
        await holding({"type": "http.response.start", "status": 200, "headers": []})
        await holding({"type": "http.response.body", "body": b"<script>a", "more_body": True})
        await holding({"type": "http.response.body", "body": b"()</script>"})

    asyncio.run(answer())
    start, body = sent
    [(name, policy)] = start["headers"]
    assert name == b"content-security-policy"
    assert source(b"a()") in policy.decode()
    assert "unsafe-eval" not in policy.decode()
    assert "script-src 'self' 'unsafe-inline'" not in policy.decode()
    assert body["body"] == b"<script>a()</script>"
