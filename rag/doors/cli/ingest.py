"""`onrecord ingest`.

Exits 0 when at least one page of the paths is in the archive afterwards (added, replaced or there
already), 1 when none is: every file was rejected, or none was found. The report says which.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.doors.cli.opened import settings_for
from rag.doors.cli.options import ArchiveOption, FieldOption, JsonOption, PathsArgument
from rag.doors.cli.pace import Pace

if TYPE_CHECKING:
    from rich.table import Table

    from ingest import FieldNames
    from rag.adapters.settings import Settings
    from rag.values.progress import IngestEvent, SiteKept

KINDS = ("added", "unchanged", "replaced", "rejected")
SITES_SHOWN = 12
WaitOption = Annotated[
    bool,
    typer.Option("--wait", help="Wait while another process is writing, instead of giving up."),
]


def ingest(
    paths: PathsArgument,
    archive: ArchiveOption = None,
    field: FieldOption = None,
    as_json: JsonOption = False,
    wait: WaitOption = False,
) -> None:
    """Store saved pages; what is there already is left as it is."""
    settings = settings_for(archive)
    counts = ingested(paths, settings, fields=field, as_json=as_json, wait=wait)
    if sum(counts[kind] for kind in KINDS) == counts["rejected"]:
        raise typer.Exit(1)


def ingested(
    paths: list[Path],
    settings: "Settings",
    *,
    fields: list[str] | None = None,
    as_json: bool = False,
    wait: bool = False,
) -> Counter[str]:
    """Ingest with progress, print the report, and return how many files came to what."""
    from rag.wiring.ingesting import ingest as ingest_into
    from rag.wiring.ingesting import kept_by_site

    told = _Told()
    named = _named(fields)
    events = told.of(ingest_into(paths, settings.archive, settings, wait=wait, fields=named))
    try:
        (_as_lines if as_json else _with_bar)(events)
    except KeyboardInterrupt:
        _stopped(told.counts)
        raise
    kept = kept_by_site(settings.archive, told.sites) if told.sites else ()
    (_report_json if as_json else _report)(told.counts, kept)
    return told.counts


def _stopped(counts: Counter[str]) -> None:
    from rag.doors.cli.terminal import console

    done = sum(counts[kind] for kind in KINDS)
    console(stderr=True).print(
        f"Stopped: {done:,} {'file is' if done == 1 else 'files are'} done. "
        "The same command goes on from there.",
        soft_wrap=True,
    )


def _named(fields: list[str] | None) -> "FieldNames":
    from ingest import FieldNames
    from rag.values.errors import SettingInvalid

    try:
        return FieldNames.from_pairs(fields or ())
    except ValueError as error:
        raise SettingInvalid(f"--field {error}") from None


@dataclass
class _Told:
    """What the events of a job came to."""

    counts: Counter[str] = field(default_factory=Counter)
    sites: set[str] = field(default_factory=set)

    def of(self, events: "Iterator[IngestEvent]") -> "Iterator[IngestEvent]":
        """Hand the events on."""
        for event in events:
            self.counts[event.kind] += 1
            if event.site is not None:
                self.sites.add(event.site)
            yield event


def _as_lines(events: "Iterator[IngestEvent]") -> None:
    from rag.doors.json_text import json_text

    for event in events:
        line = {
            "event": event.kind,
            "file": event.file,
            "path": event.path,
            "article_id": event.article_id,
            "reason": event.reason,
        }
        print(json_text(line), flush=True)


def _with_bar(events: "Iterator[IngestEvent]") -> None:
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    from rag.doors.cli.terminal import console
    from rag.doors.readable import one_line

    out = console(stderr=True)
    columns = (TextColumn("Reading pages"), BarColumn(), TextColumn("{task.fields[told]}"))
    with Progress(
        *columns, TimeLeft(), console=out, transient=True, disable=not sys.stderr.isatty()
    ) as bar:
        task, pace = bar.add_task("", total=None, told=""), Pace()
        for event in events:
            if event.kind != "reread":
                told = pace.told(event.done, event.total, bar.get_time())
                whole = None if event.share is None else 1.0
                bar.update(task, completed=event.share or 0.0, total=whole, told=told)
            if event.kind == "rejected":
                named = one_line(event.path or event.file)
                out.print(f"Rejected {named}: {one_line(event.reason or '')}", soft_wrap=True)


def _report_json(counts: Counter[str], kept: "Sequence[SiteKept]") -> None:
    from rag.doors.json_text import json_text

    sites = [
        {
            "site": one.site or None,
            "pages": one.pages,
            "characters": one.characters,
            "kept": one.kept,
            "kept_ratio": round(one.kept / one.characters, 3) if one.characters else None,
        }
        for one in kept
    ]
    numbers = {kind: counts[kind] for kind in (*KINDS, "reread")}
    print(json_text({"event": "done", **numbers, "sites": sites}), flush=True)


def _report(counts: Counter[str], kept: "Sequence[SiteKept]") -> None:
    from rag.doors.cli.terminal import console

    out = console()
    files = sum(counts[kind] for kind in KINDS)
    if not files:
        console(stderr=True).print("No page was found there.")
    if kept:
        out.print(_table(kept[:SITES_SHOWN]))
    if len(kept) > SITES_SHOWN:
        out.print(f"and {len(kept) - SITES_SHOWN:,} more sites; --json tells of each")
    told = ", ".join(f"{counts[kind]:,} {kind}" for kind in KINDS)
    again = f" ({counts['reread']:,} read again)" if counts["reread"] else ""
    out.print(f"{files:,} {'file' if files == 1 else 'files'}: {told}{again}")


def _table(kept: "Sequence[SiteKept]") -> "Table":
    from rich.table import Table

    from rag.doors.readable import one_line

    table = Table("Site", box=None, pad_edge=False)
    table.add_column("Pages in the archive", justify="right")
    table.add_column("Article text", justify="right")
    for one in kept:
        share = f"{one.kept / one.characters:.0%}" if one.characters else ""
        table.add_row(one_line(one.site) or "not known", f"{one.pages:,}", share)
    return table
