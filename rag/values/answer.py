"""The one value that every door returns for a question. Its JSON form is a published contract."""

from dataclasses import dataclass, field
from typing import Literal

from ingest import Known, Resolution, StatementKind, Voice

Status = Literal["answered", "partial", "abstained"]
Mode = Literal["extractive", "generative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedArticle:
    """The article behind a citation, as a reader needs to see it."""

    id: str
    sha256: str
    file: str
    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    """With a `#:~:text=` fragment that leads to the quote, where the page has an address."""
    published: str | None
    """The ISO day, or as much of it as is known: `2023-02-22`, `2023-02` or `2023`."""
    published_at: str | None = None
    """The same with the time that the page tells: `2023-02-22T10:42+03:00`, `2023-02-22T10:42`
    where no zone is told beyond doubt; None where it tells no time."""
    published_how: Known
    copies: int
    """How many other articles of the archive carry the same story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSpeaker:
    """Who said the quoted words, and how that is known."""

    name: str | None
    as_written: str
    how: Resolution

    @property
    def shown(self) -> str:
        """The name to show: in full where it is known, else what the page calls them."""
        return self.name or self.as_written


def listed(*names: str) -> str:
    """Return names as a sentence lists them ("Ames, Brandt and Cole"), empty ones left out."""
    *others, last = tuple(filter(None, names)) or ("",)
    return f"{', '.join(others)} and {last}" if others else last


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One contiguous span of one region, compared with the stored text just before it was made.

    Only `rag.steps.verify` builds these: holding one means that the words were found there.
    """

    n: int
    """The number of its `[n]` marker in the answer's text, from 1."""
    quote: str
    start: int
    end: int
    voice: Voice
    kind: StatementKind | None
    """None when the quote is a sentence of the article and not somebody's statement."""
    speaker: CitedSpeaker | None
    others: tuple[CitedSpeaker, ...] = ()
    """Who else says these very words together with the speaker."""
    said_on: str | None
    said_on_how: Known
    occasion: str | None
    """Where or on what occasion it was said, in the page's own words ("in an interview")."""
    article: CitedArticle


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sources, or one speaker over time, that do not say the same."""

    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why there is no answer, what the archive covers, and the nearest true evidence."""

    reason: str
    covered: str
    nearest: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that was not shown because it failed a check."""

    text: str
    reason: str
    """For people; its wording may change."""
    kind: "WithheldKind"
    """For programs."""


WithheldKind = Literal["malformed", "quote", "speaker", "unsupported", "off_topic", "source"]
"""What failed: the form that was asked for; quoted words; whose words they are; that the evidence
says so; that the question asks for it; that the stored page still has the words."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What worded an answer that a language model put into words."""

    model: str
    """Its name in the settings."""
    prompt: str
    """The hexadecimal SHA-256 of the texts that it was sent, their holes unfilled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the archive says about a question, or an honest abstention."""

    question: str
    standalone_question: str
    status: Status
    mode: Mode
    text: str
    """Markdown with `[n]` markers; page text in it is escaped."""
    citations: tuple[Citation, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    abstention: Abstention | None = None
    withheld: tuple[Withheld, ...] = ()
    related_questions: tuple[str, ...] = ()
    wording: Wording | None = None
    """None for an answer in the pages' own words."""
    timings_ms: dict[str, float] = field(default_factory=dict, compare=False)
    """Milliseconds by step; not part of the answer's identity."""
