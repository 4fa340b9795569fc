"""What a long job tells while it runs."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestEvent:
    """What became of one file."""

    kind: Literal["added", "unchanged", "replaced", "rejected", "reread"]
    """`reread`: a page stored before, this one or an earlier job's, is understood anew, now that
    lines are known that repeat on its site."""
    file: str
    path: str
    article_id: str | None = None
    site: str | None = None
    """Where a page came from: its host, else its outlet; empty when unknown. None for files of
    which nothing was stored."""
    reason: str | None = None
    """Why it was rejected, in words for people."""
    done: int = 0
    """Files dealt with so far, this one included."""
    total: int | None = None
    """Files in all, where that is known: not where some hold many pages."""
    share: float | None = None
    """How much of the work is done, from 0 to 1, where that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteKept:
    """How much of a site's pages is article."""

    site: str
    pages: int
    characters: int
    kept: int
    """Characters that are neither furniture nor comment."""
