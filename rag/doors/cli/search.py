"""`onrecord search`."""

from typing import Annotated

import typer

from rag.doors.cli.opened import opened
from rag.doors.cli.options import (
    ArchiveOption,
    AsOfOption,
    JsonOption,
    OutletOption,
    SinceOption,
    SpeakerOption,
    UntilOption,
    VoiceOption,
    filters,
)


def search(
    query: Annotated[str, typer.Argument(help="Words, or a question.")],
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Passages at most.")] = 10,
    speaker: SpeakerOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    voice: VoiceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Find passages, best first, each with its article, score and offsets."""
    from rag.doors.json_text import json_text
    from rag.steps.as_json import hits_json

    limits = filters(
        speaker=speaker, outlet=outlet, since=since, until=until, voice=voice, as_of=as_of
    )
    with opened(archive) as opened_archive:
        hits = hits_json(opened_archive.search(query, limits, limit), opened_archive.article)
    if as_json:
        print(json_text({"query": query, "hits": hits}, indent=2))
    else:
        _print(hits)


def _print(hits: list[dict[str, object]]) -> None:
    from rich.text import Text

    from rag.doors.cli.terminal import console
    from rag.doors.readable import one_line

    out = console()
    if not hits:
        out.print("Nothing found.")
    for hit in hits:
        article = hit["article"]
        assert isinstance(article, dict)  # noqa: S101 - narrows the type
        title = one_line(str(article["title"] or article["file"]))
        head = Text(f"{hit['rank']}. {title}", style="bold")
        place = f"{hit['voice']} [{hit['start']}:{hit['end']}]"
        head.append(f"  {place}  {hit['score']}", style="not bold dim")
        out.print(head)
        out.print(Text(one_line(str(hit["text"]))))
        out.print()
