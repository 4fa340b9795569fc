"""Signs that a claim may not bring along: markup, addresses, badges, what nobody sees."""

import re
import unicodedata
from collections.abc import Iterable

_MARKUP = re.compile(r"[\[\]<>{}|\\`~^]|://|www\.|\$\$|\*\*|__|&#?\w+;|(?:^|\n)\s*[#>+*-]\s|［|］")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_VARIATION = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks by category that leave no trace on the screen."""
_DRAWN = frozenset({"So", "Sk", "No", "Nl", "Me"})


def foreign_signs(plain: str, evidence: Iterable[str]) -> str:
    """Return why the text may not be shown for its signs, or nothing.

    What a page itself has, it may repeat; what is shown is escaped in any case.
    """
    if _VARIATION.search(plain) or any(
        unicodedata.category(sign) in _UNSEEN and sign not in "\n\r\t" for sign in plain
    ):
        return "it holds signs that nobody sees"
    pages = list(evidence)
    for word in plain.split():
        drawn = any(unicodedata.category(sign) in _DRAWN for sign in word)
        if (drawn or _MARKUP.search(word)) and not any(word in page for page in pages):
            return "it holds markup or signs that the evidence has not"
    if _MARKUP.search(plain) and "\n" in plain.strip():
        return "it holds markup"
    return ""
