"""Answers about what several people said together: either name finds it, and it is shown once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import Archive, open_archive
from rag.adapters.settings import Settings
from rag.steps.as_json import answer_json
from rag.wiring.ingesting import ingest

LOCKS = """Pilots and wardens agree on the locks

April 8, 2031

“The locks will open before the harvest,” Tilda Brandt and Anton Ames said in a joint letter on \
Monday.

Brandt, who speaks for the pilots, has asked for this since the winter.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    settings = Settings(archive=tmp_path_factory.mktemp("archive"))
    page = tmp_path_factory.mktemp("pages") / "locks.txt"
    Path(page).write_text(LOCKS, "utf-8")
    list(ingest([page], settings.archive, settings))
    with open_archive(settings.archive, settings) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "name", "other"),
    [("Brandt", "Tilda Brandt", "Anton Ames"), ("Ames", "Anton Ames", "Tilda Brandt")],
)
def test_either_speaker_is_answered_with_the_other_beside(
    archive: Archive, asked: str, name: str, other: str
) -> None:
    answer = archive.ask(f"What did {asked} say about the locks?")
    assert answer.status == "answered"
    cited = [one for one in answer.citations if "before the harvest" in one.quote]
    assert len(cited) == 1
    speaker = cited[0].speaker
    assert speaker is not None
    assert (speaker.name, [one.name for one in cited[0].others]) == (name, [other])
    assert speaker.as_written == "Tilda Brandt and Anton Ames"
    assert cited[0].occasion == "in a joint letter"


def test_who_said_it_shows_the_words_once(archive: Archive) -> None:
    answer = archive.ask("Who said that the locks will open before the harvest?")
    cited = [one for one in answer.citations if "before the harvest" in one.quote]
    assert len(cited) == 1
    told = answer_json(answer)["citations"][0]
    assert {one["name"] for one in (told["speaker"], *told["other_speakers"])} == {
        "Tilda Brandt",
        "Anton Ames",
    }
    assert told["occasion"] == "in a joint letter"
