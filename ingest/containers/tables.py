"""Tables of articles (CSV): one record a row, named by the first one."""

import csv
import io
import json
from collections.abc import Iterator

from ingest.containers.limits import Meter
from ingest.containers.stored import Stored
from ingest.containers.wide import narrowed

_SIGNS = ",;\t|"
_SAMPLE = 1 << 16


def table_rows(stream: io.BufferedReader, meter: Meter) -> Iterator[Stored]:
    """Yield the rows of a table, each as a JSON record with the names of its columns."""
    csv.field_size_limit(meter.limits.member)
    plain = narrowed(stream)
    start = plain.peek(_SAMPLE)[:_SAMPLE]
    text = io.TextIOWrapper(plain, _encoding(start), errors="replace", newline="")
    lines = _Lines(text, meter)
    rows = csv.reader(lines, delimiter=_sign(start))
    number = 1
    try:
        names = [name.strip() for name in next(rows, [])]
        for row in rows:
            number = rows.line_num
            record = json.dumps(dict(zip(names, row, strict=False)), ensure_ascii=False).encode()
            meter.count(len(record) - lines.size)  # the lines count already
            lines.size = 0
            if any(cell.strip() for cell in row):
                yield Stored(f"line {number}.json", record)
    except csv.Error as error:
        yield Stored(f"line {rows.line_num}.json", reason=f"it is no table from here on ({error})")


class _Lines:
    """The lines of a table; quotes may let one row take in any number of them, up to a limit."""

    def __init__(self, text: io.TextIOWrapper, meter: Meter) -> None:
        self._text, self._meter = text, meter
        self.size = 0
        """Letters read for the row so far."""

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        limit = self._meter.limits.member
        line = self._text.readline(limit)
        if not line:
            raise StopIteration
        self.size += len(line)
        self._meter.pass_over(len(line))
        if self.size > 2 * limit:
            raise csv.Error(f"a row is longer than {limit / 1e6:.0f} MB")
        return line.replace("\0", "")


def _encoding(start: bytes) -> str:
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(start) - 4:
            return "cp1252"
    return "utf-8-sig"


def _sign(start: bytes) -> str:
    """Return what parts the columns: the sign that the first line has most of."""
    first = start.split(b"\n", 1)[0].decode("utf-8", "replace")
    return max(_SIGNS, key=first.count)
