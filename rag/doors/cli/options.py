"""Options that several commands take, and the value that the filters among them make."""

from pathlib import Path
from typing import Annotated

import typer

from ingest import Voice
from rag.doors.dates import first_day, last_day
from rag.values.question import Filters

ArchiveOption = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        envvar="ONRECORD_ARCHIVE",
        file_okay=False,
        help="The archive's folder.",
        show_default="the user's data folder",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
PathsArgument = Annotated[
    list[Path],
    typer.Argument(exists=True, help="Saved pages, or folders of them.", metavar="PATH…"),
]
FieldOption = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="ROLE=FIELD",
        help="Which field of JSON records holds what: text=body, title=headline, byline=…, date=…,"
        " url=…, outlet=…; dots lead into a field (text=content.body). Repeat it for more.",
    ),
]
ArticleArgument = Annotated[
    str, typer.Argument(help="An article's id, the start of it, or its file's name.")
]

SpeakerOption = Annotated[str | None, typer.Option(help="Only words of this person or body.")]
OutletOption = Annotated[str | None, typer.Option(help="Only pages of this outlet.")]
SinceOption = Annotated[
    str | None, typer.Option(help="Published on or after: 2023, 2023-01, 2023-01-10.")
]
UntilOption = Annotated[str | None, typer.Option(help="Published on or before.")]
VoiceOption = Annotated[
    Voice | None, typer.Option(help="Only this voice; readers' comments only come when named.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="Answer with what was published by this day.")
]


def filters(
    *,
    speaker: str | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
    voice: Voice | None,
    as_of: str | None,
) -> Filters:
    """Return the filters that the options say. Raises SettingInvalid for a bad date."""
    return Filters(
        speaker=speaker,
        outlet=outlet,
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
        voice=voice,
        as_of=last_day(as_of) if as_of else None,
    )
