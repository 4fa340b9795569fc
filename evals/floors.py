"""Pinned quality: what each suite reached once, and must not fall below again.

A floor belongs to the exact items it was measured on: with other items (another digest) it says
nothing. Floors only rise; to lower one, somebody edits `floors.json` by hand and says why.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

from evals.report import Figure, Report

Floors = Mapping[str, float]
"""By figure name."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """The floors of one suite."""

    suite: str
    digest: str
    """Of the items that they were measured on."""
    floors: Floors


def pinned() -> tuple[Pinned, ...]:
    """Return the floors of the repository's `evals/floors.json`."""
    listed = json.loads(files("evals").joinpath("floors.json").read_text(encoding="utf-8"))
    return tuple(Pinned(one["suite"], one["digest"], one["floors"]) for one in listed)


def bounded(report: Report, pins: tuple[Pinned, ...]) -> Report:
    """Return the report with the pinned floors of its suite and items under its figures."""
    floors: dict[str, float] = {}
    for pin in pins:
        if (pin.suite, pin.digest) == (report.suite, report.digest):
            floors |= pin.floors
    return replace(report, figures=tuple(_bounded(one, floors) for one in report.figures))


def raised(pin: Pinned, report: Report) -> Pinned:
    """Return the floors lifted to what the report reached; none is lowered, none is new.

    A report on other items says nothing about these, and changes nothing.
    """
    if (pin.suite, pin.digest) != (report.suite, report.digest):
        return pin
    reached = {figure.name: figure.value for figure in report.figures}
    floors = {name: max(floor, reached.get(name) or 0.0) for name, floor in pin.floors.items()}
    return replace(pin, floors=floors)


def written(pins: tuple[Pinned, ...]) -> str:
    """Return floors as `floors.json` has them, cut to three places so that they hold."""
    listed = [
        {
            "suite": pin.suite,
            "digest": pin.digest,
            "floors": {name: floor_of(value) for name, value in pin.floors.items()},
        }
        for pin in pins
    ]
    return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"


def floor_of(value: float) -> float:
    """Return the value cut, not rounded, to three places."""
    return math.floor(value * 1000 + 1e-6) / 1000


def _bounded(figure: Figure, floors: Floors) -> Figure:
    pin = floors.get(figure.name)
    if pin is None:
        return figure
    return replace(figure, floor=pin if figure.floor is None else max(pin, figure.floor))
