"""The suite `htmldate`: publication dates of news pages, on htmldate's own set.

Layout of the folder: `tests/eval_mediacloud_2020.json` (address -> file and date), pages gzipped
in `tests/test_set/` under the file's name + `.gz`. Every page is also read as the plain text dump
that `inscriptis.get_text` makes of it.
"""

import gzip
import json
import os
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from evals.examination.case import SuiteInvalid
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Outcome, Report
from ingest import Capture, UnreadablePage, read_page

_FLOOR = 0.949


class _Days(NamedTuple):
    """The day that each reader finds on a page."""

    ours: str | None
    dump: str | None
    peers: str | None


def run(folder: Path) -> Report:
    """Read the date of every page of the set in `folder`.

    Raises:
        SuiteInvalid: the folder holds no such set.

    """
    started = time.perf_counter()
    listing = folder / "tests" / "eval_mediacloud_2020.json"
    if not listing.is_file():
        raise SuiteInvalid(f"{folder} holds no tests/eval_mediacloud_2020.json.")
    told = json.loads(listing.read_text(encoding="utf-8"))
    pages = [
        gzip.decompress((listing.parent / "test_set" / f"{one['file']}.gz").read_bytes())
        for one in told.values()
    ]
    expected = [one["date"] for one in told.values()]
    with (
        progress("htmldate") as step,
        ProcessPoolExecutor(max_workers=min(8, os.cpu_count() or 1)) as pool,
    ):
        found: list[_Days] = []
        for days in pool.map(_dates, pages, chunksize=4):
            found.append(days)
            step(len(pages))
    ours = [days.ours for days in found]
    return Report(
        suite="htmldate",
        digest=digest(pages),
        version=onrecord_version(),
        figures=(
            _f_score("F, date", ours, expected, floor=_FLOOR),
            _f_score("F, date: htmldate itself", [days.peers for days in found], expected),
            _f_score("F, date, text dumps", [days.dump for days in found], expected),
        ),
        outcomes=tuple(
            Outcome(
                id=url, kind="date", passed=day == wanted, reasons=(f"{day}, expected {wanted}",)
            )
            for url, day, wanted in zip(told, ours, expected, strict=True)
            if day != wanted
        ),
        seconds=time.perf_counter() - started,
    )


def _dates(content: bytes) -> _Days:
    """Return the days that we read from a page and from its dump, and the one htmldate finds."""
    from htmldate import find_date
    from inscriptis import get_text

    from ingest.markup.tree import decode_html

    dump = get_text(decode_html(content)).encode("utf-8", "replace")
    return _Days(
        _day(Capture(content, "page.html")),
        _day(Capture(dump, "page.txt")),
        find_date(content, original_date=True),
    )


def _day(capture: Capture) -> str | None:
    try:
        published = read_page(capture).published.value
    except UnreadablePage:
        return None
    return published[:10] if published else None


def _f_score(
    name: str, found: list[str | None], expected: list[str], *, floor: float | None = None
) -> Figure:
    """Return F as htmldate counts it: no date is a miss, another date a false alarm."""
    right = sum(1 for day, wanted in zip(found, expected, strict=True) if day == wanted)
    missed = sum(1 for day in found if day is None)
    wrong = len(found) - right - missed
    value = 2 * right / (2 * right + missed + wrong) if right else None
    return Figure(name=name, value=value, n=len(found), unit="score", floor=floor)
