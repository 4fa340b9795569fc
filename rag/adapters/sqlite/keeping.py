"""Vectors that an answer made, kept for the next one that needs them."""

import logging
from pathlib import Path

from rag.adapters.sqlite import stored
from rag.adapters.sqlite.engine import FILE, open_engine, translated
from rag.steps.finding.desk import Made
from rag.values.errors import ArchiveError

_WAIT_S = 1.0
"""How long an answer waits for a page that is being stored."""

_log = logging.getLogger(__name__)


def keep_made(folder: Path, embedder: str, made: Made) -> None:
    """Store these vectors with their passages, those that are still there, in one transaction.

    The writer's lock is not needed: nothing but vectors that were missing is added, and an ingest
    that began meanwhile must not fail for it. Where the archive cannot be written now, nothing is
    lost but the time to make them again.
    """
    if not (folder / FILE).exists():
        return
    engine = open_engine(folder, writable=True, wait_s=_WAIT_S)
    try:
        with translated(folder), engine.begin() as connection:
            stored.keep_made(connection, embedder, made)
    except ArchiveError as error:
        _log.info("%d vectors of comments are not kept: %s", len(made), error)
    finally:
        engine.dispose()
