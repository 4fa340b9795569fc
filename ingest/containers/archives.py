"""ZIP and TAR archives: their members, read one by one."""

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from ingest.containers.limits import Limits, Meter, TooMuch, read_limited

Member = tuple[str, bytes | str]
"""A member's name, and its content or why it has none."""

_LINK_MODE = 0xA000
_KIND_MASK = 0xF000


def zip_members(path: Path, limits: Limits) -> Iterator[Member]:
    """Yield the files in a ZIP archive; raises TooMuch or zipfile.BadZipFile."""
    meter = Meter(limits, path.stat().st_size)
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if info.is_dir() or _hidden(info.filename):
                continue
            if (info.external_attr >> 16) & _KIND_MASK == _LINK_MODE:
                yield info.filename, "links inside an archive are not followed"
                continue
            try:
                with archive.open(info) as member:
                    content = read_limited(member.read, limits.member)
            except TooMuch as reason:
                meter.count(limits.member)
                yield info.filename, str(reason)
            except (RuntimeError, NotImplementedError):
                yield info.filename, "it is locked with a password or packed in an unknown way"
            except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
                yield info.filename, "it is damaged inside the archive"
            else:
                meter.count(len(content))
                yield info.filename, content


def tar_members(path: Path, limits: Limits) -> Iterator[Member]:
    """Yield the files in a TAR archive, packed or not; raises TooMuch or tarfile.TarError."""
    meter = Meter(limits, path.stat().st_size)
    with tarfile.open(path, "r|*") as archive:
        for info in archive:
            if info.isdir() or _hidden(info.name):
                continue
            if not info.isfile():
                yield info.name, "links and devices inside an archive are not read"
                continue
            member = archive.extractfile(info)
            if member is None:
                continue
            try:
                content = read_limited(member.read, limits.member)
            except TooMuch as reason:
                meter.count(info.size)
                yield info.name, str(reason)
            else:
                meter.count(len(content))
                yield info.name, content


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/") if part not in "..")
