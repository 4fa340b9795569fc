"""kill -9 at any step of an ingest loses nothing that was reported, and a rerun completes it."""

import multiprocessing
import os
import signal
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from killed_job import rehearse, run_until, script
from word_vectors import WordVectors

from rag.adapters.sqlite import open_catalogue
from rag.adapters.vectors import open_for_reading
from rag.values.shelves import EDITIONS
from rag.wiring.storage import open_reading

KILLS = int(os.environ.get("ONRECORD_KILLS", "12"))
"""How many of the steps to kill at, spread evenly; a large number tries them all."""


def contents(folder: Path) -> dict[str, Any]:
    """Return everything that two archives with the same history must have in common."""
    connection = sqlite3.connect(folder / "catalogue.sqlite")
    rows = {
        name: sorted(connection.execute(query).fetchall(), key=repr)
        for name, query in {
            "articles": "SELECT id, current, text FROM articles",
            "passages": "SELECT id, shelved FROM passages",
            "vectors": "SELECT hex(digest), hex(vector) FROM vectors",
            "captures": "SELECT sha256 FROM captures",
            "orphans": "SELECT * FROM orphans",
            "places": "SELECT location, sha256 FROM places",
            "check": "PRAGMA integrity_check",
        }.items()
    }
    connection.close()
    catalogue = open_catalogue(folder)
    for word in ("keptold1", "changingold1", "changingnew1", "doomedold1", "addedold100"):
        rows[word] = [one for one, _ in catalogue.keyword(word, 10)]
    catalogue.close()
    embedder = WordVectors()
    index = open_for_reading(folder, embedder.name, embedder.dimension)
    assert index is not None
    for edition in EDITIONS:
        found = index.nearest(edition, embedder.query("keptold1"), 100)
        rows[edition] = sorted(one for one, _ in found)
    return rows


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("undisturbed") / "archive"
    steps = rehearse(folder)
    return steps, contents(folder)


def test_a_rerun_completes_what_a_kill_cut_off(
    tmp_path: Path, undisturbed: tuple[int, dict[str, Any]]
) -> None:
    steps, wanted = undisturbed
    kept = {row[0] for row in wanted["articles"]}  # the script removes one page at its end
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(
        ["chromadb", "hypothesis", "rag.wiring.ingesting", "rag.adapters.sqlite"]
    )
    for n, fatal in enumerate(sorted({1 + k * steps // KILLS for k in range(KILLS)})):
        folder, told = tmp_path / f"archive{n}", tmp_path / f"told{n}"
        told.touch()
        job = processes.Process(target=run_until, args=(folder, fatal, told))
        job.start()
        job.join(60)
        assert job.exitcode == -signal.SIGKILL, f"step {fatal}"
        reported = set(told.read_text().split())
        if (folder / "manifest.json").exists() and reported:
            reading = open_reading(folder, WordVectors())
            assert all(map(reading.catalogue.article, kept & reported)), f"step {fatal}"
            assert reading.catalogue.pending() == 0, f"step {fatal}"
            reading.close()
        list(script(folder))
        assert contents(folder) == wanted, f"step {fatal}"
