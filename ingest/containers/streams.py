"""Web archives and JSON Lines: pages one after another in one file, packed with gzip or not."""

import datetime as dt
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from ingest.containers.limits import Limits, Meter, TooMuch, read_limited


@dataclass(frozen=True, slots=True)
class Stored:
    """One page out of a stream, or why it is none."""

    name: str
    content: bytes = b""
    url: str | None = None
    fetched: dt.datetime | None = None
    reason: str = ""


_PAGES = ("text/html", "application/xhtml", "text/plain", "application/pdf")


def warc_pages(path: Path, limits: Limits) -> Iterator[Stored]:
    """Yield the pages of a web archive: answers with status 200 that hold HTML, text or PDF."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    meter = Meter(limits, path.stat().st_size)
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file):
                if record.rec_type not in {"response", "resource"}:
                    continue
                http = record.http_headers
                kind = (http or record.rec_headers).get_header("Content-Type") or ""
                if (http and http.get_statuscode() != "200") or not kind.startswith(_PAGES):
                    continue
                url = record.rec_headers.get_header("WARC-Target-URI")
                when = _moment(record.rec_headers.get_header("WARC-Date"))
                name = url or f"record {meter.members + 1}"
                try:
                    content = read_limited(record.content_stream().read, limits.member)
                except TooMuch as reason:
                    meter.count(limits.member)
                    yield Stored(name, reason=str(reason))
                else:
                    meter.count(len(content))
                    yield Stored(name, content, url, when)
        except (ArchiveLoadFailed, ValueError, EOFError, OSError, AttributeError) as error:
            yield Stored("", reason=f"the web archive is damaged ({error})")


def json_lines(path: Path, limits: Limits) -> Iterator[Stored]:
    """Yield the lines of a JSON Lines file, each one record."""
    meter = Meter(limits, path.stat().st_size)
    with path.open("rb") as raw:
        packed = path.name.endswith(".gz")
        lines = cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if packed else raw
        number = 0
        while line := lines.readline(limits.member + 1):
            number += 1
            name = f"line {number}.json"
            if len(line) > limits.member:
                yield Stored(name, reason=f"it is longer than {limits.member / 1e6:.0f} MB")
                while line and not line.endswith(b"\n"):
                    meter.count(len(line))
                    line = lines.readline(limits.member)
            elif line.strip():
                meter.count(len(line))
                yield Stored(name, line)


def packed_file(path: Path, limits: Limits) -> Stored:
    """Return the one file that a .gz holds; raises TooMuch or OSError."""
    with gzip.open(path, "rb") as file:
        content = read_limited(file.read, limits.member)
    return Stored(path.name.removesuffix(".gz"), content)


def _moment(written: str | None) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(written) if written else None
    except ValueError:
        return None
