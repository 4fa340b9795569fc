"""Packed files (gzip, bzip2, xz) as streams of what they hold."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from typing import BinaryIO

from ingest.containers.limits import CHUNK

_GZIP, _BZIP2, _XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00"
_MOST_XZ_MEMORY = 256_000_000
"""Bytes; the highest level that xz offers takes a quarter of it."""


class Damaged(ValueError):
    """Packed bytes that cannot be unpacked any further; the message says why."""


class _Gzip:
    def __init__(self) -> None:
        self._inner = zlib.decompressobj(16 + zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def give(self, data: bytes) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, CHUNK)

    @property
    def hungry(self) -> bool:
        return not self._inner.unconsumed_tail


class _Bounded:
    """Bzip2 and xz, whose objects keep what they have not unpacked yet."""

    def __init__(self, inner: bz2.BZ2Decompressor | lzma.LZMADecompressor) -> None:
        self._inner = inner

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def give(self, data: bytes) -> bytes:
        return self._inner.decompress(data, CHUNK)

    @property
    def hungry(self) -> bool:
        return self._inner.needs_input


_Open = Callable[[], _Gzip | _Bounded]
_OPENERS: dict[bytes, _Open] = {
    _GZIP: _Gzip,
    _BZIP2: lambda: _Bounded(bz2.BZ2Decompressor()),
    _XZ: lambda: _Bounded(lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MOST_XZ_MEMORY)),
}


def is_packed(start: bytes) -> bool:
    """Return whether a file that begins with these bytes is packed."""
    return start.startswith(tuple(_OPENERS))


def unpacked(stream: BinaryIO, start: bytes) -> io.BufferedReader:
    """Return what `stream` holds, unpacked if it is packed; `read` may give less than asked for.

    `start` are its first bytes, taken from it already. Reading raises Damaged.
    """
    opener = next((one for mark, one in _OPENERS.items() if start.startswith(mark)), None)
    raw = _Plain(stream, start) if opener is None else _Unpacked(stream, start, opener)
    return _Ready(raw, CHUNK)


class _Ready(io.BufferedReader):
    """A reader that gives what is there: damage further on costs nothing that stands before it."""

    def read(self, size: int | None = -1, /) -> bytes:
        return self.read1(CHUNK if size is None or size < 0 else size)


class _Plain(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, stream: BinaryIO, start: bytes) -> None:
        self._stream, self._start = stream, start

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        found = self._start[: len(buffer)] or self._stream.read(len(buffer))
        self._start = self._start[len(found) :]
        buffer[: len(found)] = found
        return len(found)


class _Unpacked(io.RawIOBase):
    """The bytes that a packed stream holds, a chunk at a time.

    What stands behind the last packed member and is none is passed over, as gzip itself does.
    """

    def __init__(self, stream: BinaryIO, start: bytes, opener: _Open) -> None:
        self._stream, self._opener = stream, opener
        self._packed, self._rest = start, b""
        self._unpacker: _Gzip | _Bounded | None = opener()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        while not self._rest and self._unpacker is not None:
            try:
                self._advance(self._unpacker)
            except (zlib.error, lzma.LZMAError, OSError, EOFError) as error:
                raise Damaged("it cannot be unpacked any further") from error
        found, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(found)] = found
        return len(found)

    def _advance(self, unpacker: "_Gzip | _Bounded") -> None:
        if unpacker.eof:
            self._begin_next(unpacker.unused_data)
            return
        if unpacker.hungry and not self._packed:
            self._packed = self._stream.read(CHUNK)
        given, self._packed = self._packed, b""
        self._rest = unpacker.give(given)
        if not (given or self._rest or unpacker.eof) and unpacker.hungry:
            raise Damaged("it is cut off")

    def _begin_next(self, left: bytes) -> None:
        left = (left + self._packed).lstrip(b"\0")
        while len(left) < len(_XZ) and (more := self._stream.read(CHUNK)):
            left = (left + more).lstrip(b"\0")
        mark = next(mark for mark, opener in _OPENERS.items() if opener is self._opener)
        self._packed = left
        self._unpacker = self._opener() if left.startswith(mark) else None
