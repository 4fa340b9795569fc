"""The guard: hosts, origins, closed paths, body limits, headers."""

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import serving

from rag.doors.http.guard import Guard
from rag.doors.http.hosts import LOOPBACK_NAMES, host_allowed, is_loopback, origin_allowed

LIMIT = 10_000


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Answer with the number of bytes in the body."""
    if scope["type"] != "http":
        return
    size, more = 0, True
    while more:
        message = await receive()
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
    headers = [(b"content-type", b"text/plain"), (b"access-control-allow-origin", b"*")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": str(size).encode()})


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    app = Guard(echo, LOOPBACK_NAMES | {"news.lan"}, largest_body=LIMIT, slowest_body_s=0.5)
    with serving(app) as at:
        yield at


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("localhost", True),
        ("LocalHost:7860", True),
        ("127.0.0.1:1", True),
        ("[::1]:7860", True),
        ("[::1]", True),
        ("news.lan", True),
        ("", False),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("evil.example:7860", False),
        ("localhost.", False),
        ("localhost:", False),
        ("localhost:port", False),
        ("localhost:99999", False),
        ("localhost:7860:1", False),
        (" localhost", False),
        ("localhost evil", False),
        ("localhost/evil", False),
        ("localhost@evil.example", False),
        ("user@localhost", False),
        ("127.0.0.1.nip.io", False),
        ("127.1", False),
        ("2130706433", False),
        ("0x7f.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - refused, not bound
        ("::1", False),
        ("[::1", False),
        ("[::]", False),
        ("[::ffff:127.0.0.1]", False),
        ("loc\xe0lhost", False),
        ("localhost\x00", False),
        ("localhost,evil.example", False),
        ("sub.localhost", False),
        ("null", False),
    ],
)
def test_only_own_names_are_answered_to(host: str, allowed: bool) -> None:
    assert host_allowed(host, LOOPBACK_NAMES | {"news.lan"}) is allowed


@given(st.text(max_size=30))
def test_no_other_text_is_a_loopback_name(host: str) -> None:
    expected = host.lower().rpartition(":")[0] or host.lower()
    assert not host_allowed(host, LOOPBACK_NAMES) or expected in LOOPBACK_NAMES


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("http://localhost:7860", True),
        ("https://localhost:7860", True),
        ("http://LOCALHOST:7860", True),
        ("http://localhost:7861", False),
        ("http://localhost", False),
        ("http://127.0.0.1:7860", False),
        ("null", False),
        ("", False),
        ("http://evil.example", False),
        ("http://localhost:7860.evil.example", False),
        ("http://localhost:7860/", False),
        ("file://", False),
        ("ftp://localhost:7860", False),
        ("chrome-extension://abcdef", False),
        ("http://evil.example http://localhost:7860", False),
    ],
)
def test_only_the_page_itself_may_send(origin: str, allowed: bool) -> None:
    assert origin_allowed(origin, "localhost:7860", LOOPBACK_NAMES) is allowed


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),  # noqa: S104 - refused, not bound
        ("::", False),
        ("192.168.1.5", False),
        ("news.lan", False),
        ("", False),
    ],
)
def test_what_keeps_the_server_on_this_machine(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "news.lan:80"}, 200),
        ({"host": "evil.example"}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_foreign_requests_are_refused(headers: dict[str, str], status: int, address: str) -> None:
    answer = httpx.post(f"{address}/api/ask", headers=headers, content=b"x")
    assert answer.status_code == status
    if status != 200:
        assert set(answer.json()["error"]) == {"message", "type", "code"}


def test_a_link_from_another_site_still_opens_the_page(address: str) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert httpx.get(f"{address}/", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("POST", "/gradio_api/queue/join", 200),
        ("POST", "/", 404),
        ("POST", "/gradio_api/upload", 404),
        ("GET", "/gradio_api/upload_progress", 404),
        ("GET", "/gradio_api/file=/etc/passwd", 404),
        ("GET", "/file=/etc/passwd", 404),
        ("GET", "/gradio_api/proxy=http://127.0.0.1/", 404),
        ("POST", "/gradio_api/component_server", 404),
        ("POST", "/gradio_api/run/predict", 404),
        ("GET", "/gradio_api//upload", 404),
        ("GET", "/monitoring", 404),
        ("PUT", "/", 404),
        ("TRACE", "/", 404),
    ],
)
def test_unneeded_paths_are_closed(method: str, path: str, status: int, address: str) -> None:
    assert httpx.request(method, f"{address}{path}").status_code == status


def test_every_response_has_the_headers_and_no_foreign_permission(address: str) -> None:
    for path, host in [("/", "localhost"), ("/api/x", "localhost"), ("/", "evil.example")]:
        headers = httpx.get(f"{address}{path}", headers={"host": host}).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers
    policy = httpx.get(f"{address}/api/x").headers["content-security-policy"]
    assert "unsafe" not in policy


def test_a_body_within_the_limit_arrives_whole(address: str) -> None:
    def chunks() -> Iterator[bytes]:
        yield from [b"x" * 999] * 10

    assert httpx.post(f"{address}/api/ask", content=b"x" * LIMIT).text == str(LIMIT)
    assert httpx.post(f"{address}/api/ask", content=chunks()).text == "9990"


def test_a_larger_body_is_refused_while_it_is_read(address: str) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 500_000_000:
            sent += 65_536
            yield b"x" * 65_536

    declared = httpx.post(f"{address}/api/ask", content=b"x" * (LIMIT + 1))
    assert declared.status_code == 413
    with contextlib.suppress(httpx.WriteError):  # the server may hang up while the client sends
        assert httpx.post(f"{address}/api/ask", content=endless()).status_code == 413
    assert sent < 50_000_000


def test_a_body_that_does_not_come_is_given_up(address: str) -> None:
    async def stuck() -> str:
        host, port = address.removeprefix("http://").split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(b"POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx")
        async with asyncio.timeout(10):
            line = await reader.readline()
        writer.close()
        return line.decode()

    assert "408" in asyncio.run(stuck())
