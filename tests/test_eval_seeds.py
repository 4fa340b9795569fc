"""The sample archive, made by the real pipeline, asked its sample questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evals.examination.asking import ask_all
from evals.examination.case import read_cases
from evals.examination.examining import examine
from evals.floors import bounded, pinned
from rag.adapters.settings import Settings
from rag.wiring.archive import Archive, open_archive
from rag.wiring.ingesting import ingest

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
QUESTIONS = SEEDS.parent / "evals" / "questions" / "seeds.jsonl"
PAGES = sorted(p for p in SEEDS.iterdir() if p.suffix in {".txt", ".html"})


def made_of(pages: list[Path], folder: Path) -> Archive:
    settings = Settings(archive=folder)
    rejected = [e for e in ingest(pages, folder, settings) if e.kind == "rejected"]
    assert not rejected
    return open_archive(folder, settings)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with made_of(PAGES, tmp_path_factory.mktemp("samples")) as archive:
        yield archive


def test_the_sample_questions_keep_their_floors(samples: Archive) -> None:
    report = examine(QUESTIONS, samples, asked="seeds")
    pins = pinned()
    assert report.digest in {pin.digest for pin in pins}, "pin floors for the changed questions"
    broken = bounded(report, pins).broken
    told = "\n".join(f"{one.id}: {'; '.join(one.reasons)}" for one in report.failures)
    assert not broken, f"{[(f.name, f.value, f.floor) for f in broken]}\n{told}"


@pytest.mark.shared
def test_the_real_captures_answer_every_gold_question(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pages = sorted((shared / "seeds").glob("*.txt"))
    with made_of(pages, tmp_path_factory.mktemp("real")) as archive:
        cases = read_cases(shared / "gold" / "seeds.jsonl")
        graded = ask_all(archive, cases, step=lambda: None)
    failed = {one.case.id: one.outcome.reasons for one in graded if not one.outcome.passed}
    assert not failed
