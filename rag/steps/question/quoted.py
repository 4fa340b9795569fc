"""Words that a question puts in quotation marks: they are asked for exactly."""

import re

from rag.steps.words import words

_QUOTED = re.compile(r"[\"“«]([^\"”»]+)[\"”»]|(?<!\w)['‘]((?:[^'’]|['’](?=\w))+)['’](?!\w)")
_FEWEST = 3
"""Words from which a quotation is somebody's words and no mere name."""


def quoted(question: str) -> tuple[str, ...]:
    """Return the folded words of the first quotation long enough, empty where there is none."""
    for match in _QUOTED.finditer(question):
        found = tuple(words(match[1] or match[2]))
        if len(found) >= _FEWEST:
            return found
    return ()


def holds_words(text: str, wanted: tuple[str, ...]) -> bool:
    """Return whether the text has these words in a row, typography aside."""
    tokens = tuple(words(text))
    size = len(wanted)
    return any(tokens[at : at + size] == wanted for at in range(len(tokens) - size + 1))
