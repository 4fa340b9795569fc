"""JSON Lines: one record a line."""

import io
from collections.abc import Iterator

from ingest.containers.limits import Meter
from ingest.containers.stored import Stored
from ingest.containers.wide import narrowed


def json_lines(stream: io.BufferedReader, meter: Meter) -> Iterator[Stored]:
    """Yield the lines of a JSON Lines file, each one record."""
    limit = meter.limits.member
    lines = narrowed(stream)
    number = 0
    while line := lines.readline(limit + 1):
        number += 1
        name = f"line {number}.json"
        if len(line) > limit:
            yield Stored(name, reason=f"it is longer than {limit / 1e6:.0f} MB")
            while line and not line.endswith(b"\n"):
                meter.count(len(line))
                line = lines.readline(limit)
        elif line.strip():
            meter.count(len(line))
            yield Stored(name, line)
        else:
            meter.pass_over(len(line))
