"""Which files are containers, and the captures in one."""

import re
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal, cast

from ingest.article import Capture
from ingest.containers.archives import UNZIPPING, Member, tar_members, zip_members
from ingest.containers.arrays import json_values
from ingest.containers.limits import Limits, Meter, TooMuch, read_limited
from ingest.containers.lines import json_lines
from ingest.containers.mailboxes import is_mailbox, mails
from ingest.containers.packing import Damaged, is_packed, unpacked
from ingest.containers.stored import Stored
from ingest.containers.tables import table_rows
from ingest.containers.web_archives import warc_pages

Form = Literal["zip", "tar", "warc", "lines", "json", "table", "mailbox", "page"]

_DAMAGE = (tarfile.TarError, RecursionError, *UNZIPPING)
_FORMS: tuple[tuple[re.Pattern[str], Form], ...] = (
    (re.compile(r"\.(?:zip|wacz|epub)$"), "zip"),
    (re.compile(r"\.tar$"), "tar"),
    (re.compile(r"\.(?:warc|wet)$"), "warc"),
    (re.compile(r"\.(?:jsonl|ndjson|jsonlines)$"), "lines"),
    (re.compile(r"\.json$"), "json"),
    (re.compile(r"\.(?:csv|tsv)$"), "table"),
    (re.compile(r"\.mbox$"), "mailbox"),
)
_PACKED = re.compile(r"\.(?:gz|bz2|xz)$", re.IGNORECASE)
_PACKED_TAR = re.compile(r"\.(?:tgz|tbz2|txz)$", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SUFFIX = re.compile(r"[^/.]\.\w{1,8}$")
_START = 512
_NESTED = "an archive inside an archive is not opened"
_ONLY = {
    ".wacz": re.compile(r"^archive/.*\.warc(?:\.gz)?$"),
    ".epub": re.compile(r"\.x?html?$", re.IGNORECASE),
}
"""Of archives that hold more than pages: which of their files do."""


def is_container_name(name: str) -> bool:
    """Return whether a file of this name holds many pages, or is packed."""
    return _form(_inner_name(name), b"") != "page" or _PACKED.search(name) is not None


def is_container(path: Path) -> bool:
    """Return whether a regular file holds many pages, or is packed.

    Its name tells, or its first bytes. Raises OSError.
    """
    if not path.is_file():
        return False
    if is_container_name(path.name):
        return True
    with path.open("rb") as file:
        start = file.read(_START)
    return is_packed(start) or _form(path.name, start) != "page"


def captures_in(
    path: Path,
    address: str,
    root: str,
    limits: Limits | None = None,
    reached: Callable[[int], None] = lambda _: None,
) -> Iterator[Capture | tuple[str, str]]:
    """Yield every page in a container as a capture, or its address and why it is none.

    Args:
        path: the container.
        address: its path under the ingested root; its members stand below it.
        root: the ingested root.
        limits: how far it may unfold.
        reached: told before each page how many bytes of the container were gone through.

    """
    empty = True
    places = _Places(address)
    try:
        with path.open("rb") as file:
            meter = Meter(limits or Limits(), path.stat().st_size)
            for stored in _stored(cast(BinaryIO, file), path.name, meter):
                empty = False
                reached(file.tell())
                place = places.of(stored.name)
                if stored.reason:
                    yield place, stored.reason
                    continue
                yield Capture(
                    content=stored.content,
                    name=PurePosixPath(place).name,
                    path=place,
                    root=root,
                    url=stored.url,
                    fetched=stored.fetched,
                )
    except TooMuch as reason:
        yield address, str(reason)
    except Damaged as error:
        yield address, f"the archive is damaged from here on: {error}"
    except _DAMAGE as error:
        yield address, f"the archive is damaged ({type(error).__name__})"
    else:
        if empty:
            yield address, "the archive holds no pages, or is damaged"


def _stored(stream: BinaryIO, name: str, meter: Meter, *, inside: bool = False) -> Iterator[Stored]:
    """Yield the pages of a file; of one that stands in an archive, unless it is one itself."""
    start = stream.read(_START)
    plain = unpacked(stream, start)
    inner = _inner_name(name)
    head = plain.peek(_START)[:_START]
    form = _form(inner, head)
    if (inside and form in {"zip", "tar"}) or (is_packed(start) and is_packed(head)):
        yield Stored("", reason=_NESTED)
    elif form == "zip":
        if is_packed(start):
            yield Stored("", reason=_NESTED)
            return
        stream.seek(0)
        yield from _of_members(zip_members(stream), meter, _ONLY.get(PurePosixPath(inner).suffix))
    elif form == "tar":
        yield from _of_members(tar_members(plain, meter), meter)
    elif form == "warc":
        yield from warc_pages(plain, meter)
    elif form == "lines":
        yield from json_lines(plain, meter)
    elif form == "json":
        yield from json_values(plain, meter)
    elif form == "table":
        yield from table_rows(plain, meter)
    elif form == "mailbox":
        yield from mails(plain, meter)
    else:
        content = read_limited(plain.read, meter.limits.member)
        meter.count(len(content))
        yield Stored("" if inner == name else PurePosixPath(inner).name, content)


def _of_members(
    members: Iterator[Member], meter: Meter, only: re.Pattern[str] | None = None
) -> Iterator[Stored]:
    for member in members:
        if only is not None and not only.search(member.name):
            continue
        if member.stream is None:
            yield Stored(member.name, reason=member.reason)
            continue
        try:
            for stored in _stored(member.stream, member.name, meter, inside=True):
                place = f"{member.name}/{stored.name}" if stored.name else member.name
                yield replace(stored, name=place)
        except UNZIPPING:
            yield Stored(member.name, reason="it is damaged inside the archive")
        except TooMuch as reason:
            meter.pass_over(meter.limits.member)
            yield Stored(member.name, reason=str(reason))


def _inner_name(name: str) -> str:
    """Return a file's name without what tells that it is packed."""
    return _PACKED.sub("", _PACKED_TAR.sub(".tar", name))


def _form(name: str, start: bytes) -> Form:
    lower = name.lower()
    if start.startswith(b"WARC/"):
        return "warc"
    if is_mailbox(start):
        return "mailbox"
    return next((form for pattern, form in _FORMS if pattern.search(lower)), "page")


class _Places:
    """Where the pages of one container stand: a place for each, whatever they are called."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._numbers: dict[int, int] = {}
        """By the hash of each place given: the last number with which its name was given again."""

    def of(self, name: str) -> str:
        """Return the place of the next page, which has this name in the container."""
        place = f"{self._address}/{_safe(name)}".rstrip("/")
        stem, dot, suffix = place.rpartition(".") if _SUFFIX.search(place) else (place, "", "")
        first = hash(place)
        number = self._numbers.get(first, 1)
        while name and hash(place) in self._numbers:
            number += 1
            place = f"{stem} ({number}){dot}{suffix}"
        self._numbers[first] = number
        self._numbers.setdefault(hash(place), 1)
        return place


def _safe(name: str) -> str:
    """Return a member's name without control characters and without steps out of the archive."""
    plain = _UNSAFE.sub("\ufffd", name.replace("\\", "/"))[:1000]
    return "/".join(part for part in plain.split("/") if part not in {"", ".", ".."})
