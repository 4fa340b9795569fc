"""What somebody said, where the page tells what it is about beside the words themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Archive, open_archive
from rag.adapters.settings import Settings
from rag.wiring.ingesting import ingest

BREWERY = """Tarnholm Brewery to close its cellar

By Runa Selk

April 5, 2031

The cellar has been open since 1990, and forty people work there.

The barmen of the town were angry. “Who pays for a new roof in spring should not weep in autumn,” \
said Ottilie Grane, a barman for thirty years.

The owners did not answer.
"""

RAID = """Orrin remembers the raid on the granary

By Hanna Oster

April 6, 2031

“We hear all of it at school,” said Jory Fenn, 17.

His thoughts on the raid that burnt the granary were calmer than his aunt's.

“I see why they came, and it is over,” Fenn said.

Lotte Brask, a lawyer for the guild, asked for silence. Maren's lawyers said the raid was a crime.

Odile Maren met the warden Bill Sandow to ask him for the keys of the granary.

Odile Maren's speech denied the town its quiet, but the raid is remembered.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(archive=tmp_path_factory.mktemp("archive"))
    pages = tmp_path_factory.mktemp("pages")
    Path(pages / "brewery.txt").write_text(BREWERY, "utf-8")
    Path(pages / "raid.txt").write_text(RAID, "utf-8")
    list(ingest([pages], settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What criticism did Ottilie Grane make of Tarnholm?", "weep in autumn"),
        ("What did Jory Fenn say about the raid that burnt the granary?", "it is over"),
        ("What did Ottilie Grane at the cellar say about the roof?", "weep in autumn"),
    ],
)
def test_the_words_are_found(archive: Archive, question: str, words: str) -> None:
    answer = archive.ask(question)
    assert any(words in one.quote for one in answer.citations), answer.text
    assert answer.status == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "What did Bill Sandow say about the granary?",
        "What did Odile Maren say about the quiet of the town?",
        "What criticism did Ottilie Grane make of Quennell?",
    ],
)
def test_nobody_is_given_words_that_are_not_theirs(archive: Archive, question: str) -> None:
    assert archive.ask(question).status == "abstained"
