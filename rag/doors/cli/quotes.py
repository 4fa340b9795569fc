"""`onrecord quotes`: the ledger as a table, CSV, JSON or JSON Lines."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rag.doors.cli.opened import settings_for
from rag.doors.cli.options import (
    ArchiveOption,
    AsOfOption,
    OutletOption,
    SinceOption,
    SpeakerOption,
    UntilOption,
    VoiceOption,
    filters,
)

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from rag.values.ledger import Entry, Ledger, Row

_NARROW = 100
"""Columns below which a table breaks its words."""
_VARIANTS = 3
"""Other wordings told of a quote; CSV and JSON have all."""


class Format(StrEnum):
    """How the ledger is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


class Kind(StrEnum):
    """Which statements are listed."""

    DIRECT = "direct"
    MIXED = "mixed"
    REPORTED = "reported"


def quotes(
    archive: ArchiveOption = None,
    speaker: SpeakerOption = None,
    about: Annotated[str | None, typer.Option(help="Only what is about this, best first.")] = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    kind: Annotated[Kind | None, typer.Option(help="Only statements of this kind.")] = None,
    voice: VoiceOption = None,
    as_of: AsOfOption = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Rows at most.")] = None,
    offset: Annotated[int, typer.Option(min=0, help="Rows to leave out first.")] = 0,
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TABLE,
) -> None:
    """List who said what, when and where; the same quote in several articles once."""
    from rag.values.ledger import LedgerQuery
    from rag.wiring.quotes import opened_catalogue
    from rag.wiring.quotes import quotes as listed

    limits = filters(
        speaker=speaker, outlet=outlet, since=since, until=until, voice=voice, as_of=as_of
    )
    query = LedgerQuery(
        filters=limits,
        about=about,
        kind=kind.value if kind else None,
        limit=limit,
        offset=offset,
    )
    with opened_catalogue(settings_for(archive).archive) as catalogue:
        found = listed(catalogue, query)
    _ask_back(speaker, found)
    _print(found, form)
    if found.total > len(found.rows):
        typer.echo(f"{_shown(offset, len(found.rows))} of {found.total:,}.", err=True)


def _shown(offset: int, count: int) -> str:
    return f"Rows {offset + 1:,} to {offset + count:,}" if count else "None"


def _ask_back(asked: str | None, found: "Ledger") -> None:
    from rag.doors.readable import one_line

    if found.note:
        typer.echo(one_line(found.note), err=True)
    elif len(found.people) > 1:
        names = ", ".join(one_line(person.name) for person in found.people)
        told = (
            f"{one_line(asked or '')!r} may be {names}; all are listed. Give a full name for one."
        )
        typer.echo(told, err=True)


def _print(found: "Ledger", form: Format) -> None:
    from rag.doors.json_text import json_text
    from rag.steps.ledger.as_json import ledger_json, row_json

    if form is Format.JSON:
        print(json_text(ledger_json(found), indent=2))
    elif form is Format.JSONL:
        for row in found.rows:
            print(json_text(row_json(row)))
    elif form is Format.CSV:
        _csv(found)
    else:
        _table(found)


def _csv(found: "Ledger") -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for row in found.rows:
        variants = ((one.entry, one.relation) for one in row.variants)
        for entry, relation in ((row.entry, "shown"), *variants):
            writer.writerow([_cell(value) for value in _values(row, entry, relation)])


CSV_COLUMNS = (
    "speaker", "as_written", "how", "kind", "cue", "quote", "said_on", "said_on_how", "occasion",
    "published", "outlet", "title", "file", "article_id", "start", "end", "voice", "relation",
    "sources", "url",
)  # fmt: skip
"""A quote's other wordings follow it in rows of their own, `relation` saying how they stand."""


def _values(row: "Row", entry: "Entry", relation: str) -> list[object]:
    return [
        _all(entry.speaker, *(one.name for one in entry.others)),
        _all(entry.as_written, *(one.as_written for one in entry.others)),
        entry.how, entry.kind, entry.cue, entry.quote,
        entry.said_on, entry.said_on_how, entry.occasion, entry.published, entry.outlet,
        entry.title, entry.file, entry.article_id, entry.start, entry.end, entry.voice.value,
        relation, row.sources, entry.url,
    ]  # fmt: skip


def _all(*names: str | None) -> str:
    """Return the speakers of one saying in a cell."""
    return "; ".join(filter(None, dict.fromkeys(names)))


def _cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula and no terminal for a command."""
    from rag.doors.readable import readable

    text = "" if value is None else readable(str(value))
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


def _table(found: "Ledger") -> None:
    from rag.doors.cli.terminal import console

    out = console()
    if not found.rows:
        out.print("No statement fits.")
    elif out.width < _NARROW:
        for row in found.rows:
            out.print(_item(row))
    else:
        out.print(_columns(found.rows))


def _columns(rows: "tuple[Row, ...]") -> "Table":
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="bold")
    for column, share in (("who", 2), ("what", 5), ("when", 2), ("where", 3)):
        table.add_column(column, overflow="fold", ratio=share)
    for row in rows:
        table.add_row(
            _who(row.entry), _what(row), "\n".join(_when(row.entry)), "\n".join(_where(row))
        )
    return table


def _item(row: "Row") -> "Text":
    """Return a row for a narrow terminal: who, below it what, below it when and where."""
    from rich.text import Text

    text = Text(f"{_who(row.entry)}\n", style="bold")
    text.append_text(_what(row))
    text.append(f"\n{' · '.join([*_when(row.entry), *_where(row)])}\n", style="not bold dim")
    return text


def _who(entry: "Entry") -> str:
    from rag.doors.wording import entry_speaker

    return entry_speaker(entry)


def _what(row: "Row") -> "Text":
    """Return the words, and below them how other places have them."""
    from rich.text import Text

    from rag.doors.cli.diffs import diffed
    from rag.doors.readable import one_line
    from rag.doors.wording import RELATIONS

    text = Text(one_line(row.entry.shown), style="not bold")
    for one in row.variants[:_VARIANTS]:
        text.append(f"\n  {RELATIONS[one.relation]}: ", style="dim")
        if any(not piece.same for piece in one.diff):
            text.append_text(diffed(one.diff))
        text.append(one_line(_place(one.entry)), style="dim")
    if len(row.variants) > _VARIANTS:
        text.append(f"\n  and in {len(row.variants) - _VARIANTS} other places", style="dim")
    return text


def _when(entry: "Entry") -> list[str]:
    from rag.doors.wording import day_written, said_when

    said = said_when(entry.said_on, entry.said_on_how, entry.occasion)
    published = f"published {day_written(entry.published, entry.published_how)}"
    return [said, published] if said else [published]


def _where(row: "Row") -> list[str]:
    from rag.doors.readable import one_line

    outlet = [one_line(row.entry.outlet)] if row.entry.outlet else []
    sources = [f"{row.sources} sources"] if row.sources > 1 else []
    return [*outlet, one_line(_place(row.entry)), *sources]


def _place(entry: "Entry") -> str:
    return f"{entry.file} [{entry.start}:{entry.end}]"
