"""Interviews and hearings printed as turns: "Lind: How many are left?", paragraph by paragraph."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.statements.tokens import Frame

_LONGEST_LABEL = 5
_FEWEST_TURNS = 3
_FEWEST_SPEAKERS = 2


def turn_labels(paragraphs: Iterable[Sequence[Frame]]) -> frozenset[str]:
    """Return the labels of an article's turns; none where too few paragraphs start with one.

    A label must come back, and another beside it: "Background: …" once is a heading.
    """
    counts = Counter(label for frames in paragraphs if (label := label_of(frames)))
    repeated = {label for label, times in counts.items() if times > 1}
    if counts.total() < _FEWEST_TURNS or len(counts) < _FEWEST_SPEAKERS or not repeated:
        return frozenset()
    surnames = {label.split()[-1].casefold() for label in repeated}
    return frozenset(label for label in counts if label.split()[-1].casefold() in surnames)


def label_of(frames: Sequence[Frame]) -> str | None:
    """Return the run of capitalised words before a colon that opens a paragraph of plain words."""
    tokens = frames[0].tokens if frames else ()
    colon = colon_of(frames)
    if colon is None or colon + 1 >= len(tokens):
        return None
    opener = tokens[colon + 1]
    if opener.kind == "quote" or opener.text[0].isdigit():
        return None
    return " ".join(token.text for token in tokens[:colon])


def colon_of(frames: Sequence[Frame]) -> int | None:
    """Return the token of the colon behind a paragraph's first few capitalised words."""
    tokens = frames[0].tokens if frames else ()
    for index, token in enumerate(tokens[: _LONGEST_LABEL + 1]):
        if token.kind == "colon":
            return index or None
        if token.kind != "word" or not token.capital:
            return None
    return None
