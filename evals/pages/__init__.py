"""The suite `trafilatura`: body, comments, title, author and date of saved web pages.

Every page is read twice: as HTML, and as the plain text dump that `inscriptis.get_text` makes of
it, without any help from the markup. Trafilatura reads the same pages in the same run.
"""

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from evals.intervals import share
from evals.pages.corpus import Half, read_pages
from evals.pages.reading import Seen, read_saved
from evals.pages.tally import Tally, total
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Outcome, Report

_NOTE = (
    "The body is narration, subheads and standfirst; title, captions, byline and dateline are not "
    "counted. Rules and weights were chosen on half of the sites; the other half is held out. A "
    "comment string counts when it stands in the page's visible text; evals/pages/judged.py names "
    "those that proved to be no reader's words."
)
_READERS = "comments in the body that are readers' words"
_LEAK = 0.01
_TEXT_FLOOR, _TEXT_LEAK = 0.86, 0.05
_FOUND_FLOOR = 0.85


def run(folder: Path) -> Report:
    """Read every page of the set in `folder` and return what was found of what is expected."""
    started = time.perf_counter()
    pages = list(read_pages(folder))
    with (
        progress("trafilatura") as step,
        ProcessPoolExecutor(max_workers=min(8, os.cpu_count() or 1)) as pool,
    ):
        seen = []
        for one in pool.map(read_saved, pages, chunksize=8):
            seen.append(one)
            step(len(pages))
    return Report(
        suite="trafilatura",
        digest=digest(page.content for page in pages),
        version=onrecord_version(),
        figures=(*_markup_figures(seen), *_text_figures(seen), *_fact_figures(seen)),
        outcomes=_leaks(seen),
        seconds=time.perf_counter() - started,
        notes=(_NOTE,),
    )


def _markup_figures(seen: Sequence[Seen]) -> list[Figure]:
    peer = total(one.peer for one in seen)
    ours = total(one.markup for one in seen)
    return [
        peer.figure("F, HTML: trafilatura itself"),
        ours.figure("F, HTML", floor=peer.f_score, anchor="trafilatura, in the same run"),
        *_halves(seen, "F, HTML", lambda one: one.markup),
        share("comments in the body, HTML: trafilatura", peer.comments_in_body, peer.comments),
        share("comments in the body, HTML", ours.comments_in_body, ours.comments),
        share(f"{_READERS}, HTML", ours.readers_in_body, ours.readers, ceiling=_LEAK),
        share("comments found, HTML", ours.comments_found, ours.comments, floor=_FOUND_FLOOR),
    ]


def _text_figures(seen: Sequence[Seen]) -> list[Figure]:
    ours = total(one.dump for one in seen)
    return [
        ours.figure("F, text dumps", floor=_TEXT_FLOOR),
        *_halves(seen, "F, text dumps", lambda one: one.dump),
        share(
            "comments in the body, text dumps",
            ours.comments_in_body,
            ours.comments,
            ceiling=_TEXT_LEAK,
        ),
        share(f"{_READERS}, text dumps", ours.readers_in_body, ours.readers),
        share("comments found, text dumps", ours.comments_found, ours.comments),
        Figure(
            name="reading a text dump, median",
            value=sorted(one.dump_ms for one in seen)[len(seen) // 2] if seen else None,
            n=len(seen),
            unit="ms",
        ),
        Figure(
            name="reading an HTML page, median",
            value=sorted(one.markup_ms for one in seen)[len(seen) // 2] if seen else None,
            n=len(seen),
            unit="ms",
        ),
    ]


def _halves(seen: Sequence[Seen], name: str, of: Callable[[Seen], Tally]) -> list[Figure]:
    halves: tuple[Half, ...] = ("chosen on", "held out")
    return [
        total(of(one) for one in seen if one.half == half).figure(f"{name}, sites {half}")
        for half in halves
    ]


def _fact_figures(seen: Sequence[Seen]) -> list[Figure]:
    figures = []
    for name in ("title", "author", "date"):
        told = [one for one in seen if name in one.facts]
        for who in ("ours", "text dump", "trafilatura's"):
            right = sum(1 for one in told if one.facts[name][who])
            figures.append(share(f"{name} exact, {who}", right, len(told)))
    return figures


def _leaks(seen: Sequence[Seen]) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(id=one.url, kind="comments", passed=False, reasons=one.leaks)
        for one in seen
        if one.leaks
    )
