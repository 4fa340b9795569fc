"""`onrecord status`."""

from rag.doors.cli.opened import settings_for
from rag.doors.cli.options import ArchiveOption, JsonOption


def status(archive: ArchiveOption = None, as_json: JsonOption = False) -> None:
    """Say what the archive holds and where it lies."""
    from rag.doors.cli.terminal import console
    from rag.doors.json_text import json_text
    from rag.doors.readable import one_line
    from rag.doors.wording import day_written
    from rag.steps.as_json import coverage_json
    from rag.wiring.storage import open_looking

    folder = settings_for(archive).archive
    with open_looking(folder) as catalogue:
        coverage = catalogue.coverage()
    size = sum(part.stat().st_size for part in folder.rglob("*") if part.is_file())
    if as_json:
        print(json_text({"folder": str(folder), "bytes": size, **coverage_json(coverage)}))
        return
    out = console()
    out.print(f"Archive     {one_line(str(folder))} ({size / 1_000_000:,.1f} MB)", soft_wrap=True)
    out.print(f"Articles    {coverage.articles:,}")
    out.print(f"Statements  {coverage.statements:,}")
    out.print(f"Passages    {coverage.passages:,}")
    if coverage.first and coverage.last:
        first = day_written(coverage.first, "stated")
        out.print(f"Published   {first} to {day_written(coverage.last, 'stated')}")
    out.print(f"Outlets     {', '.join(one_line(one) for one in coverage.outlets) or 'unknown'}")
