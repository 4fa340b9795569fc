"""What retrieval works on: passages of articles, and the hits that a query finds."""

from dataclasses import dataclass
from typing import Literal

from ingest import Statement, Voice

FoundBy = Literal["dense", "keyword", "both", "statement"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrievable stretch of one region of one article; never furniture."""

    article_id: str
    start: int
    end: int
    voice: Voice

    @property
    def id(self) -> str:
        """The passage's content address, the same in the catalogue and in the vector index."""
        return f"{self.article_id}:{self.start}:{self.end}"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words of a passage with what tells its article from others."""

    passage: Passage
    words: str
    file: str
    title: str | None
    outlet: str | None
    published: str | None
    """ISO date, as far as it is known."""


def article_of(passage_id: str) -> str:
    """Return the id of the article that the passage with this id belongs to."""
    return passage_id.split(":", 1)[0]


def start_of(passage_id: str) -> int:
    """Return where in its article's text the passage with this id begins."""
    return int(passage_id.split(":")[1])


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a query found. Scores compare within one result list only."""

    passage: Passage
    score: float
    found_by: FoundBy


@dataclass(frozen=True, slots=True)
class PageMatch:
    """How well a whole page matches a query, and what ranking asks of it besides."""

    words: float
    """By all of the article's words; 0 without any of the query's."""
    title: float
    """By its title's words alone."""
    day: str | None
    """Of publication, ISO; none where it is not known."""
    story: str | None
    """Equal for pages that carry the same story; none for one too short to tell."""


@dataclass(frozen=True, slots=True)
class RecordedStatement:
    """A statement together with the article that holds it."""

    article_id: str
    statement: Statement
    voice: Voice
    """Of the region that the content stands in."""
