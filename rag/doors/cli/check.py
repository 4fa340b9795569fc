"""`onrecord check`.

Exits 0 when every quoted string of the draft is verified, 1 when one is not.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.doors.cli.opened import settings_for
from rag.doors.cli.options import ArchiveOption, JsonOption

if TYPE_CHECKING:
    from rich.text import Text

    from rag.values.check import Check, CheckedQuote, Place, Verdict

_LABELS: "dict[Verdict, tuple[str, str]]" = {
    "verified": ("VERIFIED", "bold green"),
    "other_speaker": ("OTHER SPEAKER", "bold yellow"),
    "altered": ("ALTERED", "bold red"),
    "spliced": ("SPLICED", "bold red"),
    "absent": ("NOT IN THE ARCHIVE", "bold red"),
}
_DOCUMENTS = frozenset((".html", ".htm", ".xhtml", ".mhtml", ".docx", ".pdf", ".eml"))
"""Drafts that are converted as pages are; Markdown is read as it is written."""


def check(
    draft: Annotated[
        Path,
        typer.Argument(
            metavar="FILE|-",
            help="A text, Markdown, HTML, Word or PDF file, or - for standard input.",
        ),
    ],
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check every quoted string of a draft against the archive: its words and its speaker."""
    from rag.doors.json_text import json_text
    from rag.steps.ledger.as_json import check_json
    from rag.wiring.quotes import check as checked
    from rag.wiring.quotes import opened_catalogue

    text = _text(draft, _content(draft))
    with opened_catalogue(settings_for(archive).archive) as catalogue:
        result = checked(catalogue, text)
    if as_json:
        print(json_text(check_json(result), indent=2))
    else:
        _print(result)
    raise typer.Exit(0 if result.passed else 1)


def _content(draft: Path) -> bytes:
    if str(draft) == "-":
        return sys.stdin.buffer.read()
    try:
        return draft.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{draft} cannot be read: {error.strerror}") from None


def _text(draft: Path, content: bytes) -> str:
    """Return a draft's text; a web page's or a document's is what its reader sees."""
    from ingest import Capture, UnreadablePage, read_page
    from ingest.decoding import decode

    try:
        if draft.suffix.lower() not in _DOCUMENTS:
            return decode(content) if content.strip() else ""
        return read_page(Capture(content, draft.name, draft.name)).text
    except UnreadablePage as error:
        raise typer.BadParameter(f"{draft} cannot be read: {error.reason}") from None


def _print(result: "Check") -> None:
    from rag.doors.cli.terminal import console

    out = console()
    for quote in result.quotes:
        out.print(_checked(quote))
        out.print()
    failed = sum(not quote.passed for quote in result.quotes)
    count = len(result.quotes)
    if not count:
        out.print("The draft quotes nothing.")
    elif failed:
        out.print(f"{failed} of {count} quoted strings cannot stand as they are.")
    else:
        told = "The quoted string is" if count == 1 else f"All {count} quoted strings are"
        out.print(f"{told} in the archive, word for word.")


def _checked(quote: "CheckedQuote") -> "Text":
    from rich.text import Text

    from rag.doors.cli.diffs import diffed
    from rag.doors.readable import one_line

    label, style = _LABELS[quote.verdict]
    text = Text(f"{label}  ", style=style)
    text.append(f"“{one_line(quote.quote)}”", style="not bold default")
    if quote.claim is not None:
        text.append(f"  {one_line(quote.claim.as_written)}", style="not bold dim")
    if quote.note:
        text.append(f"\n    {one_line(quote.note)}", style="not bold default")
    if quote.changes:
        said = "; ".join(f"{one.kind}: {_change(one.draft, one.source)}" for one in quote.changes)
        text.append(f"\n    {one_line(said)}", style="not bold default")
    if any(not piece.same for piece in quote.diff):
        text.append("\n    ")
        text.append_text(diffed(quote.diff))
    for place in quote.places:
        text.append(f"\n    {_where(place)}", style="not bold dim")
    return text


def _change(draft: str, source: str) -> str:
    if not draft:
        return f"left out “{source}”"
    return f"“{draft}” for “{source}”" if source else f"added “{draft}”"


def _where(place: "Place") -> str:
    from rag.doors.readable import one_line
    from rag.doors.wording import VOICE_NAMES, day_written

    parts = (
        place.said_by or VOICE_NAMES[place.voice],
        place.outlet or "outlet unknown",
        day_written(place.published, "stated" if place.published else "unknown"),
        f"{place.file} [{place.start}:{place.end}]",
    )
    return f"{one_line(' · '.join(parts))}\n      {one_line(place.sentence)}"
