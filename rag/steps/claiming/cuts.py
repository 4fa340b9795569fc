"""Quoted words that are cut off from what turns them: "(not yet) counting".

Word for word is not enough: whoever quotes "a gift" from "is not a gift" says the opposite.
"""

import re

from ingest import Span
from rag.steps.claiming.governing import governor
from rag.steps.claiming.spoken import Spoken
from rag.steps.claiming.tokens import Token, tokens
from rag.steps.claiming.turning import denials

_CLAUSE = re.compile(r"[.;:!?…]|[,—–]\s(?=and\b)|\bbut\b")
_MARKS = re.compile("[\"“”„«»‘]|(?<!\\w)'")


def torn(quote: Spoken, plain: str) -> str:
    """Return the word before the quote that turns it and that the claim leaves out, or nothing."""
    page = quote.evidence.page
    around = page.around(quote.found.span) or quote.found.span
    before = page.text(Span(around.start, quote.found.span.start))
    clause = _CLAUSE.split(before)[-1] if _inside(before) else _own_clause(before)
    here = tokens(plain)
    words = tokens(clause)
    lost = denials(words) - denials(here)
    if lost:
        return min(lost)
    return governor(_near(words), here)


def _inside(before: str) -> bool:
    """Return whether the words start within a quotation of the page, not at its beginning."""
    marks = list(_MARKS.finditer(before))
    return bool(marks) and any(sign.isalnum() for sign in before[marks[-1].end() :])


def _own_clause(before: str) -> str:
    """Return what stands before a whole quotation in its clause: `is "not …"`, `that “…”`."""
    return "" if before.rstrip(" \"“„«‘'").endswith((",", ":")) else _CLAUSE.split(before)[-1]


def _near(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the words since the last comma."""
    at = max((i for i, one in enumerate(words) if one.mark), default=-1)
    return words[at + 1 :]
