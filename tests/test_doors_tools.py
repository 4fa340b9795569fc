"""The ledger's and the quote check's pages: forms that refill, verdicts in words, nothing live."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from quoted_pages import BRIDGE, FERRY, catalogue_of, page
from serving import serving
from test_doors_messages import Tags
from test_doors_quotes import BAD, GOOD, Quoting

from ingest import Voice
from rag.doors.chat.check_page import VERDICTS
from rag.doors.http.app import http_app
from rag.doors.http.guard import Guard
from rag.wiring import quotes

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"
SQUID = page(
    "squid.txt",
    (Voice.NARRATION, f"“The squid {HOSTILE} is fresh today,” said Olga Meier at the market.\n"),
    outlet="<b>Squid</b>",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder: Path = tmp_path_factory.mktemp("tools")
    with catalogue_of(folder, [BRIDGE, FERRY, SQUID]):
        pass
    with (
        quotes.opened_catalogue(folder) as catalogue,
        serving(Guard(http_app(Quoting(catalogue)))) as address,
        httpx.Client(base_url=address) as client,
    ):
        yield client


def sent(client: httpx.Client, draft: str) -> httpx.Response:
    return client.post("/check", data={"text": draft})


def test_the_ledger_lists_and_links_the_words(client: httpx.Client) -> None:
    listed = client.get("/api/quotes", params={"speaker": "Mara Lindqvist"}).json()
    html = client.get("/quotes", params={"speaker": "Mara Lindqvist", "about": ""}).text
    seen = Tags(html)
    assert 'value="Mara Lindqvist"' in html
    for row in listed["quotes"]:
        assert row["quote"].replace("\n", "") in seen.text
        link = f"/articles/{row['article']['id']}?start={row['start']}&end={row['end']}#quote"
        assert link in seen.links


def test_an_ambiguous_name_is_asked_back(client: httpx.Client) -> None:
    people = client.get("/api/quotes", params={"speaker": "Lindqvist"}).json()["people"]
    text = Tags(client.get("/quotes", params={"speaker": "Lindqvist"}).text).text
    assert len(people) > 1
    assert all(person["name"] in text for person in people)


@pytest.mark.parametrize("query", [{"since": "yesterday"}, {"kind": "shouted"}, {"bogus": "1"}])
def test_a_bad_field_is_explained_on_the_page(query: dict[str, str], client: httpx.Client) -> None:
    answer = client.get("/quotes", params=query)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert next(iter(query)).capitalize() in Tags(answer.text).text


def test_a_checked_draft_shows_its_verdicts_and_what_was_changed(client: httpx.Client) -> None:
    html = sent(client, GOOD + BAD).text
    seen = Tags(html)
    assert "1 of 2 quotes cannot stand as written" in seen.text
    assert VERDICTS["verified"] in seen.text
    assert VERDICTS["altered"] in seen.text
    assert "left out “not”" in seen.text
    assert "<ins>not</ins>" in html
    assert "The bridge is safe." in seen.text


@pytest.mark.parametrize(
    ("draft", "told"),
    [("", "quotes nothing"), ("Nobody spoke.", "quotes nothing"), ("x" * 400_001, "at most")],
)
def test_odd_drafts_get_a_page(draft: str, told: str, client: httpx.Client) -> None:
    assert told in Tags(sent(client, draft).text).text


def test_nothing_of_a_page_or_a_draft_comes_alive(client: httpx.Client) -> None:
    draft = f"“The squid {HOSTILE} is fresh today,” said Olga Meier. </textarea>{HOSTILE}"
    for html in (
        sent(client, draft).text,
        client.get("/quotes", params={"speaker": HOSTILE}).text,
        client.get("/quotes").text,
    ):
        seen = Tags(html)
        assert not {"script", "img", "b"} & seen.tags
        assert not {"onerror", "onclick"} & seen.attributes
        assert "squid" in html or "onerror" in html


def test_a_body_that_is_no_form_is_an_empty_draft(client: httpx.Client) -> None:
    for body in (b"\xff\xfe", b"&" * 1000, b"text", b"a=b&" * 100):
        answer = client.post("/check", content=body)
        assert answer.status_code == 200


def test_a_foreign_form_is_refused(client: httpx.Client) -> None:
    headers = {"origin": "null", "sec-fetch-site": "cross-site"}
    assert client.post("/check", data={"text": GOOD}, headers=headers).status_code == 403
