"""The values that reading a saved page produces.

Everything here is frozen and compared by content. There is one coordinate system: every `start`
and `end` is a Python code-point index into `Article.text`, end exclusive, and the text is fixed
when the page is read.
"""

import datetime as dt
import hashlib
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, takewhile
from typing import Literal

Known = Literal["stated", "inferred", "unknown"]
"""How a fact about a page is known: written there, worked out from a named span, or not at all."""

Resolution = Literal["stated", "resolved", "unknown"]
"""How a speaker is known: named in the sentence, traced to a name in the article, or not at all."""

StatementKind = Literal["direct", "mixed", "reported"]


class Voice(StrEnum):
    """Whose words a region of a page are."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUBHEAD = "subhead"
    BYLINE = "byline"
    DATELINE = "dateline"
    NARRATION = "narration"
    CAPTION = "caption"
    COMMENT = "comment"
    FURNITURE = "furniture"


ARTICLE_VOICES = frozenset(Voice) - {Voice.COMMENT, Voice.FURNITURE}
"""The voices that belong to the article itself; questions are answered from these."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Capture:
    """A saved file as it was found: bytes, nothing interpreted yet."""

    content: bytes
    name: str
    """The file's name without its folder (`page.txt`)."""
    path: str = ""
    """Where it stood under the ingested root, with forward slashes; the version chain's key."""
    root: str = ""
    """The ingested folder, absolute: keeps equal paths under two folders apart. Empty for what
    came from no folder (an upload)."""
    url: str | None = None
    fetched: dt.datetime | None = None

    @property
    def sha256(self) -> str:
        """The capture's identity: the hexadecimal SHA-256 of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known about an article, with where it stands in the text."""

    value: str | None = None
    how: Known = "unknown"
    evidence: Span | None = None
    """The span that the fact was read from or rests on; none when it came from page metadata."""

    @property
    def day(self) -> str | None:
        """Of a date: its ISO day, month or year, without a time of day."""
        return self.value and self.value.split("T")[0]

    @property
    def moment(self) -> str | None:
        """Of a date: the whole of it where it tells a time of day, else none."""
        return self.value if self.value and "T" in self.value else None


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the page that has one voice. Regions of an article tile its text."""

    voice: Voice
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The region's range."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who made a statement, as far as the text tells."""

    name: str | None
    """The fullest form that the article gives, without titles; none when unknown."""
    as_written: str
    """The words at the statement's source span; empty when there are none."""
    how: Resolution
    person: bool = False
    """Whether a human being speaks, rather than a body ("the ministry") or a document."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that the text attributes to somebody: source, cue and content."""

    kind: StatementKind
    content: tuple[Span, ...]
    """One span, or several where an attribution or a paragraph break splits the quote. Spans of
    quoted words include their quotation marks."""
    source: Span | None
    cue: Span | None
    speaker: Speaker | None
    """Of words that several people say together, each has a statement of its own."""
    said_on: Fact = Fact()
    """ISO date (`2023-01-10`), month or year, as precise as the text."""
    occasion: Span | None = None
    """Where the sentence names the place or occasion of the saying ("in an interview with …")."""

    def occasion_in(self, text: str) -> str | None:
        """Return the words of the article's `text` that name the occasion; none if none do."""
        return self.occasion.of(text) if self.occasion is not None else None

    @property
    def span(self) -> Span:
        """The contiguous range from the first content character to the last."""
        return Span(self.content[0].start, self.content[-1].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One immutable version of one page."""

    id: str
    sha256: str
    """Of the capture's bytes."""
    file: str
    """The capture's file name."""
    path: str
    text: str
    title: Fact
    outlet: Fact
    byline: Fact
    published: Fact
    """ISO 8601, as precise as the page: `2023-02-22T10:42+03:00`, `2023-02-22T10:42` where no zone
    is told beyond doubt, `2023-02-22`, or `2023-02` where only the month is known."""
    updated: Fact = Fact()
    section: Fact = Fact()
    url: str | None
    language: str
    """ISO 639-1 code, or `und`."""
    regions: tuple[Region, ...]
    """In text order, without gaps: together they cover the whole text."""
    statements: tuple[Statement, ...]
    """In text order. Those inside comments are the commenter's claims (see the region's voice)."""

    def sharing(self, statement: Statement) -> tuple[Statement, ...]:
        """Return a statement, then those that give the same words to others.

        There is one for each speaker of "Ames and Brandt said".
        """
        first = bisect_left(self.statements, statement.content, key=lambda one: one.content)
        same = takewhile(
            lambda one: one.content == statement.content, islice(self.statements, first, None)
        )
        return (statement, *(one for one in same if one != statement))


def article_id(text: str, address: str) -> str:
    """Return the id of the version of a page with this text at this address (URL, else path)."""
    digest = hashlib.sha256()
    digest.update(address.encode("utf-8", "surrogatepass"))
    digest.update(b"\0")
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:20]
