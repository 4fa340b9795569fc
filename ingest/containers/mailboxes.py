"""Mailboxes (mbox): mails one after another in one file."""

import io
import re
from collections.abc import Iterator

from ingest.containers.limits import Meter
from ingest.containers.stored import Stored

_BEGINS = re.compile(
    rb"^From \S{1,320} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) +[A-Z][a-z]{2} +\d{1,2} +\d\d:\d\d"
    rb".{0,40}\d{4}.{0,20}$"
)
_QUOTED = re.compile(rb"^>+From ")
_LONGEST_LINE = 1 << 20


def is_mailbox(start: bytes) -> bool:
    """Return whether a file that begins with these bytes is a mailbox."""
    return _BEGINS.match(start.split(b"\n", 1)[0].rstrip(b"\r")) is not None


def mails(stream: io.BufferedReader, meter: Meter) -> Iterator[Stored]:
    """Yield the mails of a mailbox, as they were before they were put there."""
    number, lines, size = 0, list[bytes](), 0
    blank = True
    while line := stream.readline(_LONGEST_LINE):
        if blank and _BEGINS.match(line.rstrip()):
            if number:
                yield _mail(number, lines, size, meter)
            number, lines, size = number + 1, [], 0
            continue
        blank = not line.strip()
        size += len(line)
        meter.pass_over(len(line))
        if size <= meter.limits.member:
            lines.append(line[1:] if _QUOTED.match(line) else line)
    if number:
        yield _mail(number, lines, size, meter)


def _mail(number: int, lines: list[bytes], size: int, meter: Meter) -> Stored:
    meter.count(0)
    name = f"mail {number}.eml"
    if size > meter.limits.member:
        return Stored(name, reason=f"it is longer than {meter.limits.member / 1e6:.0f} MB")
    return Stored(name, b"".join(lines))
