"""Files of UTF-16, as spreadsheets and command shells write them, brought into UTF-8."""

import codecs
import io

from ingest.containers.limits import CHUNK

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def narrowed(stream: io.BufferedReader) -> io.BufferedReader:
    """Return a stream as UTF-8 where it is marked as UTF-16, else as it is."""
    if stream.peek(2)[:2] not in _MARKS:
        return stream
    return io.BufferedReader(_Narrow(stream), CHUNK)


class _Narrow(io.RawIOBase):
    """A stream of UTF-16, read as UTF-8."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self._rest = stream, b""
        self._decoder = codecs.getincrementaldecoder("utf-16")("replace")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        while not self._rest and (read := self._stream.read(CHUNK)):
            self._rest = self._decoder.decode(read).encode("utf-8", "replace")
        found, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(found)] = found
        return len(found)
