"""A server that is up answers from what another process ingests, and never fails meanwhile."""

import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from made_articles import captured, read_plainly
from word_vectors import WordVectors

from ingest import Capture
from rag.adapters.following import FollowingIndex
from rag.ports.embedder import Vectors
from rag.values.errors import ArchiveDamaged
from rag.values.shelves import Edition
from rag.wiring.ingesting import ingest_captures
from rag.wiring.storage import Reading, open_reading

ROUNDS = int(os.environ.get("ONRECORD_ROUNDS", "2"))
NEW = 400
"""Pages a round, besides one that changes."""
PROMISE_S = 5.0


def text_of(name: str) -> str:
    return f"Ferry {name} sails to {name}harbour."


def pages(round_: int) -> list[Capture]:
    new = [captured(text_of(f"r{round_}n{n}"), f"r{round_}n{n}.txt") for n in range(NEW)]
    return [*new, captured(text_of(f"r{round_}news"), "news.txt")]


def ingest_round(folder: Path, round_: int) -> None:
    for _ in ingest_captures(pages(round_), folder, WordVectors(), readings=read_plainly):
        pass


def finds(reading: Reading, name: str) -> bool:
    """Return whether the page stands first for its own words."""
    hits = reading.index.nearest("current", WordVectors().query(text_of(name)), 3)
    passages = reading.catalogue.passages([one for one, _ in hits])
    if not passages:
        return False
    article = reading.catalogue.article(passages[0].article_id)
    return article is not None and article.text == text_of(name)


def test_new_pages_are_found_within_seconds_and_no_query_fails(tmp_path: Path) -> None:
    ingest_round(tmp_path, 0)
    reading = open_reading(tmp_path, WordVectors())
    stop, failures, asked = threading.Event(), [], [0]

    def ask() -> None:
        while not stop.is_set():
            try:
                assert finds(reading, f"r0n{asked[0] % NEW}")
            except BaseException as error:
                failures.append(error)
                return
            asked[0] += 1

    users = [threading.Thread(target=ask) for _ in range(3)]
    for user in users:
        user.start()
    try:
        for round_ in range(1, ROUNDS + 1):
            _in_another_process(ingest_round, tmp_path, round_)
            ended = time.monotonic()
            while not finds(reading, f"r{round_}n{NEW - 1}"):
                assert time.monotonic() - ended < PROMISE_S
            assert finds(reading, f"r{round_}news")
            assert not finds(reading, f"r{round_ - 1}news"), "the older version is gone"
    finally:
        stop.set()
        for user in users:
            user.join()
    assert not failures
    assert asked[0] > ROUNDS
    missing = [
        name
        for round_ in range(ROUNDS + 1)
        for name in (f"r{round_}n{n}" for n in range(NEW))
        if not finds(reading, name)
    ]
    assert not missing
    reading.close()


def _in_another_process(work: Callable[[Path, int], None], folder: Path, round_: int) -> None:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["chromadb", "hypothesis", "rag.adapters.sqlite"])
    process = processes.Process(target=work, args=(folder, round_))
    process.start()
    process.join(120)
    assert process.exitcode == 0


class _Fixed:
    """A vector index that answers with its name, or fails."""

    def __init__(self, name: str, *, broken: bool = False) -> None:
        self._name = name
        self._broken = broken

    def nearest(self, edition: Edition, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        if self._broken:
            raise ArchiveDamaged("gone")
        return [(self._name, 1.0)]

    def count(self, edition: Edition) -> int:
        return 0

    def add(self, edition: Edition, ids: object, vectors: Vectors) -> None:
        raise NotImplementedError

    def remove(self, ids: object) -> None:
        raise NotImplementedError

    def settle(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        pass


def _asked(index: FollowingIndex) -> str:
    return index.nearest("current", WordVectors().query("x"), 1)[0][0]


def test_a_new_opening_is_tried_until_the_files_are_still() -> None:
    answers = iter([None, _Fixed("new")])
    index = FollowingIndex(_Fixed("old"), 1, lambda: 2, lambda: next(answers), pause_s=0)
    assert [_asked(index) for _ in range(3)] == ["old", "new", "new"]


def test_an_opening_that_fails_leaves_the_old_one_in_service() -> None:
    def fails() -> _Fixed:
        raise ArchiveDamaged("half written")

    index = FollowingIndex(_Fixed("old"), 1, lambda: 2, fails, pause_s=0)
    assert _asked(index) == "old"


def test_files_made_anew_under_a_reader_are_opened_at_once() -> None:
    index = FollowingIndex(_Fixed("old", broken=True), 1, lambda: 1, lambda: _Fixed("new"))
    assert _asked(index) == "new"


def test_files_are_not_opened_again_while_nothing_changed() -> None:
    index = FollowingIndex(_Fixed("old"), 1, lambda: 1, lambda: _Fixed("new"), pause_s=0)
    assert _asked(index) == "old"
