"""The measurement of memory: it stores what it says, and asks Chroma for as many vectors."""

from pathlib import Path

import pytest

from evals.bench.memory import PAGE_WANTED, Peak, growth, indexing, ingesting


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux tells a process its own")
def test_pages_are_stored_and_vectors_added(tmp_path: Path) -> None:
    peak, passages = ingesting(5, tmp_path / "pages")
    assert peak > 0
    assert passages > 5
    assert indexing(passages, tmp_path / "vectors")[1] == passages


@pytest.mark.parametrize(("highest", "holds"), [(300.0, True), (400.0, False)])
def test_an_added_page_is_bounded_as_a_whole_and_chroma_told_apart(
    highest: float, holds: bool
) -> None:
    least = Peak(whole=200.0, passages=1_000, chroma=10.0)
    most = Peak(whole=highest, passages=11_000, chroma=60.0)
    whole, ours, vector = growth(least, most, pages=2_000)
    assert whole.value == (highest - 200) * 1024 / 2_000
    assert (whole.holds, whole.ceiling) == (holds, PAGE_WANTED)
    assert ours.value == (highest - 250) * 1024 / 2_000
    assert vector.value == 50 * 1024 / 10_000


def test_no_added_passages_tell_nothing_of_a_vector() -> None:
    same = Peak(whole=200.0, passages=1_000, chroma=10.0)
    assert len([*growth(same, same, pages=5)]) == 2
