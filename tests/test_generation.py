"""Generation from end to end, at counts that fit a commit: a scripted model behind every door."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from evals.floors import pinned
from evals.generation.askings import questions
from evals.generation.doors import doors
from evals.generation.faults import (
    Reference,
    cut_streams,
    cuts_of,
    faults,
    reference_of,
    unreachable,
)
from evals.generation.hostile_pages import hostile_pages
from evals.generation.injection import asked, poisoned
from evals.generation.lying import lies
from evals.generation.stand import Ask, Stand, standing
from evals.generation.truthful import heard
from evals.provenance import digest
from evals.report import Outcome
from evals.scripted_model.faults import FAULTS
from evals.scripted_model.lying import LIES
from evals.suites import MADE_SUITES
from ingest import Capture, find_captures
from rag.adapters.llamaindex.embedding import load_embedder
from rag.adapters.settings import Settings
from rag.wiring.ingesting import ingest_captures

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PAGES = sorted(p for p in SEEDS.iterdir() if p.suffix in {".txt", ".html"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("samples")
    pages = [one for one in find_captures(PAGES) if isinstance(one, Capture)]
    for _ in ingest_captures(pages, made, load_embedder(Settings(archive=made))):
        pass
    return made


@pytest.fixture(scope="module")
def stand(folder: Path) -> Iterator[Stand]:
    with standing(folder) as one:
        yield one


@pytest.fixture(scope="module")
def ways(stand: Stand) -> Iterator[Mapping[str, Ask]]:
    with doors(stand) as all_doors:
        yield all_doors


@pytest.fixture(scope="module")
def reference(folder: Path) -> Reference:
    return reference_of(folder)


NEARLY_ALL = 0.95
"""The suite asks for .99 of hundreds of claims; of a few dozen, one may be missing."""
EVERY = 5
"""One kind of lie in so many is told; the whole suite tells all of them."""


def told(outcomes: list[Outcome]) -> str:
    return "\n".join(f"{one.id}: {one.reasons}" for one in outcomes if not one.passed)


def test_no_kind_of_lie_is_shown_at_any_door(stand: Stand, ways: Mapping[str, Ask]) -> None:
    kinds = tuple(LIES)[::EVERY]
    found = list(lies(stand, ways, len(kinds), kinds=kinds))
    assert len(found) > 0.8 * len(kinds)
    assert sum(one.generative for one in found) > 0.3 * len(found)
    outcomes = [one.outcome for one in found]
    assert all(one.passed for one in outcomes), told(outcomes)


def test_true_claims_are_shown_at_every_door(stand: Stand, ways: Mapping[str, Ask]) -> None:
    found = list(heard(stand, ways, 2 * len(ways)))
    outcomes = [one.outcome for one in found]
    assert not any(one.broken for one in found), told(outcomes)
    claims, shown = sum(one.claims for one in found), sum(one.shown for one in found)
    assert claims > len(found)
    assert shown >= NEARLY_ALL * claims, told(outcomes)


QUICK = 0.6
"""Seconds: a deadline that tests can wait for."""
SLOW = ("silence", "half, then silence", "drip of empty pieces", "drip of a head")
AT_ONCE = (
    "good", "every byte apart", "no [DONE]", "thinking first", "cut with [DONE]", "cut in a chunk",
    "reset in the middle", "error inside", "finish length", "bad JSON", "endless",
    "401 echoing the key", "429 retry after 50", "502", "HTML", "no HTTP", "deep nesting",
)  # fmt: skip


def test_every_fault_is_answered_rightly(folder: Path, reference: Reference) -> None:
    outcomes = [
        *faults(folder, reference, AT_ONCE),
        *faults(folder, reference, SLOW, deadline=QUICK),
        *unreachable(folder, reference, deadline=QUICK),
    ]
    assert set(AT_ONCE) | set(SLOW) <= set(FAULTS)
    assert all(one.passed for one in outcomes), told(outcomes)


def test_no_cut_stream_passes_for_a_whole_answer(folder: Path, reference: Reference) -> None:
    outcomes = list(cut_streams(folder, reference, cuts_of(reference.text, 12)))
    assert len(outcomes) >= 12
    assert all(one.passed for one in outcomes), told(outcomes)


def test_hostile_pages_break_no_promise(folder: Path) -> None:
    with (
        poisoned(folder, 7) as (hostile_folder, hostile),
        standing(hostile_folder) as stand,
        doors(stand) as ways,
    ):
        found = list(asked(stand, ways, hostile))
    assert sum(one.reached for one in found) > len(found) / 2
    outcomes = [one.outcome for one in found]
    assert all(one.passed for one in outcomes), told(outcomes)


def test_the_floors_of_the_lying_suite_are_of_these_lies() -> None:
    kinds = digest(kind.encode() for kind in LIES)
    assert kinds in {pin.digest for pin in pinned() if pin.suite == "lying"}, "pin floors anew"


def test_questions_and_hostile_pages_are_the_same_for_one_seed(stand: Stand) -> None:
    assert questions(stand.articles, 1) == questions(stand.articles, 1)
    assert questions(stand.articles, 1) != questions(stand.articles, 2)
    first, again = (list(hostile_pages(["Odile Maren"], 40, 3)) for _ in range(2))
    assert first == again
    assert len({one.capture.sha256 for one in first}) == 40


def test_the_suites_are_listed() -> None:
    assert set(MADE_SUITES) >= {"lying", "truthful", "faults", "injection"}
