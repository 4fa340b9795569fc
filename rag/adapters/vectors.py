"""Opening the vector files without risk: only where they are still, and what the writer left.

They stand in a numbered folder, and files made anew get the next number. In the old one's place
they would share its journal with clients that still have the old files open, and both would break.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from rag.adapters.chroma import ChromaIndex
from rag.adapters.lock import vectors_lock
from rag.adapters.seal import condition, is_written
from rag.values.errors import ArchiveDamaged

_LONGEST_TRIAL_S = 300.0
_TRIAL = "import sys; from rag.adapters.vectors import attempt; attempt(*sys.argv[1:])"


FOLDER = "vectors"


def open_for_reading(
    folder: Path, embedder: str, dimension: int, *, wait: bool = True, unsealed: bool = False
) -> ChromaIndex | None:
    """Return the vector files, opened, or None where that must not be done now.

    That is while they are being written, without `wait`; and while they are unsealed, unless
    `unsealed` says that their writer is known to be alive. Raises ArchiveDamaged.
    """
    with vectors_lock(folder, wait=wait) as still:
        if not still or (_checked(folder) == "unsealed" and not unsealed):
            return None
        return ChromaIndex(folder, current_files(folder), embedder, dimension)


def open_for_writing(folder: Path, embedder: str, dimension: int) -> ChromaIndex:
    """Return the vector files, opened or made; the writer lock must be held.

    Files that a writer left in the middle of its work are tried in a process of their own first.
    Raises ArchiveDamaged.
    """
    with vectors_lock(folder):
        files = current_files(folder)
        if _checked(folder) == "unsealed" and is_written(files):
            _try(folder, embedder, dimension)
        files.mkdir(parents=True, exist_ok=True)
        return ChromaIndex(folder, files, embedder, dimension)


def current_files(folder: Path) -> Path:
    """Return the folder of the vector files in use."""
    return folder / FOLDER / str(max(_numbers(folder), default=1))


def discard(folder: Path) -> None:
    """Begin new, empty vector files and delete the old ones; the vectors lock must be held."""
    old = _numbers(folder)
    (folder / FOLDER / str(max(old, default=0) + 1)).mkdir(parents=True)
    for number in old:
        shutil.rmtree(folder / FOLDER / str(number), ignore_errors=True)


def attempt(folder: str, embedder: str, dimension: str) -> None:
    """Open the vector files and nothing else: what `_try` does in a process of its own."""
    ChromaIndex(Path(folder), current_files(Path(folder)), embedder, int(dimension))


def _numbers(folder: Path) -> list[int]:
    return [int(path.name) for path in (folder / FOLDER).glob("[0-9]*") if path.name.isdecimal()]


def _checked(folder: Path) -> str:
    found = condition(current_files(folder))
    if found == "damaged":
        raise ArchiveDamaged(f"the vector files of {folder} are not what was written there")
    return found


def _try(folder: Path, embedder: str, dimension: int) -> None:
    path = os.pathsep.join(entry or "." for entry in sys.path)
    try:
        ended = subprocess.run(
            [sys.executable, "-c", _TRIAL, str(folder), embedder, str(dimension)],
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            timeout=_LONGEST_TRIAL_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ArchiveDamaged(f"opening the vector files of {folder} does not end") from error
    if ended.returncode != 0:
        raise ArchiveDamaged(f"opening the vector files of {folder} ends the process that does it")
