"""Questions put to a real archive: real stores, real model, invented pages."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from asked_pages import FLOOD, write_pages

from ingest import Voice
from rag import Archive, Filters, Question, open_archive
from rag.adapters.settings import Settings
from rag.values.errors import ArticleMissing, QuestionRefused
from rag.wiring.ingesting import ingest


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(archive=tmp_path_factory.mktemp("archive"))
    pages = write_pages(tmp_path_factory.mktemp("pages"))
    list(ingest([pages], settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


def quotes(archive: Archive, question: str) -> list[str]:
    return [one.quote for one in archive.ask(question).citations]


def test_a_speakers_words_on_a_topic_come_whole_in_text_order(archive: Archive) -> None:
    answer = archive.ask("What did Maren say about the weir?")
    found = [one.quote for one in answer.citations]
    assert answer.status == "answered"
    denial, pride, weir = found
    assert "another guild theatre" in denial
    assert "the pride of the river" in pride
    assert weir.startswith("“The weir is not shut,”")
    assert weir.endswith("side lock.”")
    assert {one.speaker.name for one in answer.citations if one.speaker} == {"Odile Maren"}


def test_every_citation_stands_at_its_place_and_has_its_marker(archive: Archive) -> None:
    for question in ("What did Maren say?", "How many boats waited?", "Who spoke of theatre?"):
        answer = archive.ask(question)
        assert answer.citations
        for one in answer.citations:
            text = archive.article(one.article.id).text
            assert text[one.start : one.end] == one.quote
            assert f"[{one.n}]" in answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the harbour minister say about the toll?", "the toll would rise in June"),
        ("What did Odil Maren say about the dyke?", "promised a new dyke by 2034"),
        ("What did Pell say about flour?", "4,000 sacks"),
        ("How many lives did the flood of 2029 claim?", "more than 310 lives"),
        ("How many boats with medicine passed the side lock?", "16 boats"),
        ("When were the boats with medicine let through?", "April 2"),
        ("Who said that the town was not told of the interview?", "had not been told"),
        ("Did Maren say that the weir is shut?", "The weir is not shut"),
    ],
)
def test_each_kind_of_question_finds_its_words(archive: Archive, question: str, words: str) -> None:
    assert any(words in quote for quote in quotes(archive, question))


@pytest.mark.parametrize(
    "question",
    [
        "What did Vostrikov say about the weir?",
        "What did Maren say about football?",
        "What did Pell say about the dyke?",
        "How many schools did the earthquake destroy?",
        "What do readers say in the comments about the weir?",
        "What did he say about the weir?",
    ],
)
def test_without_evidence_the_answer_says_so(archive: Archive, question: str) -> None:
    answer = archive.ask(question)
    assert answer.status == "abstained"
    assert not answer.citations
    assert answer.abstention is not None
    assert "2 articles" in answer.abstention.covered
    assert answer.abstention.reason in answer.text
    for one in answer.abstention.nearest:
        assert archive.article(one.article.id).text[one.start : one.end] == one.quote


def test_filters_limit_what_answers(archive: Archive) -> None:
    ask = Question("What is promised?", filters=Filters(speaker="Maren"))
    assert [one.quote for one in archive.ask(ask).citations]
    other = Question("What did Maren say about the weir?", filters=Filters(outlet="Nobody's"))
    assert archive.ask(other).status == "abstained"
    for voice in (Voice.HEADLINE, Voice.COMMENT, Voice.FURNITURE):
        heard = archive.ask(Question("Did the flood claim lives?", filters=Filters(voice=voice)))
        assert all(one.voice is voice for one in heard.citations)
    headlines = archive.search("flood", Filters(voice=Voice.HEADLINE))
    assert {one.passage.voice for one in headlines} == {Voice.HEADLINE}


def test_a_question_that_is_none_is_refused(archive: Archive) -> None:
    with pytest.raises(QuestionRefused, match="empty"):
        archive.ask("   ")
    with pytest.raises(QuestionRefused, match="2,000"):
        archive.ask("a" * 2_001)
    with pytest.raises(ArticleMissing):
        archive.article("nothing")


def test_the_same_question_has_the_same_answer_from_many_threads(archive: Archive) -> None:
    asked = ["What did Maren say about the weir?", "How many boats waited?"] * 12
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(archive.ask, asked))
    assert len({repr(one.citations) for one in answers}) == 2
    assert all(one.timings_ms["total"] > 0 for one in answers)


def test_an_ingest_elsewhere_is_answered_from_at_once(tmp_path: Path) -> None:
    settings = Settings(archive=tmp_path / "archive")
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "flood.txt").write_text(FLOOD, "utf-8")
    list(ingest([pages], settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        assert opened.ask("What did Pell say about flour?").status == "abstained"
        list(ingest([write_pages(pages)], settings.archive, settings))
        assert opened.ask("What did Pell say about flour?").status == "answered"


def test_llamaindex_sees_every_step(archive: Archive) -> None:
    from llama_index.core.base.response.schema import Response
    from llama_index.core.instrumentation import get_dispatcher  # type: ignore[attr-defined]
    from llama_index.core.instrumentation.event_handlers import BaseEventHandler

    seen: list[str] = []
    spent: list[tuple[str, float]] = []

    class Listener(BaseEventHandler):
        def handle(self, event: Any, **_: Any) -> None:
            step = getattr(event, "step", "")
            seen.append(f"{step or event.class_name()}")
            if step:
                spent.append((step, event.ms))

    dispatcher = get_dispatcher()
    dispatcher.add_event_handler(Listener())
    try:
        answer = archive.ask("How many boats waited?")
    finally:
        dispatcher.event_handlers.pop()
    assert [one.removesuffix("Event") for one in seen] == [
        "QueryStart",
        "understand",
        "RetrievalStart",
        "RetrievalEnd",
        "retrieve",
        "SynthesizeStart",
        "choose",
        "verify",
        "compose",
        "relate",
        "SynthesizeEnd",
        "QueryEnd",
        "total",
    ]
    assert dict(spent) == pytest.approx(answer.timings_ms, abs=0.01)
    response = archive.query_engine().query("How many boats waited?")
    assert isinstance(response, Response)
    assert "Thirty boats" in str(response)
    nodes = archive.retriever(limit=3).retrieve("boats with medicine")
    assert len(nodes) <= 3
    assert "16 boats" in nodes[0].node.get_content()
