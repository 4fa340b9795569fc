"""The HTTP door over a real server: the contract, bad requests, and silence about the inside."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from serving import serving
from shelf import HARBOUR, HOSTILE_PAGE, BrokenShelf, Shelf

from rag.doors.http.app import http_app
from rag.doors.http.guard import Guard
from rag.values.question import LONGEST_QUESTION


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with (
        serving(Guard(http_app(Shelf(HARBOUR, HOSTILE_PAGE)))) as address,
        httpx.Client(base_url=address) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def broken() -> Iterator[httpx.Client]:
    with (
        serving(Guard(http_app(BrokenShelf(HARBOUR)))) as address,
        httpx.Client(base_url=address) as client,
    ):
        yield client


def ask(client: httpx.Client, **body: Any) -> httpx.Response:
    return client.post("/api/ask", json=body)


def test_an_answer_follows_the_contract_and_the_stored_text(client: httpx.Client) -> None:
    schema = json.loads((files("rag.values") / "answer.schema.json").read_text("utf-8"))
    answer = ask(client, question="Is the bridge safe?").json()
    Draft202012Validator(schema).validate(answer)
    assert client.get("/api/answer.schema.json").json() == schema
    for cited in answer["citations"]:
        page = client.get(f"/api/articles/{cited['article']['id']}").json()
        assert page["text"][cited["start"] : cited["end"]] == cited["quote"]


def test_history_and_filters_are_taken(client: httpx.Client) -> None:
    answer = ask(
        client,
        question="Is the bridge safe?",
        history=[{"question": "a", "answer": "b"}],
        filters={"speaker": "Mara", "since": "2031", "until": "2031-04", "voice": "narration"},
    )
    assert answer.status_code == 200


def test_a_stream_ends_with_the_answer(client: httpx.Client) -> None:
    with client.stream("POST", "/api/ask", json={"question": "bridge?", "stream": True}) as lines:
        events = [json.loads(line) for line in lines.iter_lines()]
    assert [event["event"] for event in events] == ["searching", "answer"]
    assert events[-1]["answer"]["citations"]


def test_search_gives_ranked_passages_with_offsets(client: httpx.Client) -> None:
    found = client.get("/api/search", params={"q": "northern tunnel", "limit": 5}).json()
    [hit] = found["hits"]
    assert hit["rank"] == 1
    assert hit["text"] == HARBOUR.text[hit["start"] : hit["end"]]
    assert hit["article"]["file"] == "harbour.txt"


def test_the_list_is_paged(client: httpx.Client) -> None:
    first = client.get("/api/articles", params={"limit": 1}).json()
    second = client.get("/api/articles", params={"limit": 1, "offset": 1}).json()
    assert first["total"] == 2
    assert [page["articles"][0]["id"] for page in (first, second)] == [HARBOUR.id, HOSTILE_PAGE.id]


def test_the_interface_is_described_without_foreign_help(client: httpx.Client) -> None:
    page = client.get("/docs").text
    described = client.get("/openapi.json").json()
    for path in ("/api/ask", "/api/search", "/api/articles", "/api/articles/{article_id}"):
        assert path in page
        assert path in described["paths"]
    assert "<script" not in page
    assert 'src="' not in page


def test_a_citations_page_is_shown(client: httpx.Client) -> None:
    page = client.get(f"/articles/{HARBOUR.id}", params={"start": 3, "end": 9})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<mark id="quote">' in page.text
    assert "unsafe" not in page.headers["content-security-policy"]
    assert client.get("/onrecord/page.css").headers["content-type"].startswith("text/css")
    gone = client.get("/articles/ffffffffffffffffffff")
    assert gone.status_code == 404
    assert "it may have been removed" in gone.text
    for missing in ("/onrecord/page.py", "/onrecord/..%2fpage.py", "/articles/ffffffff", "/x"):
        assert client.get(missing).status_code in (404, 422)


def test_health_and_readiness(client: httpx.Client, broken: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json()["archive"]["articles"] == 2
    assert broken.get("/healthz").status_code == 200
    assert broken.get("/readyz").status_code >= 500


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ({}, 422, "question"),
        ({"question": ""}, 422, "question"),
        ({"question": "   "}, 422, "empty"),
        ({"question": "x" * (LONGEST_QUESTION + 1)}, 422, "at most 2000"),
        ({"question": "x" * 100_000}, 422, "at most 2000"),
        ({"question": 5}, 422, "string"),
        ({"question": "q", "more": 1}, 422, "more"),
        ({"question": "q", "filters": {"since": "yesterday"}}, 422, "is not a date"),
        ({"question": "q", "filters": {"since": 2023}}, 422, "date"),
        ({"question": "q", "filters": {"voice": "shouting"}}, 422, "voice"),
        ({"question": "q", "history": [{"question": "a"}]}, 422, "answer"),
        ({"question": "q", "history": "a"}, 422, "history"),
        ({"question": "half \ud800 pair"}, 422, "surrogate"),
    ],
)
def test_bad_questions_get_a_clear_4xx(
    body: dict[str, Any], status: int, told: str, client: httpx.Client
) -> None:
    headers = {"content-type": "application/json"}
    response = client.post("/api/ask", content=json.dumps(body).encode(), headers=headers)
    assert response.status_code == status
    error = response.json()["error"]
    assert {"message", "type", "code"} <= set(error)
    assert told in error["message"]
    assert len(response.content) < 1_000


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"{", 422),
        (b"[" * 200_000, 400),
        (b"\xff\xfe", 422),
        (b"null", 422),
        (b'"x"', 422),
        (b"x" * 1_500_000, 413),
    ],
)
def test_bodies_that_are_no_request(content: bytes, status: int, client: httpx.Client) -> None:
    headers = {"content-type": "application/json"}
    response = client.post("/api/ask", content=content, headers=headers)
    assert response.status_code == status
    assert response.json()["error"]["message"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/search", 422),
        ("/api/search?q=", 422),
        ("/api/search?q=a&limit=0", 422),
        ("/api/search?q=a&limit=9999999999999999999999", 422),
        ("/api/search?q=a&until=2023-99", 422),
        ("/api/search?q=a&foo=1", 422),
        ("/api/articles?offset=-1", 422),
        ("/api/articles/ffffffffffffffffffff", 404),
        ("/api/articles/..%2f..%2fetc%2fpasswd", 404),
        ("/api/articles/%00", 422),
        ("/api/nothing", 404),
        ("/api/ask", 405),
    ],
)
def test_bad_addresses_get_a_clear_4xx(path: str, status: int, client: httpx.Client) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response.json()["error"]["message"]


def test_an_unforeseen_error_keeps_its_text_here(
    broken: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    response = ask(broken, question="What is the secret?")
    assert response.status_code == 500
    error = response.json()["error"]
    assert "sk-abc123" not in response.text
    assert any(error["id"] in record.getMessage() for record in caplog.records)
    streamed = ask(broken, question="What is the secret?", stream=True)
    assert "sk-abc123" not in streamed.text
    assert json.loads(streamed.text.splitlines()[-1])["event"] == "error"
