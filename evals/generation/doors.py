"""The doors through which an archive is asked, each giving the answer as the contract has it."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

import uvicorn

from evals.generation.chat_page import Page, read_page
from evals.generation.stand import Ask, Json, Stages, Stand
from rag.doors.any_archive import AnyArchive
from rag.steps.as_json import answer_json
from rag.values.answer import Answer
from rag.values.question import Question


class DoorBroken(Exception):
    """A door answered with an error, or told one thing in pieces and another as a whole."""


@contextmanager
def doors(stand: Stand) -> Iterator[Mapping[str, Ask]]:
    """Serve the archive over HTTP while the block runs; yield every door by its name."""
    from rag.doors.http.app import guarded_app

    listening = socket.create_server(("127.0.0.1", 0))
    port: int = listening.getsockname()[1]
    config = uvicorn.Config(guarded_app(stand.archive), log_config=None, access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        _wait(server)
        yield {
            "Python": stand.ask,
            "Python, in stages": stand.ask_in_stages,
            "chat page": lambda question: _chatted(stand, question),
            "POST /api/ask": lambda question: _asked(port, question),
            "POST /api/ask, streamed": lambda question: _asked_streamed(port, question),
            "POST /v1/chat/completions": lambda question: _completed(port, question),
            "POST /v1/chat/completions, streamed": lambda question: _streamed(port, question),
        }
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


def _wait(server: uvicorn.Server) -> None:
    ends = time.monotonic() + 30
    while not server.started:
        if time.monotonic() > ends:
            raise DoorBroken("the HTTP server did not start")
        time.sleep(0.01)


def _asked(port: int, question: str) -> Stages:
    return (_object(_post(port, "/api/ask", {"question": question})),)


def _asked_streamed(port: int, question: str) -> Stages:
    body = _post(port, "/api/ask", {"question": question, "stream": True})
    events = [_object(line) for line in body.splitlines() if line]
    kinds = [event.get("event") for event in events]
    if kinds[0] != "searching" or kinds[-1] != "answer" or set(kinds[1:-1]) - {"partial"}:
        raise DoorBroken(f"the events are {kinds}, the last is {events[-1]}")
    return tuple(event["answer"] for event in events[1:])


def _completed(port: int, question: str) -> Stages:
    got = _object(_post(port, "/v1/chat/completions", _conversation(question)))
    return _same(got["onrecord"], got["choices"][0]["message"]["content"])


def _streamed(port: int, question: str) -> Stages:
    body = _post(port, "/v1/chat/completions", {**_conversation(question), "stream": True})
    lines = [line.removeprefix("data: ") for line in body.splitlines() if line]
    if lines.pop() != "[DONE]":
        raise DoorBroken("the stream does not end with [DONE]")
    chunks = [_object(line) for line in lines]
    pieces = [chunk["choices"][0]["delta"].get("content") or "" for chunk in chunks]
    return _same(chunks[-1]["onrecord"], "".join(pieces))


def _same(answer: Json, content: str) -> Stages:
    if content != answer["text"]:
        raise DoorBroken(f"it says {content!r} for {answer['text']!r}")
    return (answer,)


def _conversation(question: str) -> dict[str, Any]:
    return {"model": "onrecord", "messages": [{"role": "user", "content": question}]}


def _post(port: int, path: str, body: Mapping[str, Any]) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        response = connection.getresponse()
        text = response.read().decode()
    finally:
        connection.close()
    if response.status != http.client.OK:
        raise DoorBroken(f"{path} answered {response.status}: {text[:300]}")
    return text


def _object(text: str) -> Json:
    value: Json = json.loads(text)
    return value


class _Overheard:
    """Passes a question on, and keeps the answers that come back."""

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self.answers: list[Answer] = []

    def ask_in_stages(self, question: Question) -> Iterator[Answer]:
        for answer in self._stand.archive.ask_in_stages(question):
            self.answers.append(answer)
            yield answer


def _chatted(stand: Stand, question: str) -> Stages:
    """Ask as the chat page does; the last stage has all that the page ever showed."""
    from rag.doors.chat.conversation import conversation

    heard = _Overheard(stand)
    answering = conversation(cast("AnyArchive", heard))
    pages: list[Page] = []
    for _, messages, _ in answering(question, [], [], None, None, None, None, None):
        pages.append(read_page(str(messages[-1]["content"])))
    if not heard.answers:
        raise DoorBroken(f"the page shows no answer but {pages[-1].text!r}")
    active = sorted({one for page in pages for one in page.active})
    if active:
        raise DoorBroken(f"the page has something active: {active}")
    stages = [answer_json(answer) for answer in heard.answers]
    return (*stages[:-1], {**stages[-1], "page": "\n".join(page.text for page in pages)})
