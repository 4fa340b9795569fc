"""What a quote check says: each quoted string of a draft, its verdict, and where the words stand.

Offsets of a `CheckedQuote` count in the draft, those of a `Place` in the article's text.
"""

from dataclasses import dataclass
from typing import Literal

from ingest import StatementKind, Voice
from rag.values.answer import CitedSpeaker, listed

Verdict = Literal["verified", "other_speaker", "altered", "spliced", "absent"]
"""Word for word and said by whom the draft says; the words are another's; the words differ; two
places put together; nowhere in the archive."""

ChangeKind = Literal["number", "negation", "lookalike", "name", "words"]
"""What a difference touches, the gravest first. A lookalike is a word with letters of a second
alphabet in it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Whom a draft gives the words to."""

    name: str | None
    """The fullest form that the draft gives; none when it names nobody."""
    as_written: str
    placed: bool = False
    """Known by the draft's layout alone: a name in brackets may be that of an outlet."""
    others: tuple[str, ...] = ()
    """Whom the draft gives the same words to as well ("Ames and Brandt said")."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between a draft's words and the source's; an empty side is an insertion."""

    kind: ChangeKind
    draft: str
    source: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the word diff: words both have, or a draft's words against the source's."""

    draft: str
    source: str

    @property
    def same(self) -> bool:
        """Whether draft and source have these words alike."""
        return self.draft == self.source


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of a stored page, in its own characters, with who says it there."""

    article_id: str
    file: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    voice: Voice
    start: int
    end: int
    quote: str
    """Exactly the article's text at [start, end)."""
    sentence: str
    """The sentence or sentences around it, so that nothing hides by being cut off."""
    kind: StatementKind | None
    """None where nobody is quoted: the words are the page's own."""
    speaker: CitedSpeaker | None
    others: tuple[CitedSpeaker, ...] = ()
    """Who else says the same words there."""

    @property
    def said_by(self) -> str:
        """Who says it there, by name where there is one; empty where nobody does."""
        speakers = (self.speaker, *self.others) if self.speaker else ()
        return listed(*(one.shown for one in speakers))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedQuote:
    """One quoted string of a draft with its verdict."""

    quote: str
    """As the draft has it, without the outer marks."""
    start: int
    end: int
    claim: Claim | None
    verdict: Verdict
    note: str = ""
    """In one sentence, what a verdict alone does not tell; empty when there is no more to say."""
    places: tuple[Place, ...] = ()
    """Where the words stand; for `altered` and `absent` the nearest, for `spliced` one a part."""
    changes: tuple[Change, ...] = ()
    """What an altered quote changed, numbers and negations first."""
    diff: tuple[Piece, ...] = ()
    """The whole quote against the nearest place, word by word; empty when nothing is near."""

    @property
    def passed(self) -> bool:
        """Whether the quote may be printed as it is."""
        return self.verdict == "verified"


@dataclass(frozen=True, slots=True)
class Check:
    """A checked draft."""

    quotes: tuple[CheckedQuote, ...]
    """In the draft's order."""

    @property
    def passed(self) -> bool:
        """Whether every quote is verified; a draft without quotes passes."""
        return all(quote.passed for quote in self.quotes)
