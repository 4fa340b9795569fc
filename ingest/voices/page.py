"""The page under study: its lines with the evidence in each, as every voice rule takes them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.lines import Line, split_lines
from ingest.phrases import lowered
from ingest.repeated import Repeated
from ingest.traits import Traits, traits_of

_PERSONAL = re.compile(
    r"\b(?:i|me|my|you|your|u|lol|ich|mir|mich|mein\w*|du|dir|dein\w*"
    r"|je|moi|mon|tu|toi|vous|votre|yo|mi|te|usted|io|mio|ik|mijn|jij|я|мне|мой|ты|вы|ben|sen)\b"
)
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{0,600}[”“»\"]")
_LOUD = re.compile(r"!{2,}|\?{2,}|[!?]{3,}|:-?[)(D]|;-?\)|\B@\w|\b[A-Z]{4,}\b.*\b[A-Z]{4,}\b")
_MAY_BE_LOUD = re.compile(r"[!?:;@]|[A-Z]{4}")

_HOUR = re.compile(
    r"(?:[01]?\d|2[0-3])(?:[.:h][0-5]\d)\s?(?:[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,4}|uhr|Uhr))?"
    r"|(?:1[0-2]|[1-9])\s?[ap]\.?m\.?"
)
_LEAST_ENTRIES = 3
WITHIN_ENTRY = 3
"""Lines below an hour within which an entry's first paragraph stands."""
_TITLE_WORDS, _TITLE_LENGTH = 24, 200
_LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A line and its own evidence."""

    line: Line
    traits: Traits
    repeated: bool
    """Whether other pages of the site have the same line."""
    compact: bool
    """Whether it touches its neighbours on a page whose paragraphs stand apart."""

    @property
    def paragraph(self) -> bool:
        """Whether it reads as a paragraph of an article."""
        return (
            self.traits.prose
            and not self.traits.sign
            and not self.traits.credited
            and not self.line.marker
            and not self.compact
            and not self.repeated
        )


def rows_of(text: str, repeated: Repeated) -> tuple[Row, ...]:
    """Return the lines of `text` with the evidence in each."""
    lines = split_lines(text)
    traits = tuple(_of_title(traits_of(line), line, i) for i, line in enumerate(lines))
    apart = _paragraphs_stand_apart(lines, traits)
    rows = [
        Row(line, trait, repeated.has(trait.folded), apart and _touches(lines, position))
        for position, (line, trait) in enumerate(zip(lines, traits, strict=True))
    ]
    for hour in entries(rows):
        for position in range(hour, min(len(rows), hour + WITHIN_ENTRY + 1)):
            rows[position] = replace(rows[position], compact=False)
    return tuple(rows)


def entries(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return where hours alone on a line open the entries of a live page; none where few do."""
    hours = [i for i, row in enumerate(rows) if _opens_entry(rows, i, row)]
    return tuple(hours) if len(hours) >= _LEAST_ENTRIES else ()


def _opens_entry(rows: Sequence[Row], position: int, row: Row) -> bool:
    if row.line.marker or not _HOUR.fullmatch(row.line.text):
        return False
    below = rows[position + 1 : position + 1 + WITHIN_ENTRY]
    return any(one.traits.prose and not one.traits.sign for one in below)


def _of_title(traits: Traits, line: Line, position: int) -> Traits:
    """Take a page's first line for no sentence when a search or a tab cut it off as a title."""
    cut = line.text.endswith(("...", "…")) and not line.text.startswith(("...", "…"))
    apart = position == 0 and line.blanks_after and traits.words <= _TITLE_WORDS
    if not (cut and apart) or traits.sign or line.marker or len(line.text) > _TITLE_LENGTH:
        return traits
    return replace(traits, ends=False, prose=False, title_like=traits.words >= _LEAST_WORDS)


def conversational(text: str) -> float:
    """Return how much `text` sounds like one person talking to others, per word.

    Words inside quotation marks are not counted: reporters quote people who say "I".
    """
    own = _QUOTED.sub(" ", text)
    words = max(1, len(own.split()))
    personal = len(_PERSONAL.findall(lowered(own)))
    loud = len(_LOUD.findall(own)) if _MAY_BE_LOUD.search(own) else 0
    return (personal + 2 * loud) / words


def _paragraphs_stand_apart(lines: tuple[Line, ...], traits: tuple[Traits, ...]) -> bool:
    alone = touching = 0
    for line, trait in zip(lines, traits, strict=True):
        if trait.prose and not line.marker:
            if line.blanks_before and line.blanks_after:
                alone += min(trait.words, 60)
            else:
                touching += min(trait.words, 60)
    return alone > 1.2 * touching


def _touches(lines: tuple[Line, ...], position: int) -> bool:
    """Return whether the line stands in a run of three or more without a blank line between."""
    run = 1
    back = position
    while back > 0 and not lines[back].blanks_before and run < 3:
        back -= 1
        run += 1
    ahead = position
    while ahead + 1 < len(lines) and not lines[ahead].blanks_after and run < 3:
        ahead += 1
        run += 1
    return run >= 3
