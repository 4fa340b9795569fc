"""ZIP and TAR archives: their members, read one by one."""

import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from ingest.containers.limits import Meter

_LINK_MODE = 0xA000
_KIND_MASK = 0xF000
_UTF8_NAME = 0x800
_LOCKED = "it is locked with a password or packed in an unknown way"
_MOST_HEADER = 1_000_000
"""Bytes of a name or of notes on a member, which tarfile reads whole."""
UNZIPPING = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, ValueError, NotImplementedError),
)
"""What reading a ZIP archive raises where it is damaged, or of a version to come."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: open for reading, or with why it is not."""

    name: str
    stream: BinaryIO | None = None
    reason: str = ""


def zip_members(stream: BinaryIO) -> Iterator[Member]:
    """Yield the files in a ZIP archive, each open until the next; raises zipfile.BadZipFile."""
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            name = _zip_name(info)
            if not name or name.endswith("/") or _hidden(name):
                continue
            if (info.external_attr >> 16) & _KIND_MASK == _LINK_MODE:
                yield Member(name, reason="links inside an archive are not followed")
                continue
            try:
                member = archive.open(info)
            except (RuntimeError, NotImplementedError):
                yield Member(name, reason=_LOCKED)
            except UNZIPPING:
                yield Member(name, reason="it is damaged inside the archive")
            else:
                with member:
                    yield Member(name, cast(BinaryIO, member))


def tar_members(stream: io.BufferedReader, meter: Meter) -> Iterator[Member]:
    """Yield the files in a TAR archive, each open until the next.

    Raises tarfile.TarError, and TooMuch where members are passed over that are too large together.
    """
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Info) as archive:
        for info in archive:
            if info.isdir() or _hidden(info.name):
                continue
            member = archive.extractfile(info) if info.isfile() else None
            if member is None:
                yield Member(info.name, reason="links and devices inside an archive are not read")
                continue
            before = meter.inflated
            yield Member(info.name, cast(BinaryIO, member))
            meter.pass_over(info.size - (meter.inflated - before))


class _Info(tarfile.TarInfo):
    """A member's header, unless it is one to fill the memory with."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Info":
        info = super().frombuf(buf, encoding, errors)
        if info.type in _NOTES and info.size > _MOST_HEADER:
            raise tarfile.ReadError("a header is too large")
        return info


_NOTES = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; one not marked as UTF-8 often is UTF-8 all the same."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/") if part not in "..")
