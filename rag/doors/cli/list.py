"""`onrecord list`."""

from typing import TYPE_CHECKING

from rag.doors.cli.opened import settings_for
from rag.doors.cli.options import ArchiveOption, JsonOption

if TYPE_CHECKING:
    from rag.values.catalogued import ArticleSummary


def list_articles(archive: ArchiveOption = None, as_json: JsonOption = False) -> None:
    """List the articles, by publication date."""
    from rag.doors.json_text import json_text
    from rag.steps.as_json import summary_json
    from rag.wiring.storage import open_looking

    with open_looking(settings_for(archive).archive) as catalogue:
        summaries = catalogue.summaries()
    if as_json:
        print(json_text([summary_json(one) for one in summaries], indent=2))
    else:
        _print(summaries)


def _print(summaries: "list[ArticleSummary]") -> None:
    from rich.table import Table

    from rag.doors.cli.terminal import console
    from rag.doors.readable import one_line
    from rag.doors.wording import day_written

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("id", "published", "outlet", "title", "file"):
        table.add_column(column, overflow="fold")
    for one in summaries:
        table.add_row(
            one.id[:8],
            day_written(one.published.value, one.published.how),
            one_line(one.outlet.value or "unknown"),
            one_line(one.title.value or "untitled"),
            one_line(one.path or one.file),
        )
    console().print(table if summaries else "The archive is empty.")
