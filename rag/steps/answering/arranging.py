"""The order in which citations are shown, and the dates that a timeline goes by."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace

from rag.steps.question.understand import Understood
from rag.values.answer import Citation

_MONTHS = {name: at for at, name in enumerate(calendar.month_name) if name}
_NAMED = "|".join(_MONTHS)
_DATED = re.compile(
    r"(?<!since )(?<!until )(?<!from )(?:"
    r"(?P<iso>\b\d{4}-\d\d-\d\d\b)|"
    rf"\b(?P<month>{_NAMED})\s+(?P<day>\d{{1,2}})\b(?:,?\s+(?P<year>\d{{4}}))?|"
    rf"\b(?P<day2>\d{{1,2}})\s+(?P<month2>{_NAMED})\b(?:,?\s+(?P<year2>\d{{4}}))?|"
    rf"\b(?P<month3>{_NAMED})\s+(?P<year3>\d{{4}})\b|"
    r"\b(?P<year4>(?:1[5-9]|20)\d\d)\b)"
)
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
    return told_date(citation.quote, published)


def told_date(sentence: str, published: str | None) -> str | None:
    """Return the first date in a sentence, a missing year taken from the publication."""
    match = _DATED.search(sentence)
    if match is None:
        return published[:10] if published else None
    if match["iso"] or match["year4"]:
        return match["iso"] or match["year4"]
    month = _MONTHS[match["month"] or match["month2"] or match["month3"]]
    day = match["day"] or match["day2"]
    rest = f"-{month:02}" + (f"-{int(day):02}" if day else "")
    year = match["year"] or match["year2"] or match["year3"]
    return f"{year}{rest}" if year else _before(rest, published)


def _before(rest: str, published: str | None) -> str | None:
    """Return a date without a year as the last one up to the publication; None without one."""
    if not published:
        return None
    year = int(published[:4])
    return f"{year}{rest}" if f"{year}{rest}" <= published else f"{year - 1}{rest}"
