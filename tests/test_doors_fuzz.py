"""Whatever is sent, the HTTP door answers in its own words: never a 5xx, errors always as JSON."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from serving import serving
from shelf import HARBOUR, HOSTILE_PAGE, Shelf

from rag.doors.http.app import http_app
from rag.doors.http.guard import Guard

FIELDS = (
    "question",
    "history",
    "filters",
    "stream",
    "answer",
    "speaker",
    "since",
    "until",
    "voice",
    "as_of",
    "messages",
    "role",
    "content",
    "model",
    "text",
    "draft",
)
anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(), max_size=40)
    | st.sampled_from(["user", "narration", "2023-02-30", "0000", "\ud800", "[1]", "\x00"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=12,
)
unhurried = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    app = Guard(http_app(Shelf(HARBOUR, HOSTILE_PAGE)))
    with serving(app) as address, httpx.Client(base_url=address) as client:
        yield client


def fair(response: httpx.Response) -> None:
    assert response.status_code < 500, response.text
    if response.status_code >= 400 and "json" in response.headers["content-type"]:
        assert set(response.json()["error"]) >= {"message", "type", "code"}


@unhurried
@given(
    path=st.sampled_from(["/api/ask", "/api/check", "/v1/chat/completions"]),
    body=anything,
    known=st.dictionaries(st.sampled_from(FIELDS), anything, max_size=4),
)
def test_any_json_is_answered(
    path: str, body: Any, known: dict[str, Any], client: httpx.Client
) -> None:
    sent = {"question": "bridge?", **known} if isinstance(body, dict) else body
    headers = {"content-type": "application/json"}
    fair(client.post(path, content=json.dumps(sent).encode(), headers=headers))


@unhurried
@given(
    path=st.sampled_from(["/api/search", "/api/quotes", "/api/articles", "/articles/abcd"]),
    query=st.dictionaries(
        st.sampled_from(["q", "limit", "offset", "speaker", "since", "voice", "start", "end"]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.integers().map(str),
        max_size=4,
    ),
)
def test_any_query_is_answered(path: str, query: dict[str, str], client: httpx.Client) -> None:
    fair(client.get(path, params=query))


@unhurried
@given(content=st.binary(max_size=300))
def test_any_bytes_are_answered(content: bytes, client: httpx.Client) -> None:
    fair(client.post("/api/ask", content=content, headers={"content-type": "application/json"}))
