"""What a page fences off from its article: notices between drawn lines, a box below its label."""

import re
from collections.abc import Sequence

from ingest.article import ARTICLE_VOICES, Voice
from ingest.lines import is_rule
from ingest.phrases import fold
from ingest.voices.page import Row

_TITLED = re.compile(
    r"(?P<sign>[=*~#_+–—-])(?P=sign)+\s*(?P<title>\w[^=*~#_+]{1,60}?)\s*(?P=sign){2,}"
)
_END = re.compile(r"(?:end(?:\s+of)?|ende(?:\s+der)?|fin(?:\s+de)?)\s+", re.IGNORECASE)
_MOST_ROWS, _MOST_NOTICES, _BOX_WORDS = 3, 20, 25
_AD = frozenset(
    {"advertisement", "advertising", "ad", "advert", "sponsored", "promoted", "anzeige", "werbung",
     "publicité", "publicidad", "pubblicità", "reklama", "реклама"}
)  # fmt: skip


def mark_fenced(rows: Sequence[Row], voices: list[Voice]) -> None:
    """Give the site what stands between drawn lines as an advertisement, and boxes of notices."""
    for position, row in enumerate(rows):
        text = row.line.text
        if is_rule(text):
            _between_rules(rows, voices, position)
        elif titled := _TITLED.fullmatch(text):
            _notices(rows, voices, position, fold(titled["title"]))
        elif row.traits.folded in _AD:
            _box(rows, voices, position)


def _between_rules(rows: Sequence[Row], voices: list[Voice], opening: int) -> None:
    for closing in range(opening + 1, min(len(rows), opening + 2 + _MOST_ROWS)):
        if is_rule(rows[closing].line.text):
            inside = range(opening + 1, closing)
            if any(rows[i].traits.sign == "promo" for i in inside):
                _give(voices, range(opening, closing + 1))
            return


def _notices(rows: Sequence[Row], voices: list[Voice], opening: int, title: str) -> None:
    for closing in range(opening + 1, min(len(rows), opening + 2 + _MOST_NOTICES)):
        found = _TITLED.fullmatch(rows[closing].line.text)
        ended = fold(found["title"]) if found else ""
        if _END.match(ended) and _END.sub("", ended, count=1) == title:
            _give(voices, range(opening, closing + 1))
            return


def _box(rows: Sequence[Row], voices: list[Voice], label: int) -> None:
    """Give the site the one line that touches the label of an advertisement, and nothing else."""
    below = rows[label + 1] if label + 1 < len(rows) else None
    if below is None or below.line.blanks_before or not rows[label].line.blanks_before:
        return
    short = not below.traits.prose and below.traits.words <= _BOX_WORDS
    if short and below.line.blanks_after:
        _give(voices, range(label, label + 2))


def _give(voices: list[Voice], where: range) -> None:
    for position in where:
        if voices[position] in ARTICLE_VOICES:
            voices[position] = Voice.FURNITURE
