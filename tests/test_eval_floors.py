import pytest

from evals.floors import Pinned, bounded, pinned, raised
from evals.intervals import share
from evals.report import Report
from evals.suites import SUITES

PIN = Pinned("made", "d", {"right": 0.8})


def report(hits: int, *, digest: str = "d", floor: float | None = None) -> Report:
    figures = (share("right", hits, 10, floor=floor), share("other", 1, 10))
    return Report(suite="made", digest=digest, version="1", figures=figures)


@pytest.mark.parametrize(
    ("measured", "broken"),
    [
        (report(7), ["right"]),
        (report(8), []),
        (report(7, digest="other items"), []),
        (report(8, floor=0.9), ["right"]),
        (report(7, floor=0.5), ["right"]),
    ],
)
def test_a_pinned_floor_binds_the_same_items_only(measured: Report, broken: list[str]) -> None:
    assert [figure.name for figure in bounded(measured, (PIN,)).broken] == broken


@pytest.mark.parametrize(("hits", "floor"), [(9, 0.9), (5, 0.8)])
def test_floors_only_rise(hits: int, floor: float) -> None:
    assert raised(PIN, report(hits)).floors == {"right": floor}


def test_pinned_floors_are_shares_of_suites_that_exist() -> None:
    for pin in pinned():
        assert pin.suite in SUITES or pin.suite.endswith(".jsonl")
        assert all(0 < floor <= 1 for floor in pin.floors.values())
