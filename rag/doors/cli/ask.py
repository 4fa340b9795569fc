"""`onrecord ask`."""

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


def ask(
    question: Annotated[str, typer.Argument(help="In a sentence, as you would ask a colleague.")],
    archive: ArchiveOption = None,
    as_json: JsonOption = False,
    speaker: SpeakerOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    voice: VoiceOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Ask the archive and get the exact words, or an honest abstention."""
    from rag.doors.cli.terminal import print_answer
    from rag.doors.json_text import json_text
    from rag.steps.as_json import answer_json
    from rag.values.question import Question

    limits = filters(
        speaker=speaker, outlet=outlet, since=since, until=until, voice=voice, as_of=as_of
    )
    with opened(archive) as opened_archive:
        answer = opened_archive.ask(Question(question, filters=limits))
    if as_json:
        print(json_text(answer_json(answer), indent=2))
    else:
        print_answer(answer)
