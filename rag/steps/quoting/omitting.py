"""Whether the omissions and insertions that a draft marks leave a quote what it was.

Custom lets a writer leave words out at "…" and put some in "[…]". What custom hides is looked at:
an omitted or inserted negation, condition or number, an inserted name, and brackets in the place
of many words.
"""

import re
from itertools import pairwise

from ingest import Span
from rag.steps.quoting.folding import fold
from rag.steps.quoting.quoted import GAP, Quoted
from rag.steps.quoting.splicing import Parts
from rag.steps.turning_words import (
    BRUSHING_OFF,
    CONDITIONALS,
    DENYING,
    HYPOTHESES,
    INTENDING,
    LIMITS,
    NEGATED_VERB,
    NEGATIVES,
    REFUSING,
    SELDOM,
    STOPPING,
    UNTRUE,
    any_of,
)

_TURNS = re.compile(
    rf"\b(?:{any_of(NEGATIVES, SELDOM, DENYING, BRUSHING_OFF, STOPPING)}|{NEGATED_VERB}"
    rf"|{any_of(REFUSING, UNTRUE, HYPOTHESES, LIMITS, CONDITIONALS, INTENDING)}"
    r"|refus\w+|fail\w*|stop\w*|wish\w*|hop(?:e|es|ed|ing)|pretend\w*|claim\w*|alleg\w+"
    r"|false\w*|wrong\w*)\b",
    re.IGNORECASE,
)
"""Words that turn, limit or weaken what stands beside them."""
_NUMBER = re.compile(r"\d|\b(?:hundred|thousand|million|billion|trillion|half|dozen)s?\b")
_PAGE_S_OWN = re.compile(r"[…\[\]]")
"""A mark that the page itself has there: then it is not the draft that marks what it changed."""
_CAPITAL = re.compile(r"\b[^\W\d_a-z]")
"""A name, as far as an inserted word's first letter tells: nothing bears out whose it is."""
_FEWEST_KEPT = 3
"""Words of a part beside an omission; fewer stand near any others by chance."""
_MOST_OMITTED = 40
_MOST_REPLACED = 4
"""Words of the source for which a bracketed insertion may stand."""


def honest(words: Quoted, parts: Parts) -> bool:
    """Return whether all that the draft left out or put in turns nothing that it kept."""
    signs = [found.group().strip() for found in GAP.finditer(words.text)]
    kept = [len(part.split()) for part in words.parts]
    if len(signs) != len(kept) - 1 or len(kept) != len(parts.places):
        return False
    for sign, beside in zip(signs, pairwise(kept), strict=True):
        if not sign.startswith("[") and min(beside) < _FEWEST_KEPT:
            return False
    omitted = (
        one.reading.words(Span(one.span.end, other.span.start))
        for one, other in pairwise(parts.places)
    )
    return all(_fair(sign, left_out) for sign, left_out in zip(signs, omitted, strict=True))


def _fair(sign: str, left_out: str) -> bool:
    most = _MOST_REPLACED if sign.startswith("[") else _MOST_OMITTED
    plain = fold(left_out).text
    if _PAGE_S_OWN.search(plain) or _CAPITAL.search(sign):
        return False
    turned = _TURNS.search(plain) or _TURNS.search(sign) or _NUMBER.search(sign)
    return turned is None and len(plain.split()) <= most
