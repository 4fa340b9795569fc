"""The line, in which plain dumps of pages keep what is left of their layout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import unescape
from itertools import pairwise

from ingest.article import Span

_BULLETS = "•◦▪‣·●○■*–—-+»›>"
_MARKER = re.compile(rf"(?:[{re.escape(_BULLETS)}]|>{{2,6}}|[└↳⤷╰├│]+|\(?\d{{1,3}}[.)]|#)(?=\s)")
_MOST_MARKERS = 12
"""Columns of markers and white space before a line's words."""
_BY = re.compile(r"By\s(?:[A-Z][\w.’'-]*\s?|(?:and|de|van|von|al|bin)\s|&\s){2,12}$")
"""A byline, which ends the title above it."""
_RULE = re.compile(r"[^\w\s]{8,}|_{8,}")
"""A line of signs, drawn from edge to edge."""
_WORD = re.compile(r"\w++(?:['’.\-]\w++)*+")
# Scripts written without spaces: about two characters make a word.
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿฀-๿ក-៿]")
_LEAST_WRAPPED = 3
_NARROWEST, _WIDEST = 45, 130
_LONGEST_WRAPPED = 195
"""Characters of a line with which no text is wrapped at the widest column."""
_BREAK = re.compile(r"[\r\n]")
_FILLED = re.compile(r"[^\s][^\r\n\u2028\u2029]*")
_FULL, _PACKED = 0.7, 0.85
"""Shares of the column that a line fills when it is broken, and when it surely is."""


@dataclass(frozen=True)
class Line:
    """One line that is not blank, with the blank lines around it told."""

    number: int
    """Counted from 1 over all lines of the text, blank ones included, as editors do."""
    start: int
    """Of the line's first character, white space included."""
    end: int
    """After the line's last character, its newline excluded."""
    raw: str
    blanks_before: int
    """How many blank lines stand right before this one."""
    blanks_after: int = 0

    indent: int = field(init=False, compare=False)
    """Columns of white space before the first character."""
    marker: str = field(init=False, compare=False)
    """The list marker that opens the line (`•`, `3.`), or nothing."""
    text: str = field(init=False, compare=False)
    """The line's words: no marker, no outer white space."""
    span: Span = field(init=False, compare=False)
    """Where `text` stands in the page."""

    def __post_init__(self) -> None:
        """Tell marker and words apart at once: every reader of a line asks for them."""
        indent = len(self.raw) - len(self.raw.lstrip())
        marker, begin = _opening(self.raw, indent)
        text = self.raw[begin:].rstrip()
        start = self.start + begin
        told = {"indent": indent, "marker": marker, "text": text}
        self.__dict__.update(told, span=Span(start, start + len(text)))

    @property
    def numbered(self) -> bool:
        """Whether the list marker is a number."""
        return any(letter.isdigit() for letter in self.marker)

    @cached_property
    def plain(self) -> str:
        """The line's words with the signs for which a scraper left their names ("&quot;")."""
        return unescape(self.text) if "&" in self.text else self.text

    @cached_property
    def words(self) -> int:
        """How many words the line has."""
        return words_in(self.text)


def words_in(text: str) -> int:
    """Return how many words `text` has."""
    spaced = len(_WORD.findall(text))
    return spaced if text.isascii() else spaced + len(_UNSPACED.findall(text)) // 2


def _opening(raw: str, indent: int) -> tuple[str, int]:
    """Return the marker that opens a line, and where its words begin, behind further markers."""
    if indent < len(raw) and raw[indent].isalpha():
        return "", indent
    marker, position = "", indent
    while (found := _MARKER.match(raw, position)) is not None:
        marker = marker or found.group()
        rest = raw[found.end() :]
        position = found.end() + len(rest) - len(rest.lstrip())
        if position - indent > _MOST_MARKERS:
            break
    return marker, position


@lru_cache(1)
def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that hold more than white space, in order.

    Where the text is wrapped at a column (as in PDFs and mails), the pieces of a paragraph make
    one line, which then holds line breaks. The last text's lines are kept, since who finds its
    statements asks for them right after who tells its voices.
    """
    lines = tuple(_physical(text))
    width = _wrapped_at(lines)
    return _unwrapped(text, lines, width) if width else lines


def soft_breaks(text: str) -> frozenset[int]:
    """Return where `text` has line breaks that only wrap a paragraph at a column.

    They are the positions of the breaks' characters; a text that is not wrapped has none.
    """
    if any(len(piece) > _LONGEST_WRAPPED for piece in text.split("\n")):
        return frozenset()
    joined = (line for line in split_lines(text) if "\n" in line.raw)
    return frozenset(
        line.start + found.start() for line in joined for found in _BREAK.finditer(line.raw)
    )


def flowing(text: str, span: Span, soft: frozenset[int]) -> Iterator[Span]:
    """Yield the paragraphs inside `span`, without the white space around them.

    A line is one, but where the breaks that end it are `soft`.
    """
    start = end = -1
    for line in _FILLED.finditer(text, span.start, span.end):
        stop = line.start() + len(line.group().rstrip())
        if start >= 0 and any(at in soft for at in range(end, line.start())):
            end = stop
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = line.start(), stop
    if start >= 0:
        yield Span(start, end)


def is_rule(text: str) -> bool:
    """Return whether `text` is a line drawn of signs."""
    return _RULE.fullmatch(text) is not None


def _physical(text: str) -> Iterator[Line]:
    found: list[tuple[int, int, int, str]] = []
    start = 0
    for number, piece in enumerate(text.split("\n"), start=1):
        content = piece[:-1] if piece.endswith("\r") else piece
        if content and not content.isspace():
            found.append((number, start, start + len(content), content))
        start += len(piece) + 1
    for position, (number, begin, end, content) in enumerate(found):
        before = number - 1 - (found[position - 1][0] if position else 0)
        following = found[position + 1][0] if position + 1 < len(found) else number + 1
        yield Line(number, begin, end, content, before, following - number - 1)


def _wrapped_at(lines: Sequence[Line]) -> int:
    """Return the column at which the text is wrapped, or 0 if it is not."""
    if len(lines) <= _LEAST_WRAPPED:
        return 0
    sizes = sorted(len(line.raw.rstrip()) for line in lines)
    width = sizes[int(len(sizes) * 0.95)]
    if not _NARROWEST <= width <= _WIDEST or sizes[-1] > 1.5 * width:
        return 0
    full = broken = 0
    for line, following in pairwise(lines):
        if len(line.raw.rstrip()) >= _FULL * width and not line.blanks_after:
            full += 1
            broken += following.text[:1].islower()
    return width if full >= _LEAST_WRAPPED and broken >= 0.5 * full else 0


def _unwrapped(text: str, lines: Sequence[Line], width: int) -> tuple[Line, ...]:
    joined: list[Line] = []
    group: list[Line] = []
    for line in lines:
        if group and not _continues(group[-1], line, width):
            joined.append(_one(text, group))
            group = []
        group.append(line)
    if group:
        joined.append(_one(text, group))
    return tuple(joined)


def _continues(line: Line, following: Line, width: int) -> bool:
    cited = line.marker == following.marker and line.marker.startswith(">")
    if line.blanks_after or (following.marker and not cited):
        return False
    if following.indent > line.indent + 1 or is_rule(line.text) or is_rule(following.text):
        return False
    size = len(line.raw.rstrip())
    if size < _FULL * width or _BY.match(following.text):
        return False
    return size >= _PACKED * width or following.text[:1].islower()


def _one(text: str, group: Sequence[Line]) -> Line:
    first, last = group[0], group[-1]
    if first is last:
        return first
    raw = text[first.start : last.end]
    return Line(first.number, first.start, last.end, raw, first.blanks_before, last.blanks_after)
