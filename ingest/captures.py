"""Files and folders to captures: the only part of reading that touches the disk."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.article import Capture
from ingest.containers import captures_in, is_container

FILE_LIMIT = 60_000_000
"""Bytes. Newspapers as PDF and pages saved with their pictures come near it, logs go beyond."""
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


@dataclass
class Walked:
    """How far a search for captures has come."""

    size: int = 0
    """Bytes of the files gone through so far."""


def find_captures(
    paths: Sequence[Path], size_limit: int = FILE_LIMIT, walked: Walked | None = None
) -> Iterator[Capture | Rejection]:
    """Yield every page at or under `paths` as a capture, in the order of the files' names.

    `walked` is kept up with how far the search has come.

    A file that holds many pages (ZIP, TAR, WARC, JSON Lines) gives each of them.

    Hidden files and folders are passed over, the folder of pictures and scripts that a browser puts
    beside a page saved whole, and what is called README: it is about the pages, and answers must
    not come from it. A symbolic link is followed only when it was named
    itself: one inside a folder could lead out of it.
    """
    search = _Search(size_limit, walked or Walked())
    for path in paths:
        try:
            if path.is_dir():
                yield from _walk(path, search)
            elif path.exists():
                yield from search.captures(path, path.parent)
            else:
                yield Rejection(str(path), "there is no such file or folder")
        except OSError as error:
            yield Rejection(str(path), _said(error))


def _walk(root: Path, search: "_Search") -> Iterator[Capture | Rejection]:
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
                yield from search.captures(path, root)
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


@dataclass(frozen=True, slots=True)
class _Search:
    """A search for captures, with what it keeps to from file to file."""

    size_limit: int
    walked: Walked

    def captures(self, path: Path, root: Path) -> Iterator[Capture | Rejection]:
        """Yield what one file gives."""
        try:
            before, size = self.walked.size, path.lstat().st_size
            if is_container(path):
                yield from self._within(path, root)
            else:
                self.walked.size += size
                yield _capture(path, root, self.size_limit)
            self.walked.size = before + size
        except OSError as error:
            yield Rejection(str(path), _said(error))

    def _within(self, path: Path, root: Path) -> Iterator[Capture | Rejection]:
        before = self.walked.size

        def reached(size: int) -> None:
            self.walked.size = before + size

        address = path.relative_to(root).as_posix()
        for found in captures_in(path, address, root.resolve().as_posix(), reached=reached):
            yield found if isinstance(found, Capture) else Rejection(*found)


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
