"""The quote ledger: who said what, when and where, each quote once with its other wordings."""

from dataclasses import dataclass
from typing import Literal

from ingest import Known, Resolution, Span, StatementKind, Voice
from rag.values.answer import CitedSpeaker, listed
from rag.values.check import Piece
from rag.values.question import NO_FILTERS, Filters

Relation = Literal["same", "truncated", "altered", "reworded", "headline"]
"""How another article's wording stands to the one shown: the same words, a part of them, other
words among them, the same saying in other words (as another translation has it), or a headline's
version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerQuery:
    """Which statements to list; an unset field limits nothing."""

    filters: Filters = NO_FILTERS
    about: str | None = None
    kind: StatementKind | None = None
    limit: int | None = None
    """Rows at most."""
    offset: int = 0
    """Rows left out before the first one shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement in one article."""

    speaker: str | None
    """The fullest form that the archive gives, without titles."""
    as_written: str
    how: Resolution
    kind: StatementKind
    cue: str
    """The words that report ("said", "according to"); empty where a quote stands alone."""
    quote: str
    """The article's text at [start, end): from the first content character to the last."""
    content: tuple[Span, ...]
    """Where the said words stand; more than one where an attribution splits them."""
    start: int
    end: int
    voice: Voice
    said_on: str | None
    said_on_how: Known
    occasion: str | None
    """Where or on what occasion it was said, in the page's own words ("in an interview")."""
    published: str | None
    published_how: Known
    outlet: str | None
    title: str | None
    file: str
    url: str | None
    article_id: str
    others: tuple[CitedSpeaker, ...] = ()
    """Who else says the same words in this place ("Ames and Brandt said")."""
    denied_in: str = ""
    """The whole sentence, where it denies what it reports: to be shown instead of the quote."""

    @property
    def said_by(self) -> str:
        """Who says it, by name where there is one."""
        return listed(self.speaker or self.as_written, *(one.shown for one in self.others))

    @property
    def shown(self) -> str:
        """The words to show as what somebody said: never alone those that they denied."""
        return self.denied_in or self.quote


@dataclass(frozen=True, slots=True)
class Variant:
    """The same statement as another place has it."""

    entry: Entry
    relation: Relation
    diff: tuple[Piece, ...] = ()
    """This wording against the one shown, where they differ within."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing said, in its fullest wording, with the others."""

    entry: Entry
    variants: tuple[Variant, ...]
    sources: int
    """Independent ones: articles that carry the same story count as one."""


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody was called beside their name, and when."""

    words: str
    article_id: str
    start: int
    end: int
    published: str | None


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """Somebody whose words a ledger lists."""

    name: str
    variants: tuple[str, ...]
    """Every form of the name that the archive's statements give, the commonest first."""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The statements that a query asked for."""

    rows: tuple[Row, ...]
    total: int
    """How many rows there are, offset and limit left out."""
    people: tuple[PersonSeen, ...] = ()
    """Whom the query's speaker may mean; more than one when it should be asked back."""
    offset: int = 0
    """How many rows were left out before the first."""
    note: str = ""
    """Where there is nothing: whom or what the archive lacks, and what it has instead."""
