"""A JSON file that is one list of articles, as many tools export them."""

import json
from collections.abc import Iterator
from pathlib import Path

from ingest.containers.limits import Limits, Meter, read_limited
from ingest.containers.streams import Stored

_MOST_BYTES = 200_000_000
"""The list is read whole: its records have no lines of their own to be read one by one."""
_SPACES = " \t\r\n"


def is_json_array(path: Path) -> bool:
    """Return whether a regular file begins as a list does; raises OSError."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"["


def json_array(path: Path, limits: Limits) -> Iterator[Stored]:
    """Yield the records of a list, each in the words of the file; raises TooMuch or ValueError."""
    with path.open("rb") as file:
        text = read_limited(file.read, min(_MOST_BYTES, limits.total)).decode("utf-8-sig")
    meter = Meter(limits, len(text))
    decoder = json.JSONDecoder()
    at, number = _after(text, text.index("[") + 1), 0
    while at < len(text) and text[at] != "]":
        number += 1
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield Stored(f"record {number}.json", reason="it is not valid JSON from here on")
            return
        record = text[at:end].encode("utf-8", "surrogatepass")
        meter.count(len(record))
        if len(record) > limits.member:
            yield Stored(
                f"record {number}.json", reason=f"it is longer than {limits.member / 1e6:.0f} MB"
            )
        else:
            yield Stored(f"record {number}.json", record)
        at = _after(text, end)
        if text[at : at + 1] not in {",", "]"}:
            yield Stored(f"record {number + 1}.json", reason="it is not valid JSON from here on")
            return
        at = _after(text, at + 1) if text[at] == "," else at


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACES:
        at += 1
    return at
