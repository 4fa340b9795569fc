"""Whether two pieces of a page are about the same thing, told by the words that they share."""

import re
from collections.abc import Iterable
from functools import lru_cache

_STEM = 6
"""Letters compared: enough to join "Armenia" and "Armenian", or two forms of a German noun."""
_LONGER_WORD = re.compile(rf"([^\W_]{{4,{_STEM}}})[^\W_]*")


@lru_cache(512)
def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the longer words of `text`, in lower case.

    They are remembered: title, lead and points are each held against the lines of a page.
    """
    return frozenset(_LONGER_WORD.findall(text.casefold()))


def stems_of_all(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of several texts together."""
    found: set[str] = set()
    for text in texts:
        found |= stems(text)
    return frozenset(found)


def shared(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of `left` that stands in `right` (0 to 1; 0 if `left` is empty)."""
    return len(left & right) / len(left) if left else 0.0
