"""Web archives (WARC): the pages that a crawler was given."""

import codecs
import datetime as dt
import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ingest.charsets import encoding_named
from ingest.containers.limits import CHUNK, Meter, TooMuch, read_limited
from ingest.containers.stored import Stored

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = ("text/html", "application/xhtml", "text/plain", "application/pdf")
_HTML = (b"<!doctype html", b"<html")
_KINDS = frozenset({"response", "resource", "conversion"})
_MOST_FROM_BROTLI = 64_000_000
_DAMAGE = (ValueError, EOFError, OSError, AttributeError)


def warc_pages(stream: io.BufferedReader, meter: Meter) -> Iterator[Stored]:
    """Yield the pages of a web archive: answers with status 200 that hold HTML, text or PDF.

    Of Common Crawl's text archives (WET), the text of each page.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    _know_brotli()
    try:
        for record in _quietly(ArchiveIterator(stream)):
            if record.rec_type in _KINDS and (page := _page(record, meter)) is not None:
                yield page
            for chunk in _left(record):
                meter.pass_over(len(chunk))
    except (ArchiveLoadFailed, *_DAMAGE) as error:
        said = " ".join(str(error).split())[:100]
        yield Stored("", reason=f"the web archive is damaged from here on ({said})")


def _quietly(records: Iterator["ArcWarcRecord"]) -> Iterator["ArcWarcRecord"]:
    """Yield the records without what warcio prints about odd ones; they are told of by name."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _page(record: "ArcWarcRecord", meter: Meter) -> Stored | None:
    http = record.http_headers
    kind = ((http or record.rec_headers).get_header("Content-Type") or "").strip().lower()
    url = record.rec_headers.get_header("WARC-Target-URI")
    if http and http.get_statuscode() != "200":
        return None
    if (kind and not kind.startswith(_PAGES)) or _is_for_robots(url):
        return None
    name = url or f"record {meter.members + 1}"
    try:
        content = read_limited(record.content_stream().read, meter.limits.member)
    except TooMuch as reason:
        meter.count(meter.limits.member)
        return Stored(name, reason=str(reason))
    except _DAMAGE as error:
        return Stored(name, reason=f"it is damaged inside the web archive ({error})")
    meter.count(len(content))
    if _is_cut_off(record):
        return Stored(name, reason="it is cut off inside the web archive")
    if not kind and not content.lstrip()[:20].lower().startswith(_HTML):
        return None
    if http and http.get_header("Content-Encoding") and content[:4] == b"\x28\xb5\x2f\xfd":
        return Stored(name, reason="it is packed as Zstandard, which is not read")
    when = _moment(record.rec_headers.get_header("WARC-Date"))
    return Stored(name, _marked(content, kind), url, when)


def _is_cut_off(record: "ArcWarcRecord") -> bool:
    """Return whether less of a record is there than its header says; it is read to its end."""
    for _ in _left(record):
        pass
    return bool(getattr(record.raw_stream, "limit", 0) > 0)


def _left(record: "ArcWarcRecord") -> Iterator[bytes]:
    """Yield what was not read of a record yet, in pieces."""
    while chunk := record.raw_stream.read(CHUNK):
        yield chunk


def _marked(content: bytes, kind: str) -> bytes:
    """Return a page with the encoding marked that only the server told.

    A page that is UTF-8, or tells its encoding itself, stays as it is.
    """
    charset = kind.partition("charset=")[2].split(";")[0].strip("\"' ")
    encoding = encoding_named(charset) if charset else None
    if encoding in {None, "utf-8"} or b"charset" in content[:4096].lower():
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode(encoding or "utf-8", "replace")
        return codecs.BOM_UTF8 + text.encode("utf-8", "replace")
    return content


def _is_for_robots(url: str | None) -> bool:
    try:
        return url is not None and urlsplit(url).path == "/robots.txt"
    except ValueError:
        return False


def _moment(written: str | None) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(written) if written else None
    except ValueError:
        return None


def _know_brotli() -> None:
    """Let warcio unpack Brotli: its own way to do so fails with the current package."""
    from warcio.bufferedreaders import BufferedReader

    BufferedReader.DECOMPRESSORS["br"] = _Brotli


class _Brotli:
    """A decompressor as warcio uses it, which ends where a page becomes too large."""

    def __init__(self) -> None:
        import brotli

        self._inner = brotli.Decompressor()
        self.unused_data = b""

    def decompress(self, data: bytes) -> bytes:
        """Return what `data` unpacks to; raises ValueError for damage or too much of it."""
        import brotli

        try:
            found: bytes = self._inner.process(data, output_buffer_limit=_MOST_FROM_BROTLI)
        except brotli.error as error:
            raise ValueError("its Brotli is damaged") from error
        if not self._inner.can_accept_more_data():
            raise ValueError("it is too large")
        return found
