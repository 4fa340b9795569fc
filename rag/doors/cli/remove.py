"""`onrecord remove`."""

from typing import Annotated

import typer

from rag.doors.cli.opened import opened, settings_for
from rag.doors.cli.options import ArchiveOption


def remove(
    articles: Annotated[
        list[str], typer.Argument(help="Ids, starts of ids, or file names.", metavar="ARTICLE…")
    ],
    archive: ArchiveOption = None,
) -> None:
    """Remove articles from the archive, with every trace of them."""
    from rag.doors.naming import named_article
    from rag.wiring.ingesting import remove as remove_from

    settings = settings_for(archive)
    with opened(archive) as opened_archive:
        summaries = opened_archive.summaries()
    ids = list(dict.fromkeys(named_article(summaries, one) for one in articles))
    count = remove_from(ids, settings.archive, settings)
    print(f"Removed {count} {'article' if count == 1 else 'articles'}.")
