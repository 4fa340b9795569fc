"""What a container gives: one page after another."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stored:
    """One page out of a container, or why it is none."""

    name: str
    """Its place inside; empty where the container is nothing but this page."""
    content: bytes = b""
    url: str | None = None
    fetched: dt.datetime | None = None
    reason: str = ""
