"""Files and folders to captures: the only part of reading that touches the disk."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.article import Capture
from ingest.containers import captures_in, is_container
from ingest.decoding import SIZE_LIMIT

_BESIDE = re.compile(
    r"(?:[_.-]files|[_-](?:Dateien|fichiers|archivos|file|ficheiros|arquivos|bestanden|filer|pliki"
    r"|soubory|tiedostot|dosyalar|elemei|fajlovi|datoteke|fitxers|bylos))$"
)
"""How browsers name that folder, in the language of the system."""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file that did not become a capture, and why."""

    path: str
    reason: str


def find_captures(
    paths: Sequence[Path], size_limit: int = SIZE_LIMIT
) -> Iterator[Capture | Rejection]:
    """Yield every page at or under `paths` as a capture, in the order of the files' names.

    A file that holds many pages (ZIP, TAR, WARC, JSON Lines) gives each of them.

    Hidden files and folders are passed over, the folder of pictures and scripts that a browser puts
    beside a page saved whole, and what is called README: it is about the pages, and answers must
    not come from it. A symbolic link is followed only when it was named
    itself: one inside a folder could lead out of it.
    """
    for path in paths:
        try:
            if path.is_dir():
                yield from _walk(path, size_limit)
            elif path.exists():
                yield from _captures(path, path.parent, size_limit)
            else:
                yield Rejection(str(path), "there is no such file or folder")
        except OSError as error:
            yield Rejection(str(path), _said(error))


def _walk(root: Path, size_limit: int) -> Iterator[Capture | Rejection]:
    found = False
    failures: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=failures.append):
        pages = {stem for name in names if (stem := _page_stem(name))}
        folders[:] = sorted(
            name for name in folders if not (name.startswith(".") or _is_beside(name, pages))
        )
        for linked in (path for name in folders if (path := Path(folder, name)).is_symlink()):
            found = True
            yield Rejection(str(linked), "links inside a folder are not followed")
        for name in sorted(names):
            if name.startswith(".") or Path(name).stem.upper() == "README":
                continue
            found = True
            path = Path(folder, name)
            if path.is_symlink():
                yield Rejection(str(path), "links inside a folder are not followed")
            else:
                yield from _captures(path, root, size_limit)
    for failure in failures:
        yield Rejection(str(failure.filename), _said(failure))
    if not found and not failures:
        yield Rejection(str(root), "the folder holds no files")


def _page_stem(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return stem if suffix.lower() in {"html", "htm", "xhtml"} else ""


def _is_beside(folder: str, pages: Collection[str]) -> bool:
    """Return whether a folder holds what belongs to a page that was saved whole beside it."""
    found = _BESIDE.search(folder)
    return found is not None and folder[: found.start()] in pages


def _captures(path: Path, root: Path, size_limit: int) -> Iterator[Capture | Rejection]:
    if not is_container(path) or not path.is_file():
        yield _capture(path, root, size_limit)
        return
    address = path.relative_to(root).as_posix()
    try:
        for found in captures_in(path, address, root.resolve().as_posix()):
            yield found if isinstance(found, Capture) else Rejection(*found)
    except OSError as error:
        yield Rejection(str(path), _said(error))


def _capture(path: Path, root: Path, size_limit: int) -> Capture | Rejection:
    try:
        if not path.is_file():
            return Rejection(str(path), "it is not a regular file")
        size = path.stat().st_size
        if size > size_limit:
            limit = size_limit / 1e6
            return Rejection(
                str(path),
                f"the file is too large ({size / 1e6:.1f} MB; the limit is {limit:.0f} MB)",
            )
        return Capture(
            content=path.read_bytes(),
            name=path.name,
            path=path.relative_to(root).as_posix(),
            root=root.resolve().as_posix(),
        )
    except OSError as error:
        return Rejection(str(path), _said(error))


def _said(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
