"""`onrecord doctor`."""

from typing import Annotated

import typer

from rag.doors.cli.opened import settings_for
from rag.doors.cli.options import ArchiveOption

_UNSOUND = 1


def doctor(
    repair: Annotated[
        bool, typer.Option("--repair", help="Make the keyword index and the vectors anew.")
    ] = False,
    archive: ArchiveOption = None,
) -> None:
    """Look the archive over, and mend what can be made from its catalogue.

    Exits with 1 when something is wrong.
    """
    from rag.doors.readable import one_line
    from rag.wiring.repairing import examine
    from rag.wiring.repairing import repair as make_anew

    settings = settings_for(archive)
    if repair:
        make_anew(settings.archive, settings)
    faults = examine(settings.archive, settings)
    for fault in faults:
        print(one_line(fault))
    if not faults:
        print("The archive is sound.")
        return
    if not repair:
        print("`onrecord doctor --repair` makes anew whatever the catalogue can restore.")
    raise typer.Exit(_UNSOUND)
