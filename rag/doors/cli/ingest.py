"""`onrecord ingest`.

Exits 0 when at least one page of the paths is in the archive afterwards (added, replaced or there
already), 1 when none is: every file was rejected, or none was found. The report says which.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.doors.cli.opened import settings_for
from rag.doors.cli.options import ArchiveOption, JsonOption, PathsArgument

if TYPE_CHECKING:
    from rag.adapters.settings import Settings
    from rag.values.progress import IngestEvent

KINDS = ("added", "unchanged", "replaced", "rejected")
WaitOption = Annotated[
    bool,
    typer.Option("--wait", help="Wait while another process is writing, instead of giving up."),
]


def ingest(
    paths: PathsArgument,
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
    wait: WaitOption = False,
) -> None:
    """Store saved pages; what is there already is left as it is."""
    counts = ingested(paths, settings_for(archive), as_json=as_json, wait=wait)
    if sum(counts.values()) == counts["rejected"]:
        raise typer.Exit(1)


def ingested(
    paths: list[Path], settings: "Settings", *, as_json: bool = False, wait: bool = False
) -> Counter[str]:
    """Ingest with progress, print the report, and return how many files came to what."""
    from rag.wiring.ingesting import ingest as ingest_into

    events = ingest_into(paths, settings.archive, settings, wait=wait)
    return _as_lines(events) if as_json else _with_bar(events)


def _as_lines(events: "Iterator[IngestEvent]") -> Counter[str]:
    from rag.doors.json_text import json_text

    counts: Counter[str] = Counter()
    for event in events:
        counts[event.kind] += 1
        line = {
            "event": event.kind,
            "file": event.file,
            "path": event.path,
            "article_id": event.article_id,
            "reason": event.reason,
        }
        print(json_text(line), flush=True)
    print(json_text({"event": "done", **{kind: counts[kind] for kind in KINDS}}), flush=True)
    return counts


def _with_bar(events: "Iterator[IngestEvent]") -> Counter[str]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    from rag.doors.cli.terminal import console
    from rag.doors.readable import one_line

    counts: Counter[str] = Counter()
    out = console(stderr=True)
    columns = (TextColumn("Reading pages"), BarColumn(), MofNCompleteColumn(), TimeLeft())
    with Progress(*columns, console=out, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)
        for event in events:
            counts[event.kind] += 1
            bar.update(task, completed=event.done, total=event.total)
            if event.kind == "rejected":
                named = one_line(event.path or event.file)
                out.print(f"Rejected {named}: {one_line(event.reason or '')}", soft_wrap=True)
    if not counts:
        out.print("No page was found there.")
    told = ", ".join(f"{counts[kind]:,} {kind}" for kind in KINDS)
    console().print(f"{sum(counts.values()):,} files: {told}")
    return counts
