"""What a user asks: the question, the conversation before it, and the filters."""

import datetime as dt
from dataclasses import dataclass

from ingest import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Limits on what an answer may be made of; an unset field limits nothing."""

    speaker: str | None = None
    outlet: str | None = None
    since: dt.date | None = None
    """First publication day included."""
    until: dt.date | None = None
    """Last publication day included."""
    voice: Voice | None = None
    """None means the article's own voices; comments and furniture only when named."""
    as_of: dt.date | None = None
    """Answer with what was published, and in the version known, by the end of this day."""


NO_FILTERS = Filters()
"""Limits nothing."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier exchange of the conversation."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question with everything that its answer may depend on."""

    text: str
    history: tuple[Turn, ...] = ()
    filters: Filters = NO_FILTERS


LONGEST_QUESTION = 2_000
"""In code points; a longer one is refused at every door."""
