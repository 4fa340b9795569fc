"""The line, in which plain dumps of pages keep what is left of their layout."""

import re
from dataclasses import dataclass
from functools import cached_property

from ingest.article import Span

_BULLETS = "•◦▪‣·●○■*–—-+»›>"
_MARKER = re.compile(rf"(?:[{re.escape(_BULLETS)}]|\(?\d{{1,3}}[.)]|#)(?=\s)")
_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
# Scripts written without spaces: about two characters make a word.
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿฀-๿ក-៿]")


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

    @cached_property
    def indent(self) -> int:
        """Columns of white space before the first character."""
        return len(self.raw) - len(self.raw.lstrip())

    @cached_property
    def marker(self) -> str:
        """The list marker that opens the line (`•`, `3.`), or nothing."""
        found = _MARKER.match(self.raw, self.indent)
        return found.group() if found else ""

    @cached_property
    def numbered(self) -> bool:
        """Whether the list marker is a number."""
        return any(letter.isdigit() for letter in self.marker)

    @cached_property
    def text(self) -> str:
        """The line's words: no marker, no outer white space."""
        return self.raw[self._content_from :].rstrip()

    @cached_property
    def span(self) -> Span:
        """Where `text` stands in the page."""
        start = self.start + self._content_from
        return Span(start, start + len(self.text))

    @cached_property
    def words(self) -> int:
        """How many words the line has."""
        if self.text.isascii():
            return len(_WORD.findall(self.text))
        unspaced = len(_UNSPACED.findall(self.text))
        return len(_WORD.findall(self.text)) + unspaced // 2

    @cached_property
    def _content_from(self) -> int:
        position = self.indent
        while (found := _MARKER.match(self.raw, position)) is not None:
            rest = self.raw[found.end() :]
            position = found.end() + len(rest) - len(rest.lstrip())
            if position - self.indent > 12:
                break
        return position


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that hold more than white space, in order."""
    found: list[tuple[int, int, int, str]] = []
    start = 0
    for number, piece in enumerate(text.split("\n"), start=1):
        content = piece[:-1] if piece.endswith("\r") else piece
        if content and not content.isspace():
            found.append((number, start, start + len(content), content))
        start += len(piece) + 1
    lines: list[Line] = []
    for position, (number, begin, end, content) in enumerate(found):
        before = number - 1 - (found[position - 1][0] if position else 0)
        following = found[position + 1][0] if position + 1 < len(found) else number + 1
        lines.append(Line(number, begin, end, content, before, following - number - 1))
    return tuple(lines)
