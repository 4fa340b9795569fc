"""`onrecord doctor`: a sound archive, a damaged one, and the same one mended."""

import sqlite3
from pathlib import Path

import pytest
from commanding import onrecord
from pages import write_pages


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    pages = write_pages(tmp_path / "pages", "harbour.txt", "ferry.txt")
    done = onrecord("ingest", str(pages), archive=tmp_path / "archive")
    assert done.returncode == 0, done.stderr
    return tmp_path / "archive"


def test_a_sound_archive_is_called_so(archive: Path) -> None:
    done = onrecord("doctor", archive=archive)
    assert (done.returncode, done.stdout) == (0, "The archive is sound.\n")


def test_what_is_wrong_is_named_with_the_way_out_and_mended(archive: Path) -> None:
    connection = sqlite3.connect(archive / "catalogue.sqlite")
    connection.execute("INSERT INTO article_words(article_words) VALUES('delete-all')")
    connection.commit()
    connection.close()
    ill = onrecord("doctor", archive=archive)
    assert ill.returncode == 1
    assert "passages instead of" in ill.stdout
    assert "--repair" in ill.stdout
    mended = onrecord("doctor", "--repair", archive=archive)
    assert (mended.returncode, mended.stdout) == (0, "The archive is sound.\n")


def test_no_archive_is_said_in_one_line(tmp_path: Path) -> None:
    done = onrecord("doctor", archive=tmp_path / "nowhere")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
