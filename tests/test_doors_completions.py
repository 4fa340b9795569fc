"""OpenAI's own client against our server."""

from collections.abc import Iterator

import openai
import pytest
from serving import serving
from shelf import HARBOUR, HOSTILE_PAGE, Shelf

from rag.doors.http.app import http_app
from rag.doors.http.guard import Guard

BRIDGE = "Is the bridge safe?"


@pytest.fixture(scope="module")
def client() -> Iterator[openai.OpenAI]:
    with serving(Guard(http_app(Shelf(HARBOUR, HOSTILE_PAGE)))) as address:
        yield openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0)


def test_a_client_gets_the_answer_with_citations(client: openai.OpenAI) -> None:
    [model] = client.models.list().data
    got = client.chat.completions.create(
        model=model.id, messages=[{"role": "user", "content": BRIDGE}]
    )
    message = got.choices[0].message
    assert got.choices[0].finish_reason == "stop"
    assert message.annotations
    for annotation in message.annotations:
        cited = annotation.url_citation
        assert message.content is not None
        assert message.content[cited.start_index : cited.end_index] == "[1]"
        assert f"/articles/{HARBOUR.id}?start=" in cited.url
    assert got.model_extra is not None
    assert got.model_extra["onrecord"]["citations"][0]["quote"] in HARBOUR.text


def test_a_stream_says_the_same(client: openai.OpenAI) -> None:
    whole = client.chat.completions.create(
        model="onrecord", messages=[{"role": "user", "content": BRIDGE}]
    )
    chunks = list(
        client.chat.completions.create(
            model="onrecord", messages=[{"role": "user", "content": BRIDGE}], stream=True
        )
    )
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert text == whole.choices[0].message.content
    assert chunks[-1].choices[0].finish_reason == "stop"


def test_history_parts_and_filters_are_taken(client: openai.OpenAI) -> None:
    got = client.chat.completions.create(
        model="any",
        messages=[
            {"role": "system", "content": "Answer as a pirate."},
            {"role": "user", "content": "What happened?"},
            {"role": "assistant", "content": "A bridge closed."},
            {"role": "user", "content": [{"type": "text", "text": BRIDGE}]},
        ],
        temperature=0.5,
        extra_body={"filters": {"since": "2031"}},
    )
    assert got.choices[0].message.content


@pytest.mark.parametrize("role", ["assistant", "system"])
def test_a_conversation_without_a_question_is_refused(role: str, client: openai.OpenAI) -> None:
    messages = [{"role": role, "content": "x"}]
    with pytest.raises(openai.UnprocessableEntityError, match="last message"):
        client.chat.completions.create(model="onrecord", messages=messages)  # type: ignore[arg-type]
