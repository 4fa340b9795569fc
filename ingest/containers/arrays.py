"""JSON files: one record, a list of records as many tools export them, or one after another."""

import codecs
import io
import json
from collections.abc import Iterator

from ingest.containers.limits import Meter
from ingest.containers.stored import Stored
from ingest.containers.wide import narrowed

_SPACES = " \t\r\n"
_READ = 1 << 18
_LISTS = (
    "articles",
    "items",
    "results",
    "docs",
    "documents",
    "posts",
    "entries",
    "records",
    "stories",
)
"""Under these names, answers of news services hold their articles."""
_END = "it is not valid JSON from here on"


def json_values(stream: io.BufferedReader, meter: Meter) -> Iterator[Stored]:
    """Yield the records of a JSON file, each in the words of the file; raises TooMuch.

    A file that is one object gives itself, under no name, or the articles in the list that it
    holds.
    """
    text = _Text(stream, meter.limits.member)
    listed = text.skip_to_value(begin=True)
    number, single = 0, ""
    while text.more():
        number += 1
        value = text.value()
        if value is None:
            if number == 1 and not listed:
                yield Stored("", text.rest().encode("utf-8", "surrogatepass"))
            else:
                yield Stored(f"record {number}.json", reason=text.complaint)
            return
        text.skip_to_value()
        if number == 1 and not listed and not text.more():
            single = value
            break
        yield _record(f"record {number}.json", value, meter)
    if single:
        yield from _one(single, meter)


def _one(value: str, meter: Meter) -> Iterator[Stored]:
    """Yield what a file that is one object gives."""
    found = json.loads(value)
    names = (name for name in _LISTS if isinstance(found, dict) and _is_list(found.get(name)))
    within = next(names, None)
    if within is None:
        yield _record("", value, meter)
        return
    for number, one in enumerate(found[within], start=1):
        yield _record(f"record {number}.json", json.dumps(one, ensure_ascii=False), meter)


def _is_list(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _record(name: str, value: str, meter: Meter) -> Stored:
    content = value.encode("utf-8", "surrogatepass")
    meter.count(len(content))
    if len(content) > meter.limits.member:
        return Stored(name, reason=f"it is longer than {meter.limits.member / 1e6:.0f} MB")
    return Stored(name, content)


class _Text:
    """The text of a stream, of which no more is held than one value needs."""

    def __init__(self, stream: io.BufferedReader, limit: int) -> None:
        self._stream = narrowed(stream)
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._json = json.JSONDecoder()
        self._limit = limit
        self._held, self._at, self._ended = "", 0, False
        self._listed = False
        self.complaint = _END

    def skip_to_value(self, *, begin: bool = False) -> bool:
        """Go on to the next value; at the beginning, return whether the values stand in a list."""
        passed = _SPACES if begin or not self._listed else _SPACES + ","
        while True:
            while self._at < len(self._held) and self._held[self._at] in passed:
                self._at += 1
            if self._at < len(self._held) or not self._read():
                break
        if begin and self._held[self._at : self._at + 1] == "[":
            self._listed = True
            self._at += 1
            self.skip_to_value()
        return self._listed

    def more(self) -> bool:
        """Return whether a value is to follow."""
        if self._at < len(self._held):
            return not (self._listed and self._held[self._at] == "]")
        if self._listed:
            self._listed = False
            return True  # the list was not closed: reading on tells
        return False

    def value(self) -> str | None:
        """Return the next value's text, or None where there is none: `complaint` says why."""
        while True:
            try:
                _, end = self._json.raw_decode(self._held, self._at)
            except RecursionError:
                return None
            except ValueError:
                if not self._read():
                    return None
                if len(self._held) - self._at > self._limit:
                    self.complaint = f"it is longer than {self._limit / 1e6:.0f} MB, or {_END}"
                    return None
                continue
            if end == len(self._held) and self._held[end - 1] not in '}]"' and self._read():
                continue  # a number may go on
            found, self._at = self._held[self._at : end], end
            return found

    def rest(self) -> str:
        """Return what is held and not yet given."""
        return self._held[self._at :]

    def _read(self) -> bool:
        """Hold more: as much again as is held; return whether there was any."""
        wanted = max(_READ, len(self._held) - self._at)
        read: list[bytes] = []
        while wanted > 0 and not self._ended:
            read.append(self._stream.read(wanted))
            wanted -= len(read[-1])
            self._ended = not read[-1]
        data = b"".join(read)
        self._held = self._held[self._at :] + self._decoder.decode(data)
        self._at = 0
        return bool(data)
