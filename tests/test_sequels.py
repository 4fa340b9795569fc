"""What goes on from an answer, what the title lends it, and whose words are none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Archive, open_archive
from rag.adapters.settings import Settings
from rag.wiring.ingesting import ingest

SALE = """Row over the brown ferry reaches the harbour council

By Runa Selk

April 5, 2031

Odile Maren denied that the crew had been locked in. \
“We eat at one table,” she said. “Ask the cook.”

Councillor Bruno Pell warned that ending the contract early would cost 180 crowns. \
The gulls were loud.

Tilda Marsh, who heads the market, fears cheap herring. \
“First comes the boat, then the herring,” she said.

“It is one leak,” Joost Haverkort said. “It is old.”

“The bank knows it,” he said. The wardens nodded.

The ferry is the finest on the river. Corvin Dale was asked about the toll and left.

The ferry was drawn by Ida Brandt, its designer. Femke Adler, who sails it, was glad.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(archive=tmp_path_factory.mktemp("archive"))
    pages = tmp_path_factory.mktemp("pages")
    Path(pages / "sale.txt").write_text(SALE, "utf-8")
    list(ingest([pages], settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


def quotes(archive: Archive, question: str) -> str:
    return " ".join(one.quote for one in archive.ask(question).citations)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How did Maren deny that the crew was locked in?", "We eat at one table"),
        ("Did Maren deny that the crew was locked in, and in what words?", "We eat at one table"),
        ("What does Tilda Marsh fear?", "then the herring"),
        ("What did Haverkort say about the leak?", "The bank knows it"),
        ("What did Pell say about ending the ferry contract?", "180 crowns"),
        ("Who designed the ferry?", "Ida Brandt"),
    ],
)
def test_the_answer_has_what_goes_on_from_it(
    archive: Archive, question: str, expected: str
) -> None:
    assert expected in quotes(archive, question)


@pytest.mark.parametrize(
    "question", ["What did Corvin Dale say about the toll?", "Who built the ferry?"]
)
def test_silence_and_another_act_answer_nothing(archive: Archive, question: str) -> None:
    assert not archive.ask(question).citations
