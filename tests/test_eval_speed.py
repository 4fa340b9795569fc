"""The benchmarks run from end to end; what they measure is never asserted."""

from pathlib import Path

import pytest

from evals.bench.asking import speed_of_asking
from evals.bench.ingesting import speed_of_ingesting
from evals.bench.server import ServerSilent, serving
from evals.examination.case import SuiteInvalid
from rag.adapters.settings import Settings
from rag.wiring.ingesting import ingest

PAGE = (
    "Harbour bridge opens\n\nBy Tam Orrell\n12 March 2021\n\n"
    "The harbour bridge opened on Friday.\n\n"
    '"The bridge will carry trams by May," Mayor Mara Quill said.\n'
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(PAGE)
    return path


def test_asking_is_timed_in_process_over_http_and_from_cold(page: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    list(ingest([page], archive, Settings(archive=archive)))
    suite = tmp_path / "suite.jsonl"
    suite.write_text(
        '{"id": "a", "kind": "who-said", "question": "What did Mara Quill say about trams?",'
        ' "max_citations": 8}\n'
    )
    report = speed_of_asking(suite, archive, rounds=2)
    for name in ("whole answer p50", "step retrieve p95", "POST /api/ask p50"):
        assert (report.figure(name).value or 0) > 0, name
        assert report.figure(name).n == 2
    for name in ("fresh process, first answer", "serve, first answer"):
        assert (report.figure(name).value or 0) > 0, name


def test_a_server_that_does_not_come_up_is_told(tmp_path: Path) -> None:
    not_a_folder = tmp_path / "file"
    not_a_folder.write_text("")
    with pytest.raises(ServerSilent, match="onrecord serve"), serving(not_a_folder):
        pass


def test_ingesting_is_timed_by_step_beside_the_stock_pipeline(page: Path) -> None:
    report = speed_of_ingesting([page])
    for step in ("read, statements included", "passages", "model", "whole ingest"):
        assert (report.figure(f"{step}, a page").value or 0) > 0, step
    assert (report.figure("stock pipeline, model's window / OnRecord").value or 0) > 0


def test_there_must_be_a_page_to_ingest(tmp_path: Path) -> None:
    with pytest.raises(SuiteInvalid, match="no readable page"):
        speed_of_ingesting([tmp_path])
