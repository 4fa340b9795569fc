"""Answers in a language model's words: a real archive, and a scripted server as the model."""

import itertools
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from asked_pages import write_pages
from jsonschema import Draft202012Validator
from llama_index_instrumentation import get_dispatcher
from llama_index_instrumentation.base import BaseEvent
from llama_index_instrumentation.event_handlers.base import BaseEventHandler
from pydantic import SecretStr

from evals.scripted_model import Asked, Reply, ScriptedModel
from evals.scripted_model.behaviours import broken
from evals.scripted_model.faults import FAULTS, cut_at, finished_at, stream_length
from evals.scripted_model.wire import pieces, said, streamed
from rag import Archive, open_archive
from rag.adapters.settings import Settings
from rag.steps.as_json import answer_json
from rag.wiring.ingesting import ingest

ROOT = Path(__file__).resolve().parents[1]
ASKED = "What did Maren say about the weir?"
DEADLINE_S, SHORT_S = 20.0, 1.5
KEY = "sk-canary-7"
OPENING = re.compile(r"^\[(\d+)\] \((.*)\)\n(.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = Settings(archive=tmp_path_factory.mktemp("archive"))
    pages = write_pages(tmp_path_factory.mktemp("pages"))
    list(ingest([pages], settings.archive, settings))
    return settings.archive


@pytest.fixture(scope="module")
def model() -> Iterator[ScriptedModel]:
    with ScriptedModel() as running:
        yield running


def opened(folder: Path, model: ScriptedModel, seconds: float) -> Archive:
    settings = Settings(
        archive=folder,
        model="m",
        model_url=model.url,
        model_key=SecretStr(KEY),
        model_deadline=seconds,
    )
    return open_archive(folder, settings)


@pytest.fixture
def archive(folder: Path, model: ScriptedModel) -> Iterator[Archive]:
    with opened(folder, model, DEADLINE_S) as whole:
        yield whole


def number_of(asked: Asked, words: str) -> int:
    """Return the number of the evidence that has these words."""
    blocks = OPENING.findall(asked.said_by("user"))
    return next(int(number) for number, _, text in blocks if words in text)


def claim(text: str, *numbers: int) -> str:
    return json.dumps({"text": text, "evidence": numbers, "quotes": []}) + "\n"


def answering(*claims: tuple[str, str]) -> Callable[[Asked], Reply]:
    """Return a script of claims, each with words of the evidence that it names."""
    return lambda asked: said(written(asked, *claims), asked)


def written(asked: Asked, *claims: tuple[str, str]) -> str:
    return "".join(claim(text, number_of(asked, words)) for text, words in claims)


WEIR = ("Odile Maren said: “The weir is not shut”", "The weir is not shut")
TOLL = ("The minister warned the guild that the toll would rise in June.", "toll would rise")
LIE = ("Bruno Pell said: “The weir is not shut”", "The weir is not shut")


def test_true_claims_are_shown_with_citations_made_by_us(
    archive: Archive, model: ScriptedModel
) -> None:
    model.play(answering(WEIR, LIE, TOLL))
    answer = archive.ask(ASKED)
    assert (answer.mode, answer.status) == ("generative", "partial")
    assert "Odile Maren said: “The weir is not shut”. [1]" in answer.text
    assert "toll would rise in June" in answer.text
    assert "Pell" not in answer.text
    assert [one.text for one in answer.withheld] == [LIE[0]]
    for one in answer.citations:
        text = archive.article(one.article.id).text
        assert text[one.start : one.end] == one.quote
        assert f"[{one.n}]" in answer.text
    assert {"model", "check", "evidence", "total"} <= set(answer.timings_ms)
    schema = json.loads((ROOT / "rag/values/answer.schema.json").read_text())
    Draft202012Validator(schema).validate(answer_json(answer))


def test_the_request_is_what_was_agreed_and_tells_nothing_else(
    archive: Archive, model: ScriptedModel
) -> None:
    model.play(answering(WEIR))
    archive.ask(ASKED)
    asked = model.asked[-1]
    assert (asked.body["model"], asked.body["temperature"], asked.body["stream"]) == ("m", 0, True)
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert not [name for name in asked.headers if name.startswith("x-stainless")]
    lines = asked.said_by("user").splitlines()
    assert lines[0] == lines[-3]
    assert lines[0] in asked.said_by("system")
    assert lines[-1] == f"Question: {ASKED}"
    numbers = [int(number) for number, _, _ in OPENING.findall(asked.said_by("user"))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert KEY not in json.dumps(asked.body)
    archive.ask(ASKED)
    assert model.asked[-1].said_by("user").splitlines()[0] != lines[0]


def test_where_the_archive_has_no_answer_the_model_is_not_asked(
    archive: Archive, model: ScriptedModel
) -> None:
    model.play(answering(WEIR))
    assert archive.ask("What did Maren say about the orchard?").status == "abstained"
    assert archive.ask("hello").status == "abstained"
    assert model.asked == ()


WARDENS = ("The wardens let 16 boats with medicine through the side lock.", "16 boats")


def test_where_no_words_were_found_to_answer_the_model_may_find_some(
    archive: Archive, model: ScriptedModel
) -> None:
    question = "Why did the wardens let medicine through?"
    model.play(answering(WARDENS))
    assert archive.answers(question) is False
    answer = archive.ask(question)
    assert (answer.mode, answer.abstention) == ("generative", None)
    assert "16 boats with medicine through the side lock. [1]" in answer.text
    model.play(answering(TOLL))
    off = archive.ask(question)
    assert off.abstention is not None
    assert "asked about" in off.withheld[0].reason


def test_where_most_claims_fail_the_archives_own_words_stand_below(
    archive: Archive, model: ScriptedModel
) -> None:
    model.play(answering(TOLL, LIE, LIE))
    *stages, whole = archive.ask_in_stages(ASKED)
    above, heading, below = whole.text.partition("The archive's own words:")
    assert heading
    assert all(whole.text.startswith(stage.text) for stage in stages)
    assert "The weir is not shut" not in above
    assert "The weir is not shut" in below
    assert [one.n for one in whole.citations] == list(range(1, len(whole.citations) + 1))
    assert all(f"[{one.n}]" in whole.text for one in whole.citations)


def test_nothing_is_asked_unless_a_model_is_set(folder: Path, model: ScriptedModel) -> None:
    model.play(answering(WEIR))
    with open_archive(folder, Settings(archive=folder, model_url=model.url)) as plain:
        assert plain.ask(ASKED).mode == "extractive"
        assert len(list(plain.ask_in_stages(ASKED))) == 1
    assert model.asked == ()


@pytest.mark.parametrize("wrote", ["", "No.", claim("The weir burned.", 1), claim("x", 99)])
def test_where_nothing_holds_the_pages_own_words_come_with_a_note(
    archive: Archive, model: ScriptedModel, wrote: str
) -> None:
    model.play(lambda asked: said(wrote, asked))
    answer = archive.ask(ASKED)
    assert (answer.mode, answer.status) == ("extractive", "answered")
    assert answer.text.startswith("*")
    assert "without it" in answer.text.split("\n\n")[0]
    assert "burned" not in answer.text
    assert len(answer.withheld) == (1 if wrote else 0)


@pytest.mark.parametrize("fault", ["401 echoing the key", "429", "503", "HTML", "drip of bytes"])
def test_a_failing_endpoint_costs_the_deadline_at_most(
    folder: Path, model: ScriptedModel, fault: str
) -> None:
    model.play(broken(FAULTS[fault].reply))
    with opened(folder, model, SHORT_S) as archive:
        answer = archive.ask(ASKED)
    assert answer.timings_ms["model"] < (SHORT_S + 1) * 1000
    assert len(model.asked) <= 3
    assert (answer.mode, answer.status) == ("extractive", "answered")
    assert "could not be used" in answer.text
    assert KEY not in repr(answer)


def test_a_cut_stream_is_never_shown_as_complete(
    folder: Path, archive: Archive, model: ScriptedModel
) -> None:
    model.play(answering(WEIR))
    archive.ask(ASKED)
    text = written(model.asked[-1], WEIR, TOLL)
    for byte in range(0, stream_length(text), stream_length(text) // 12):
        model.play(broken(cut_at(byte), text))
        with opened(folder, model, DEADLINE_S) as fresh:
            answer = fresh.ask(ASKED)
        whole = byte >= finished_at(text)
        if answer.mode == "generative":
            assert whole or (answer.status == "partial" and "cut off" in answer.text)
        else:
            assert not whole


def test_after_failures_in_a_row_the_endpoint_is_left_alone(
    archive: Archive, model: ScriptedModel
) -> None:
    model.play(broken(FAULTS["HTML"].reply))
    answers = [archive.ask(ASKED) for _ in range(5)]
    assert len(model.asked) == 3
    assert "left alone" in answers[-1].text


def test_stages_only_grow_and_end_with_the_answer(archive: Archive, model: ScriptedModel) -> None:
    model.play(answering(WEIR, LIE, TOLL))
    stages = list(archive.ask_in_stages(ASKED))
    assert len(stages) == 3
    for earlier, later in pairwise(stages):
        assert later.text.startswith(earlier.text)
        assert later.citations[: len(earlier.citations)] == earlier.citations
    model.play(answering(WEIR, LIE, TOLL))
    assert stages[-1] == archive.ask(ASKED)


class Seen(BaseEventHandler):
    """Remembers the names of events."""

    names: list[str] = []  # noqa: RUF012 - a pydantic field
    told: list[str] = []  # noqa: RUF012

    def handle(self, event: BaseEvent, **_: object) -> None:
        self.names.append(event.class_name())
        self.told.append(repr(event))


def test_an_event_without_an_end_is_stopped_by_its_bytes(
    archive: Archive, model: ScriptedModel
) -> None:
    def endless(asked: Asked) -> Reply:
        return streamed(
            itertools.chain(pieces(written(asked, WEIR)), itertools.repeat(b"x" * 9_999))
        )

    model.play(endless)
    answer = archive.ask(ASKED)
    assert "The weir is not shut" in answer.text
    assert "sent more than it was allowed" in answer.text
    assert answer.timings_ms["model"] < DEADLINE_S * 1_000 / 2


def test_a_reader_who_leaves_ends_the_call(archive: Archive, model: ScriptedModel) -> None:
    over = threading.Event()

    def trickling(asked: Asked) -> Reply:
        def parts() -> Iterator[bytes]:
            try:
                yield from pieces(written(asked, WEIR))
                while not over.wait(0.05):
                    yield b": still here\n\n"
            finally:
                over.set()

        return streamed(parts())

    model.play(trickling)
    stages = archive.ask_in_stages(ASKED)
    assert "The weir is not shut" in next(stages).text
    assert not over.is_set()
    stages.close()  # type: ignore[attr-defined]  # it is a generator
    assert over.wait(DEADLINE_S / 4)


def test_llamaindex_sees_the_call_and_not_the_key(archive: Archive, model: ScriptedModel) -> None:
    model.play(answering(WEIR))
    seen = Seen()
    dispatcher = get_dispatcher()
    dispatcher.add_event_handler(seen)
    try:
        archive.ask(ASKED)
    finally:
        dispatcher.event_handlers.remove(seen)
    order = [name for name in dict.fromkeys(seen.names) if name.startswith(("LLM", "Query", "Sy"))]
    assert order[:3] == ["QueryStartEvent", "SynthesizeStartEvent", "LLMChatStartEvent"]
    assert {"LLMChatInProgressEvent", "LLMChatEndEvent", "QueryEndEvent"} <= set(seen.names)
    assert KEY not in "".join(seen.told)


def test_the_command_line_takes_the_model_from_the_environment(
    folder: Path, model: ScriptedModel
) -> None:
    model.play(answering(WEIR))
    done = subprocess.run(
        [sys.executable, "onrecord.py", "ask", ASKED, "--json"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        env={
            **os.environ,
            "ONRECORD_ARCHIVE": str(folder),
            "ONRECORD_MODEL": "m",
            "ONRECORD_MODEL_URL": model.url,
            "ONRECORD_MODEL_KEY": KEY,
        },
    )
    answer = json.loads(done.stdout)
    assert (answer["mode"], answer["status"]) == ("generative", "answered")
    assert KEY not in done.stdout + done.stderr
