"""Whether somebody said it: read off how a page tells a statement, never off its content."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Archive, open_archive
from rag.adapters.settings import Settings
from rag.steps.choosing.denial import after_denial, denies, negates
from rag.wiring.ingesting import ingest

PAGE = """Bridge at Ostry to be repaired

By Runa Selk

May 4, 2031

Mayor Linda Tarrow acknowledged that the disputed Ostry bank is part of the harbour.

She denied that the town council had known about the cracks since 2029.

“Nobody told me, and nobody told the council about cracks,” she said.

Bruno Pell, the bridge engineer, said the repair would cost £18.6 million, of which the town could \
pay no more than £5 million.

Asked whether he would resign, Pell answered at once. “No,” he said. “I will stay until the bridge \
is open.”

Pell called the mayor's statements on the bridge “plainly perverse.”

Pell's spokesman, Otto Varga, told the paper that the engineer had not ruled out a second closure.
"""

HEADED = """Orla Venn doubts survey as Piet Marn insists the Selby dam is sound

By Runa Selk

May 6, 2031

Orla Venn, the town clerk, said she did not trust the survey of the dam.

“The Selby dam is not failing,” Piet Marn said. “It is sound.”
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(archive=tmp_path_factory.mktemp("archive"))
    pages = tmp_path_factory.mktemp("pages")
    Path(pages / "bridge.txt").write_text(PAGE, "utf-8")
    Path(pages / "dam.txt").write_text(HEADED, "utf-8")
    list(ingest([pages], settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "opening", "quote"),
    [
        ("Did Tarrow say that the Ostry bank is part of the harbour?", "Yes.", "acknowledged"),
        ("Did Linda Tarrow say that the council knew about the cracks?", "No. On rec", "denied"),
        ("Did Tarrow deny that the council knew about the cracks?", "Yes.", "denied"),
        ("Did Pell say the repair would cost £40 million?", "Not with that figure", "£18.6"),
        ("Did Pell say the repair would cost £18.6 million?", "Yes.", "£18.6"),
        ("Did Pell say he would resign?", "No. Bruno Pell is on record as saying other", "“No,”"),
        ("Did Pell call the mayor's statements perverse?", "Yes.", "perverse"),
    ],
)
def test_only_what_decides_about_a_claim_is_shown(
    archive: Archive, question: str, opening: str, quote: str
) -> None:
    answer = archive.ask(question)
    assert answer.text.startswith(opening)
    assert quote in answer.citations[0].quote
    assert len(answer.citations) == 1


def test_nobody_answers_for_whom_they_speak(archive: Archive) -> None:
    answer = archive.ask("Did Pell rule out a second closure?")
    assert not any("Varga" in one.quote for one in answer.citations)
    assert "What Bruno Pell is on record" not in answer.text


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("Maren denied that the gate was shut.", True),
        ("Maren spoke of the disputed bank.", False),
        ("He said it was “a denied right”.", False),
        ("The board disputes the count.", True),
    ],
)
def test_what_is_only_called_disputed_is_no_denial(sentence: str, denied: bool) -> None:
    assert denies(sentence) is denied
    assert bool(after_denial(sentence)) is denied


def test_no_more_than_negates_nothing() -> None:
    assert not negates("The town could pay no more than five crowns, and not only once.")
    assert negates("The town could not pay more than five crowns.")


def test_what_an_article_quotes_decides_rather_than_its_headline(archive: Archive) -> None:
    answer = archive.ask("Did Marn say that the Selby dam is sound?")
    assert not answer.text.startswith("Yes.")
    assert any("It is sound." in one.quote for one in answer.citations)
