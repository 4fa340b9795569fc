"""The vector files: found again, kept up with, and made anew when they are damaged."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from made_articles import captured, read_plainly
from word_vectors import WordVectors

from ingest import Capture
from rag.adapters.chroma import ChromaIndex
from rag.adapters.lock import vectors_lock, writer_lock
from rag.adapters.vectors import FOLDER, current_files, open_for_writing
from rag.values.errors import ArchiveDamaged
from rag.wiring.ingesting import ingest_captures
from rag.wiring.storage import Reading, open_reading, open_writing


def text_of(n: int) -> str:
    return f"Ferry number{n} sails to harbour{n}."


def pages(first: int, last: int) -> list[Capture]:
    return [captured(text_of(n), f"{n}.txt") for n in range(first, last)]


def run(folder: Path, captures: list[Capture], embedder: WordVectors | None = None) -> None:
    embedder = embedder or WordVectors()
    for event in ingest_captures(captures, folder, embedder, readings=read_plainly):
        assert event.kind == "added"


def nearest(reading: Reading, n: int) -> str | None:
    """Return the file of the page nearest to the text of page `n`."""
    vector = WordVectors().query(text_of(n))
    hits = reading.index.nearest("current", vector, 3)
    passages = reading.catalogue.passages([one for one, _ in hits])
    found = reading.catalogue.summaries([passages[0].article_id]) if passages else []
    return found[0].file if found else None


def test_similarities_are_cosines_best_first_and_bad_ids_ignored(tmp_path: Path) -> None:
    index = ChromaIndex(tmp_path, tmp_path / "1", "any/name: with ~ signs", 3)
    vectors = np.array([[1, 0, 0], [0.6, 0.8, 0], [0, 0, 1]], np.float32)
    assert index.nearest("current", vectors[0], 5) == []
    index.add("current", ["a", "b", "c"], vectors)
    index.add("current", ["b", "d"], -vectors[1:])
    index.remove(["c", "never"])
    assert index.count("current") == 3
    assert index.count("past") == 0
    found = index.nearest("current", vectors[0], 5)
    assert [one for one, _ in found] == ["a", "b", "d"]
    assert [score for _, score in found] == pytest.approx([1, 0.6, 0], abs=1e-6)


def test_batches_larger_than_chroma_takes_are_stored(tmp_path: Path) -> None:
    index = ChromaIndex(tmp_path, tmp_path / "1", "batches", 4)
    vectors = np.random.default_rng(1).standard_normal((6_000, 4)).astype(np.float32)
    index.add("current", [str(n) for n in range(6_000)], vectors)
    assert index.count("current") == 6_000
    index.remove([str(n) for n in range(5_500)])
    assert index.count("current") == 500


def test_a_reader_follows_an_ingest_of_its_own_process(tmp_path: Path) -> None:
    run(tmp_path, pages(0, 3))
    reading = open_reading(tmp_path, WordVectors())
    assert nearest(reading, 1) == "1.txt"
    run(tmp_path, pages(3, 6))
    assert nearest(reading, 4) == "4.txt"
    reading.close()


def test_a_reader_keeps_the_old_vectors_while_files_are_written(tmp_path: Path) -> None:
    run(tmp_path, pages(0, 3))
    reading = open_reading(tmp_path, WordVectors())
    run(tmp_path, pages(3, 6))
    with vectors_lock(tmp_path):
        assert nearest(reading, 1) == "1.txt"
        assert nearest(reading, 4) != "4.txt"
    reading.close()


def test_many_threads_may_ask_one_reader(tmp_path: Path) -> None:
    run(tmp_path, pages(0, 30))
    reading = open_reading(tmp_path, WordVectors())
    failures: list[BaseException] = []

    def ask(first: int) -> None:
        try:
            for n in range(first, first + 20):
                assert nearest(reading, n % 30) == f"{n % 30}.txt"
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=ask, args=(first,)) for first in range(8)]
    for thread in threads:
        thread.start()
    run(tmp_path, pages(30, 60))
    for thread in threads:
        thread.join()
    assert not failures
    assert nearest(reading, 45) == "45.txt"
    reading.close()


@pytest.fixture(scope="module")
def large_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of more than the 1,000 vectors from which Chroma writes its index files."""
    folder = tmp_path_factory.mktemp("large")
    run(folder, pages(0, 1_100))
    return folder


def _delete_all(vectors: Path) -> None:
    shutil.rmtree(vectors)


def _delete_segments(vectors: Path) -> None:
    for path in vectors.iterdir():
        if path.is_dir():
            shutil.rmtree(path)


def _garble_database(vectors: Path) -> None:
    (vectors / "chroma.sqlite3").write_bytes(b"\0" * 5_000)


def _truncate_database(vectors: Path) -> None:
    with (vectors / "chroma.sqlite3").open("r+b") as file:
        file.truncate(20_000)


def _write_into(name: str, *, sealed: bool = True) -> Callable[[Path], None]:
    """Return a damage that Chroma's native part does not survive."""

    def damage(vectors: Path) -> None:
        [file] = [path for path in vectors.glob(f"*/{name}") if path.stat().st_size]
        size = file.stat().st_size
        file.write_bytes(b"\xff" * (size // 2))
        if not sealed:
            (vectors / "seal.json").unlink()

    return damage


@pytest.mark.parametrize(
    "damage",
    [
        _delete_all,
        _delete_segments,
        _garble_database,
        _truncate_database,
        _write_into("header.bin"),
        _write_into("data_level0.bin"),
        _write_into("data_level0.bin", sealed=False),
        _write_into("header.bin", sealed=False),
    ],
)
def test_damaged_files_are_made_anew_without_embedding_again(
    large_archive: Path,
    tmp_path: Path,
    damage: Callable[[Path], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    folder = Path(shutil.copytree(large_archive, tmp_path / "copy"))
    damage(current_files(folder))
    embedder = WordVectors()
    reading = open_reading(folder, embedder)
    assert [nearest(reading, n) for n in (5, 700, 1_099)] == ["5.txt", "700.txt", "1099.txt"]
    assert embedder.embedded == 0
    assert "anew" in caplog.text
    reading.close()


@pytest.mark.shared
def test_files_broken_by_a_kill_are_made_anew(tmp_path: Path, shared: Path) -> None:
    shutil.unpack_archive(shared / "data/broken-chroma/collection.tar.gz", tmp_path / "broken")
    database = next((tmp_path / "broken").rglob("chroma.sqlite3"))
    folder = tmp_path / "archive"
    run(folder, pages(0, 5))
    # Give the broken collection the name of ours, so that ours is the one that cannot be read.
    files = current_files(folder)
    ours = _collection_name(files / "chroma.sqlite3")
    shutil.rmtree(files)
    shutil.copytree(database.parent, files)
    _rename_collection(files / "chroma.sqlite3", ours)
    with pytest.raises(ArchiveDamaged, match="vector files"):
        open_for_writing(folder, WordVectors.name, WordVectors.dimension)
    reading = open_reading(folder, WordVectors())
    assert nearest(reading, 3) == "3.txt"
    reading.close()


def _collection_name(database: Path) -> str:
    import sqlite3

    connection = sqlite3.connect(database)
    name = connection.execute("SELECT name FROM collections WHERE name LIKE 'current%'").fetchone()
    connection.close()
    return str(name[0])


def _rename_collection(database: Path, name: str) -> None:
    import sqlite3

    database.chmod(0o600)
    connection = sqlite3.connect(database)
    connection.execute("UPDATE collections SET name = ?", [name])
    connection.commit()
    connection.close()


def test_files_that_a_killed_writer_left_are_tried_and_kept(
    large_archive: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = Path(shutil.copytree(large_archive, tmp_path / "copy"))
    (current_files(folder) / "seal.json").unlink()
    reading = open_reading(folder, WordVectors())
    assert nearest(reading, 700) == "700.txt"
    assert (current_files(folder) / "seal.json").exists()
    assert "anew" not in caplog.text
    reading.close()


def test_a_reader_survives_files_made_anew_under_it(tmp_path: Path) -> None:
    run(tmp_path, pages(0, 3))
    reading = open_reading(tmp_path, WordVectors())
    shutil.rmtree(tmp_path / FOLDER)
    with open_writing(tmp_path, WordVectors()):
        pass
    assert nearest(reading, 2) == "2.txt"
    reading.close()


def test_damage_is_reported_where_another_process_writes(tmp_path: Path) -> None:
    run(tmp_path, pages(0, 3))
    _garble_database(current_files(tmp_path))
    with writer_lock(tmp_path), pytest.raises(ArchiveDamaged, match="anew"):
        open_reading(tmp_path, WordVectors())
