"""One writer at a time, whatever happens to the processes."""

import multiprocessing
import multiprocessing.synchronize
import os
import signal
from pathlib import Path

import pytest

from rag.adapters.lock import vectors_lock, writer_lock
from rag.values.errors import ArchiveBusy

PROCESSES = multiprocessing.get_context("forkserver")


def enter_often(folder: Path, rounds: int) -> None:
    """Hold the lock again and again; a witness file shows whether anybody else holds it too."""
    witness = folder / "witness"
    for _ in range(rounds):
        with writer_lock(folder, wait=True):
            with witness.open("x") as file:
                file.write(str(os.getpid()))
            witness.unlink()
            count = int((folder / "count").read_text())
            (folder / "count").write_text(str(count + 1))


def hold_for_good(folder: Path, held: multiprocessing.synchronize.Event) -> None:
    with writer_lock(folder):
        held.set()
        signal.pause()


def test_racing_processes_never_hold_the_lock_together(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0")
    racers = [PROCESSES.Process(target=enter_often, args=(tmp_path, 25)) for _ in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(120)
        assert racer.exitcode == 0
    assert (tmp_path / "count").read_text() == "100"


def test_a_killed_holder_lets_go_and_is_named_until_then(tmp_path: Path) -> None:
    held = PROCESSES.Event()
    holder = PROCESSES.Process(target=hold_for_good, args=(tmp_path, held))
    holder.start()
    assert held.wait(60)
    with pytest.raises(ArchiveBusy, match=f"process {holder.pid} on .* since .*--wait"):
        writer_lock(tmp_path).__enter__()
    assert holder.pid is not None
    os.kill(holder.pid, signal.SIGKILL)
    holder.join(60)
    with writer_lock(tmp_path):
        assert (tmp_path / "writer.json").exists()
    assert not (tmp_path / "writer.json").exists()


def test_the_vector_files_are_still_for_one_at_a_time(tmp_path: Path) -> None:
    with vectors_lock(tmp_path) as still, vectors_lock(tmp_path, wait=False) as also:
        assert (still, also) == (True, False)
    with vectors_lock(tmp_path, wait=False) as still:
        assert still
