"""What the catalogue tells about itself: summaries, people, coverage."""

from dataclasses import dataclass
from typing import Literal

from ingest import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """An article without its text, for lists."""

    id: str
    sha256: str
    file: str
    path: str
    title: Fact
    outlet: Fact
    byline: Fact
    published: Fact
    url: str | None
    language: str
    current: bool
    """False when a newer version of the same page is stored."""
    copies: int
    """Other current articles that carry the same story."""
    story: str | None = None
    """Equal for articles that carry the same story; none for one too short to tell."""
    characters: int
    kept: int
    """Characters that are neither furniture nor comment."""
    statements: int


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A speaker as the archive's statements name them."""

    name: str
    person: bool
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the archive holds, counted over current articles."""

    articles: int
    statements: int
    passages: int
    outlets: tuple[str, ...]
    first: str | None
    """Earliest known publication date, ISO."""
    last: str | None


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing one article changed."""

    kind: Literal["added", "unchanged", "replaced"]
    article_id: str
    replaced: str | None = None
    """The version that was current before, when a new one took its place."""


@dataclass(frozen=True, slots=True)
class Misread:
    """A current page whose stored reading does not heed what repeats on its site."""

    article_id: str
    file: str
    path: str
    url: str | None
    text: str
    content: bytes
    """Of its capture."""
    lines: frozenset[int]
    """Digests of the lines to heed (see `ingest.outline`)."""
