import json
from pathlib import Path

import pytest

from evals.floors import Pinned, bounded, pinned, raised, written
from evals.intervals import share
from evals.report import Report
from evals.suites import MADE_SUITES, SUITES

ROOT = Path(__file__).resolve().parents[1]
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


def test_a_report_on_other_items_raises_nothing() -> None:
    assert raised(PIN, report(9, digest="other items")) == PIN


def test_the_file_holds_what_was_reached_cut_to_three_places() -> None:
    text = written((Pinned("made", "d", {"right": 2 / 3, "exact": 0.29}),))
    assert json.loads(text)[0]["floors"] == {"right": 0.666, "exact": 0.29}
    assert written(pinned()) == (ROOT / "evals" / "floors.json").read_text(encoding="utf-8")


def test_pinned_floors_are_shares_of_suites_that_exist() -> None:
    for pin in pinned():
        assert pin.suite in {*SUITES, *MADE_SUITES} or pin.suite.endswith(".jsonl")
        assert all(0 < floor <= 1 for floor in pin.floors.values())
