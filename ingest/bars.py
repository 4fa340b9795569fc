"""Lines that are rows of links: trails to a section, bars of sections, buttons, teasers."""

import re

from ingest.appeals import SITE_WORDS
from ingest.bylines import is_post
from ingest.dates import has_date
from ingest.phrases import INTERFACE, READ_MORE, fold, lowered

_TRAIL = re.compile(r"(?:(?<!\s)\s+)?[›»→]\s*|(?<!\s)\s+>\s+")
_BAR = re.compile(r"\s(?:[|/·•]|::)\s")
_COLUMN = re.compile(r"\s{3,}|\t")
_PARTED = re.compile(r"[›»→>|/·•\t]|::|\s{3}")
"""What every trail, bar and row has; most lines have none of it."""
_PRESSED = re.compile(r"(?:\[[^\[\]]{1,25}\]\s*){2,}")
"""Buttons that a text browser prints in brackets, one beside the other."""
_NUMBERS = re.compile(r"[\d\W_]+")
_PART_WORDS, _COLUMN_WORDS, _TEASER_WORDS, _LEAST_TEASERS = 3, 5, 16, 5
_BUTTON_WORDS, _BUTTON_SHARE = 5, 0.6


def is_button(folded: str) -> bool:
    """Return whether a folded line is a button's, or mostly such words ("watch live tv")."""
    if INTERFACE.match(folded):
        return True
    words = folded.split()
    named = sum(1 for word in words if word.strip(":") in SITE_WORDS)
    return 2 <= len(words) <= _BUTTON_WORDS and named >= _BUTTON_SHARE * len(words)


def is_pressed_row(text: str) -> bool:
    """Return whether `text` is buttons in brackets, two or more ("[Print] [Share]")."""
    return _PRESSED.fullmatch(text) is not None


def is_bar(text: str) -> bool:
    """Return whether `text` is a trail ("News › Local"), a bar of sections, or a row of buttons.

    A trail has two parts or more, a bar three, a row of buttons two; each is a few words.
    """
    if not _PARTED.search(text) or has_date(text):
        return False
    for cut, least in ((_TRAIL, 2), (_BAR, 3)):
        parts = [part.strip() for part in cut.split(text) if part.strip()]
        if len(parts) >= least and all(_names_section(part) for part in parts):
            return True
    return _is_row_of_buttons(text)


def is_list_of_teasers(text: str) -> bool:
    """Return whether a long line is headings of teasers with bars between, no paragraph."""
    parts = [part.strip() for part in text.split(" | ")]
    if len(parts) < _LEAST_TEASERS:
        return False
    led = any(READ_MORE.match(lowered(part)) or is_button(fold(part)) for part in parts)
    short = sum(1 for part in parts if len(part.split()) <= _TEASER_WORDS)
    unended = sum(1 for part in parts if part[-1:] not in ".!?")
    return led and 4 * short >= 3 * len(parts) and 3 * unended >= 2 * len(parts)


def _is_row_of_buttons(text: str) -> bool:
    """Return whether columns of a few words hold a button's words; a table's hold numbers."""
    parts = [part for part in _COLUMN.split(text.strip()) if part]
    few = len(parts) >= 2 and all(len(part.split()) <= _COLUMN_WORDS for part in parts)
    tabled = any(len(part) == 1 or _NUMBERS.fullmatch(part) for part in parts)
    return few and not tabled and any(is_button(fold(part)) for part in parts)


def _names_section(part: str) -> bool:
    words = [word for word in part.split() if any(letter.isalnum() for letter in word)]
    return 1 <= len(words) <= _PART_WORDS and part[-1] not in ".!?" and not is_post(part)
