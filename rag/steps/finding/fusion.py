"""Evidence of several kinds made into one score a passage: each divided by its best, then added.

Dividing by the best keeps how much one passage is better than the next, which reciprocal ranks
drop; unlike z-scores it does not depend on how many poor candidates a list has. The weights are
round numbers near the best on RealTimeQA, and `onrecord eval run realtimeqa` prints what they reach
on two halves of its questions (docs/decisions/0013-finding.md).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rag.values.evidence import FoundBy, PageMatch, article_of

BY_PAGE = 1.0
"""Keyword evidence of the whole page: a passage alone lacks the topic words beside it."""
BY_PASSAGE = 0.5
"""Keyword evidence of the passage itself."""
BY_MEANING = 0.7
"""Likeness of the vectors of passage and query."""
BY_TITLE = 0.3
"""Keyword evidence of the page's title."""
BY_AGE = 0.8
"""By which share the evidence of the newest page found counts more than that of an infinitely old
one, unless the query names a year. It adds nothing to a page that holds none of the words."""

_HALF_AGE_DAYS = 365.0
"""Age beside the newest page found at which half of `BY_AGE` is left."""
_UNDATED = 0.5
"""What is left of it on a page whose day is not known."""
_NOTHING = 1e-6
"""A best score up to which there is none to divide by."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for one query, by passage id and by article id."""

    meaning: Mapping[str, float]
    """Cosine similarities."""
    words: Mapping[str, float]
    """BM25; a passage that is missing holds none of the words, or is among the poorest."""
    pages: Mapping[str, PageMatch]
    """By article; empty where whole pages do not count."""


def ranked(query: str, found: Evidence) -> list[tuple[str, float]]:
    """Return (passage id, score) of everything found, best first."""
    meaning, words = _by_best(found.meaning), _by_best(found.words)
    titles = _by_best({key: page.title for key, page in found.pages.items()})
    pages = _by_best({key: page.words for key, page in found.pages.items()})
    ages = {} if _YEAR.search(query) else _newness(found.pages)
    lowest = min(meaning.values(), default=0.0)
    total: dict[str, float] = {}
    for key in dict.fromkeys((*meaning, *words)):
        home = article_of(key)
        total[key] = (
            BY_MEANING * meaning.get(key, lowest)
            + BY_PASSAGE * words.get(key, 0.0)
            + BY_PAGE * pages.get(home, 0.0) * (1 + BY_AGE * ages.get(home, 0.0))
            + BY_TITLE * titles.get(home, 0.0)
        )
    return sorted(total.items(), key=lambda item: (-item[1], item[0]))


def found_by(key: str, dense: Mapping[str, float], keyword: Mapping[str, float]) -> FoundBy:
    """Return which of the two lists holds the id."""
    if key in dense and key in keyword:
        return "both"
    return "dense" if key in dense else "keyword"


def _by_best(scores: Mapping[str, float]) -> dict[str, float]:
    best = max(scores.values(), default=0.0)
    scale = best if best > _NOTHING else 1.0
    return {key: score / scale for key, score in scores.items()}


def _newness(pages: Mapping[str, PageMatch]) -> dict[str, float]:
    """Return 1 for the newest page, falling by half with each `_HALF_AGE_DAYS` before its day."""
    days = {key: _ordinal(page.day) for key, page in pages.items()}
    newest = max((day for day in days.values() if day is not None), default=0)
    return {
        key: _UNDATED if day is None else 0.5 ** ((newest - day) / _HALF_AGE_DAYS)
        for key, day in days.items()
    }


def _ordinal(day: str | None) -> int | None:
    """Return the day's number; of a month or a year alone, that of its first day."""
    parts: Sequence[str] = (day or "").split("-")
    try:
        year, month, of_month = (*map(int, parts), 1, 1)[:3]
        return date(year, month, of_month).toordinal()
    except ValueError:
        return None
