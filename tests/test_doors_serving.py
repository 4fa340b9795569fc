"""`onrecord serve` in a process of its own: one port, one answer, closed where unused."""

import asyncio
import json
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from commanding import COMMAND, environment, onrecord
from fastapi.routing import APIRoute
from pages import write_pages
from shelf import HARBOUR, HOSTILE_PAGE, Shelf
from starlette.routing import BaseRoute, Mount, Route

from rag.doors.http.app import chat_app, guarded_app, http_app
from rag.doors.http.open_paths import is_open

START_S = 60
SEEN_WITHIN_S = 5
BRIDGE = "What did Mara Lindqvist say about the bridge?"


@contextmanager
def serving_process(archive: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run `onrecord serve` until the block ends; yield its address."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(ONRECORD_ARCHIVE=str(archive)),
    )
    try:
        yield _address(process), process
    finally:
        process.kill()
        process.communicate()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if "http://" in line:
            return line.split("is at ")[1].split()[0]
    assert process.stderr is not None
    raise AssertionError(process.stderr.read())


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("serving")
    pages = write_pages(folder / "pages", "harbour.txt")
    with serving_process(folder / "archive", str(pages)) as (address, _):
        yield address, folder / "archive"


def test_http_and_command_line_give_one_answer(served: tuple[str, Path]) -> None:
    address, archive = served
    over_http = httpx.post(f"{address}/api/ask", json={"question": BRIDGE}).json()
    printed = json.loads(onrecord("ask", "--json", BRIDGE, archive=archive).stdout)
    assert over_http.pop("timings_ms")
    assert printed.pop("timings_ms")
    assert over_http == printed
    assert over_http["citations"]


def test_one_port_has_everything(served: tuple[str, Path]) -> None:
    address, _ = served
    for path in ("/", "/docs", "/openapi.json", "/healthz", "/readyz", "/api/articles", "/config"):
        assert httpx.get(address + path).status_code == 200, path


def test_what_another_process_ingests_is_answered_from(served: tuple[str, Path]) -> None:
    address, archive = served
    question = {"question": "What did Runa Castell say about the ferry?"}
    assert httpx.post(f"{address}/api/ask", json=question).json()["status"] == "abstained"
    pages = write_pages(archive.parent / "later", "ferry.txt")
    assert onrecord("ingest", str(pages), archive=archive).returncode == 0
    deadline = time.monotonic() + SEEN_WITHIN_S
    while (answer := httpx.post(f"{address}/api/ask", json=question).json())[
        "status"
    ] != "answered":
        assert time.monotonic() < deadline, answer
    assert answer["citations"][0]["speaker"]["name"] == "Runa Castell"
    assert httpx.get(f"{address}/readyz").json()["archive"]["articles"] == 2


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/nothing", 404),
        ("GET", "/api/ask", 405),
        ("DELETE", "/check", 405),
        ("POST", "/api/%2e%2e/gradio_api/upload", 404),
        ("GET", "/articles/x/..%2f..%2fetc%2fpasswd", 404),
    ],
)
def test_our_paths_are_ours_alone(
    method: str, path: str, status: int, served: tuple[str, Path]
) -> None:
    answer = httpx.request(method, served[0] + path)
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"message", "type", "code"}


def test_hostile_requests_do_not_get_in(served: tuple[str, Path]) -> None:
    address, _ = served
    upload = {"files": ("x.html", b"<script>", "text/html")}
    assert httpx.post(f"{address}/gradio_api/upload", files=upload).status_code == 404
    assert httpx.get(address, headers={"host": "evil.example"}).status_code == 421
    foreign = {"origin": "http://evil.example"}
    joined = httpx.post(f"{address}/gradio_api/queue/join", headers=foreign, json={})
    assert joined.status_code == 403
    large = httpx.post(f"{address}/gradio_api/queue/join", content=b"x" * 2_000_000)
    assert large.status_code == 413


def test_questions_at_once_are_all_answered(served: tuple[str, Path]) -> None:
    address, _ = served

    async def ask_all() -> list[httpx.Response]:
        async with httpx.AsyncClient(base_url=address, timeout=60) as client:
            asking = (client.post("/api/ask", json={"question": BRIDGE}) for _ in range(24))
            return await asyncio.gather(*asking)

    answers = asyncio.run(ask_all())
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["text"] for answer in answers}) == 1


def test_it_stops_when_told_to(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages", "ferry.txt")
    with serving_process(tmp_path / "archive", str(pages)) as (address, process):
        assert httpx.get(f"{address}/healthz").status_code == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=START_S)
    assert process.returncode == 0
    assert "Traceback" not in out + err


def test_a_taken_port_is_said_to_be_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = onrecord("serve", "--port", str(taken.getsockname()[1]), archive=tmp_path)
    assert done.returncode == 2
    assert "--port" in done.stderr


def routes(of: list[BaseRoute], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield (method, path) of every route of an application and of those mounted in it."""
    for route in of:
        if isinstance(route, Mount):
            yield from routes(list(route.routes), prefix + route.path)
        elif included := getattr(route, "original_router", None):
            yield from routes(included.routes, prefix)
        elif isinstance(route, Route | APIRoute):
            for method in route.methods or ():
                path = prefix + route.path
                while "{" in path:
                    head, _, rest = path.partition("{")
                    path = head + "x" + rest.partition("}")[2]
                yield method, path


def test_every_route_that_nobody_needs_is_closed() -> None:
    shelf = Shelf(HARBOUR, HOSTILE_PAGE)
    apps = (http_app(shelf), chat_app(shelf))
    walked = sorted({one for app in apps for one in routes(list(app.routes))})
    closed = [one for one in walked if not is_open(*one)]

    async def statuses() -> list[int]:
        transport = httpx.ASGITransport(guarded_app(shelf))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return [(await client.request(*one)).status_code for one in closed]

    assert set(asyncio.run(statuses())) == {404}
    open_writes = {path for method, path in walked if is_open(method, path) and method == "POST"}
    assert open_writes == {
        "/check",
        "/api/check",
        "/v1/chat/completions",
        "/api/ask",
        "/gradio_api/queue/join",
        "/gradio_api/cancel",
        "/gradio_api/reset",
    }
    for named in ("upload", "file=x", "proxy=x", "component_server", "process_recording", "call/x"):
        assert any(path == f"/gradio_api/{named}" for _, path in closed), named
