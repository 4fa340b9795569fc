"""What a claim repeats of the headings of its evidence: the outlet, and the day of publication."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rag.steps.claiming.evidence import Evidence


def without_heading(plain: str, cited: Sequence[Evidence]) -> str:
    """Return the text without an outlet that it opens with, and without the day of publication.

    Both are told of the page, not by it. The day counts only if it is that of every block.
    """
    for one in cited:
        plain = _without_outlet(plain, one.page.article.outlet.value)
    days = {(one.page.article.published.value or "")[:10] for one in cited}
    if len(days) == 1:
        for form in _forms(*days):
            plain = re.sub(
                rf"\s*\(?\bpublished (?:on )?{re.escape(form)}(?!\w)\)?", "", plain, flags=re.I
            )
    return plain


def _without_outlet(plain: str, outlet: str | None) -> str:
    if not outlet:
        return plain
    opening = re.match(rf"\s*according to (?:the )?{re.escape(outlet)}\b[,:]?", plain, re.I)
    return plain[opening.end() :] if opening else plain


def _forms(day: str) -> Iterator[str]:
    """Yield how the day may be written."""
    try:
        known = date.fromisoformat(day)
    except ValueError:
        return
    month = known.strftime("%B")
    yield day
    yield f"{known.day} {month} {known.year}"
    yield f"{month} {known.day}, {known.year}"
