"""Topics that the words do not name: mistyped, in the title only, called something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Archive, open_archive
from rag.adapters.settings import Settings
from rag.wiring.ingesting import ingest

COURT = """Miller jailed for four years over the spoiled grain

By Runa Selk

April 5, 2031

Corvin Dale, who ran the mill at Orrin, was jailed for four years on Friday.

Dale denied that he had seen the report on the granary.

Constable Ida Dale, who is no relation, said that the granary had been searched twice.

The rehearsal of the choir goes on.
"""

FERRY = """Council closes the Quennell ferry until May

By Runa Selk

May 2, 2031

“I would not send a goat across it,” the surveyor, Tilda Marsh, said.

Harbour Minister Odile Maren said that the exercises of the coast guard would go on. Holding the \
exercises in May, she said, would be “unseemly.”

A post had it that Maren wants to sell the coast guard. Maren did not say “sell the coast guard.”

Councillor Ivo Brandt explained the decision to scrap the old ferry.

The ferry was built in 1990.

“It leaks, and the bank will not lend on a leak,” Brandt said.

Under Article 7 of the harbour charter, a ferry that leaks must stay in port.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(archive=tmp_path_factory.mktemp("archive"))
    pages = tmp_path_factory.mktemp("pages")
    Path(pages / "court.txt").write_text(COURT, "utf-8")
    Path(pages / "ferry.txt").write_text(FERRY, "utf-8")
    list(ingest([pages], settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Ida Dale say abt the grannery?", "searched twice"),
        ("What did Tilda Marsh say about the closure of the ferry?", "send a goat across it"),
        ("What did Maren call the exercises?", "unseemly"),
        ("Did Maren say “sell the coast guard”?", "Maren did not say"),
        ("Why did Brandt say the old ferry would be scrapped?", "the bank will not lend"),
        ("What does Article 7 of the harbour charter say?", "must stay in port"),
        ("How long was Dale jailed for?", "four years"),
    ],
)
def test_the_topic_is_found_all_the_same(archive: Archive, question: str, words: str) -> None:
    answer = archive.ask(question)
    assert any(words in one.quote for one in answer.citations), answer.text


def test_a_surname_left_bare_beside_a_namesake_is_asked_back(archive: Archive) -> None:
    answer = archive.ask("What did Dale say about the granary?")
    assert answer.abstention
    assert answer.abstention.reason == "Which one do you mean: Ida Dale or Corvin Dale?"


def test_a_namesakes_denial_is_not_given_to_the_other(archive: Archive) -> None:
    quotes = [
        one.quote for one in archive.ask("What did Ida Dale say about the granary?").citations
    ]
    assert quotes
    assert not any("denied" in quote for quote in quotes)
    answer = archive.ask("What did Corvin Dale say about the granary?")
    assert "denied" in answer.citations[0].quote
    assert answer.citations[0].speaker
    assert answer.citations[0].speaker.name == "Dale"
