"""The lines that a PDF draws, put together to the paragraphs that they are pieces of.

A PDF knows no paragraphs: each drawn line comes alone, cut where the column ended. A line is taken
to go on in the next one where that one's first word would not have fitted behind it any more.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from ingest.phrases import fold

_SHORT_LINE = 60
_FITS = 0.85
"""Share of the column's letters up to which a word would surely have fitted: letters differ in
width."""
_LEAST_COLUMN = 24
_EDGE = 3
"""Lines at the top and at the foot of a page among which running ones stand."""
_NEAR = 12
"""Lines above and below that tell how wide the column is."""
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_LISTED = re.compile(r"^(?:[•◦▪‣●○■–—*-]\s|\(?\d{1,3}[.)]\s)")
_PAGE = re.compile(r"\b(?:page|seite|pagina|página|p\.)\s?\d{1,4}\b|^\d{1,4}$", re.IGNORECASE)
_CUT = re.compile(r"[^\W\d_]{2,}-$")
_WORD = re.compile(r"[^\W\d_]+")


def joined(text: str, running: Collection[str] = frozenset()) -> str:
    """Return a page's text with the pieces of a paragraph on one line.

    `running` are folded lines that stand on many pages: they stay alone. A word that was cut at the
    line's end is put together where the page has it whole elsewhere.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    whole = frozenset(word.casefold() for word in _WORD.findall(text))
    result: list[str] = []
    for position, line in enumerate(lines):
        if position and _goes_on(lines, position - 1, running):
            result[-1], gap = _cut_off(result[-1], line.lstrip(), whole)
            result.append(gap + line.lstrip())
        else:
            result.append(f"\n{line}" if position else line)
    return "".join(result)


def edge_lines(pages: Sequence[str]) -> frozenset[str]:
    """Return the folded short lines that stand at the same edge of most pages: heads and feet."""
    seen: Counter[tuple[int, str]] = Counter()
    for page in pages:
        lines = [folded for line in page.split("\n") if (folded := fold(line))]
        for place in range(min(_EDGE, len(lines))):
            seen.update({(place, lines[place]), (~place, lines[~place])})
    least = max(2, len(pages) // 2 + 1)
    return frozenset(
        line for (_, line), count in seen.items() if count >= least and len(line) <= _SHORT_LINE
    )


def _goes_on(lines: list[str], position: int, running: Collection[str]) -> bool:
    line, following = lines[position], lines[position + 1].lstrip()
    if not line.strip() or not following or _LISTED.match(following):
        return False
    if any(len(one) <= _SHORT_LINE and _PAGE.search(one) for one in (line, following)):
        return False
    if fold(line) in running or fold(following) in running:
        return False
    ended = _ENDED.search(line) is not None
    if following[0].islower() and (not ended or line.endswith(":")):
        return True
    if ended or (line[-1].isdigit() and following[0].isupper()):
        return False
    return _would_not_fit(lines, position, following)


def _would_not_fit(lines: list[str], position: int, following: str) -> bool:
    near = lines[max(0, position - _NEAR) : position + _NEAR + 1]
    column = max(len(one.strip()) for one in near)
    needed = len(lines[position].strip()) + 1 + len(following.split()[0])
    return column >= _LEAST_COLUMN and needed > _FITS * column


def _cut_off(line: str, following: str, whole: Collection[str]) -> tuple[str, str]:
    """Return the line as it goes before the next one, and what stands between the two."""
    cut = _CUT.search(line[-_SHORT_LINE:])
    if cut is None:
        return line, " "
    rest = _WORD.match(following)
    word = cut.group()[:-1] + (rest.group() if rest else "")
    return (line[:-1] if word.casefold() in whole else line), ""
