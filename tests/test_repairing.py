"""What can be made anew from the catalogue is found wanting, and made anew."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from made_articles import captured, read_plainly
from word_vectors import WordVectors

from rag.adapters.sqlite import open_catalogue
from rag.adapters.vectors import FOLDER, current_files
from rag.values.errors import ArchiveMissing
from rag.wiring.ingesting import ingest_captures
from rag.wiring.repairing import examine_with, repair_with
from rag.wiring.storage import open_reading

FORGET = "INSERT INTO {0}({0}) VALUES('delete-all')"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    pages = [captured(f"Ferry number{n}.", f"{n}.txt") for n in range(8)]
    for changed in (pages, [captured("Ferry new.", "0.txt")]):
        list(ingest_captures(changed, tmp_path, WordVectors(), readings=read_plainly))
    return tmp_path


def test_a_sound_archive_has_no_faults(archive: Path) -> None:
    assert examine_with(archive, WordVectors()) == []
    with pytest.raises(ArchiveMissing):
        examine_with(archive / "nowhere", WordVectors())


def test_a_keyword_index_that_lost_passages_is_made_anew(archive: Path) -> None:
    connection = sqlite3.connect(archive / "catalogue.sqlite")
    connection.execute("INSERT INTO article_words(article_words) VALUES('delete-all')")
    connection.commit()
    connection.close()
    assert "0 passages instead of 8" in examine_with(archive, WordVectors())[0]
    embedder = WordVectors()
    repair_with(archive, embedder)
    assert embedder.embedded == 0
    assert examine_with(archive, embedder) == []
    reading = open_reading(archive, embedder)
    assert len(reading.catalogue.keyword("number3", 9)) == 1
    assert len(reading.catalogue.keyword("number0", 9)) == 0, "an older version's word"
    assert len(reading.catalogue.keyword("number0", 9, past=True)) == 1
    reading.close()


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (
            "INSERT INTO past_article_words(past_article_words) VALUES('delete-all')",
            "past articles",
        ),
        (FORGET.format("past_page_words"), "whole past pages"),
        (
            "UPDATE passages SET vector = NULL WHERE key > 8",
            "lost their vectors",
        ),
    ],
)
def test_what_is_lost_of_past_versions_and_vectors_is_told(
    archive: Path, harm: str, told: str
) -> None:
    connection = sqlite3.connect(archive / "catalogue.sqlite")
    connection.execute(harm)
    connection.commit()
    connection.close()
    catalogue = open_catalogue(archive)
    (fault,) = catalogue.faults()
    assert told in fault
    catalogue.close()


def test_repair_makes_the_vector_files_anew(archive: Path) -> None:
    before = current_files(archive)
    repair_with(archive, WordVectors())
    assert current_files(archive) != before
    assert not before.exists()
    assert examine_with(archive, WordVectors()) == []


def test_an_opening_mends_vector_files_before_they_are_examined(archive: Path) -> None:
    shutil.rmtree(archive / FOLDER)
    assert examine_with(archive, WordVectors()) == []
