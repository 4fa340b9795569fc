"""Files that are no pages: none stops a job, hides the page beside it, or goes untold."""

from pathlib import Path

import pytest
from word_vectors import WordVectors

from evals.bad_files import examine
from evals.bad_files.making import KINDS, put_bad_file
from evals.bad_files.pdfs import SHAPES
from ingest import Article, Capture
from rag.steps.archiving.reading import read


def test_each_kind_of_bad_file_is_told_of_and_the_good_ones_are_found() -> None:
    report = examine(len(KINDS) + 5, WordVectors())
    assert [(one.id, one.kind, one.reasons) for one in report.failures] == []
    assert report.figure("good pages stored and found").n == 20
    assert not report.broken


def test_the_same_number_is_the_same_file(tmp_path: Path) -> None:
    for number in (0, 57, 300, 1000):
        one, two = (put_bad_file(tmp_path / side, number) for side in ("a", "b"))
        assert one.place.read_bytes() == two.place.read_bytes()


@pytest.mark.parametrize("told", sorted(SHAPES))
def test_a_hostile_pdf_gives_words_or_a_reason(told: str) -> None:
    capture = Capture(SHAPES[told](), "page.pdf")
    outcome = read(capture)
    if isinstance(outcome, Article):
        assert "mill" in outcome.text
    else:
        assert "the PDF" in outcome.reason
