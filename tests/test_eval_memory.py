"""The measurement of memory: it stores what it says, and asks Chroma for as many vectors."""

from pathlib import Path

import pytest

from evals.bench.memory import indexing, ingesting


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells a process its own")
def test_pages_are_stored_and_vectors_added(tmp_path: Path) -> None:
    peak, passages = ingesting(5, tmp_path / "pages")
    assert peak > 0
    assert passages > 5
    assert indexing(passages, tmp_path / "vectors")[1] == passages
