"""The order in which citations are shown, and the dates that a timeline goes by."""

from collections.abc import Sequence
from dataclasses import replace

from rag.steps.answering.days import told
from rag.steps.question.understand import Understood
from rag.values.answer import Citation

_UNKNOWN = "9999"


def arranged(understood: Understood, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return the citations in the order in which they are shown, numbered from 1."""
    ordered = list(citations)
    if understood.shape == "timeline":
        ordered.sort(key=lambda one: (when(understood, one) or _UNKNOWN, one.n))
    return tuple(replace(one, n=n) for n, one in enumerate(ordered, start=1))


def when(understood: Understood, citation: Citation) -> str | None:
    """Return the date that a citation stands at in a timeline, ISO, as far as it is known.

    Words count from the day on which they were said; an event from the date that its sentence has.
    """
    published = citation.article.published
    if understood.speakers or understood.kind == "who_said":
        return citation.said_on or (published[:10] if published else None)
    day = told(citation.quote)
    return day.iso(published) if day else published and published[:10]
