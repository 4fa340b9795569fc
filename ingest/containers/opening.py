"""Which files are containers, and the captures in one."""

import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ingest.article import Capture
from ingest.containers.archives import Member, tar_members, zip_members
from ingest.containers.arrays import is_json_array, json_array
from ingest.containers.limits import Limits, TooMuch
from ingest.containers.streams import Stored, json_lines, packed_file, warc_pages

_DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, ValueError)
_TAR = re.compile(r"\.(?:tar(?:\.(?:gz|bz2|xz))?|tgz|tbz2|txz)$")
_WARC = re.compile(r"\.warc(?:\.gz)?$")
_LINES = re.compile(r"\.(?:jsonl|ndjson|jsonlines)(?:\.gz)?$")
_ONE = re.compile(r"\.gz$")
_ANY = re.compile(rf"(?:{_TAR.pattern})|(?:{_WARC.pattern})|(?:{_LINES.pattern})|\.zip$|\.gz$")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def is_container(path: Path) -> bool:
    """Return whether a file holds many pages, told by its name; for JSON, by its first sign."""
    name = path.name.lower()
    return _ANY.search(name) is not None or (name.endswith(".json") and is_json_array(path))


def captures_in(
    path: Path, address: str, root: str, limits: Limits | None = None
) -> Iterator[Capture | tuple[str, str]]:
    """Yield every page in a container as a capture, or its address and why it is none.

    Args:
        path: the container.
        address: its path under the ingested root; its members stand below it.
        root: the ingested root.
        limits: how far it may unfold.

    """
    empty = True
    try:
        for stored in _stored(path, limits or Limits()):
            empty = False
            place = f"{address}/{_safe(stored.name)}".rstrip("/")
            if stored.reason:
                yield place, stored.reason
            elif _ANY.search(stored.name.lower()) and stored.url is None:
                yield place, "an archive inside an archive is not opened"
            else:
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
    except _DAMAGE as error:
        yield address, f"the archive is damaged ({type(error).__name__})"
    else:
        if empty:
            yield address, "the archive holds no pages, or is damaged"


def _stored(path: Path, limits: Limits) -> Iterator[Stored]:
    name = path.name.lower()
    if _TAR.search(name):
        yield from map(_member, tar_members(path, limits))
    elif _WARC.search(name):
        yield from warc_pages(path, limits)
    elif _LINES.search(name):
        yield from json_lines(path, limits)
    elif name.endswith(".json"):
        yield from json_array(path, limits)
    elif _ONE.search(name):
        yield packed_file(path, limits)
    else:
        yield from map(_member, zip_members(path, limits))


def _member(member: Member) -> Stored:
    name, content = member
    if isinstance(content, str):
        return Stored(name, reason=content)
    return Stored(name, content)


def _safe(name: str) -> str:
    """Return a member's name without control characters and without steps out of the archive."""
    plain = _UNSAFE.sub("\ufffd", name.replace("\\", "/"))[:1000]
    return "/".join(part for part in plain.split("/") if part not in {"", ".", ".."})
