"""Figures from pages without a date, beside one of the year that a question asks for.

"How many died in the flood of 2029?" is answered by a page that tells the year. A page that tells
none, and of which nobody knows when it was written, may mean the same flood where it has the same
names; its figure is shown as well, so that the reader sees both, and never alone.
"""

import re

from rag.steps.choosing.answer_types import CALENDAR
from rag.steps.choosing.gathered import Sentence
from rag.steps.words import FUNCTION_WORDS, fold, words

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b(?!s)")
_NAME = re.compile(r"(?<![^\W\d_])[A-Z][^\W\d_]{2,}")
_FEWEST = 2
"""Names that two pages share when they tell of the same thing."""


def undated(one: Sentence) -> bool:
    """Return whether neither the sentence nor its page tells a year."""
    return one.page.article.published.value is None and not _YEAR.search(one.text)


def same_matter(one: Sentence, answer: Sentence) -> bool:
    """Return whether the page of an undated sentence has the names of the answer's sentence."""
    if one.page.article.id == answer.page.article.id:
        return False
    named = _names(answer.text)
    shared = named & set(words(one.page.article.text))
    return len(shared) >= _FEWEST


def _names(text: str) -> set[str]:
    found = {fold(name) for name in _NAME.findall(text)}
    return found - FUNCTION_WORDS - CALENDAR
