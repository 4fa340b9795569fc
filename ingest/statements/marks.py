"""Quotation marks paired into quotations.

Straight, curly, single, low and angle marks occur side by side in saved pages, apostrophes look
like closing marks, dumps of markup spell them as entities, and a quotation that runs over
paragraphs is opened in each of them and closed once. Everything else in this package treats what is
found here as opaque.
"""

import re
from dataclasses import dataclass

from ingest.article import Span

_MARK = re.compile(r"&(?:quot|ldquo|rdquo|laquo|raquo|#34);|''|``|[\"“”„‟«»‹›＂']|[‘’‚‛]")
_SINGLE = frozenset("'‘’‚‛")
_CLOSERS: dict[str, tuple[str, ...]] = {
    "“": ("”", "“", '"'), "„": ("”", "“", '"'), "‟": ("”", '"'), '"': ('"', "”"), "＂": ("＂",),
    "«": ("»",), "»": ("«",), "‹": ("›",), "›": ("‹",), "``": ("''",), "''": ("''",),
    "&quot;": ("&quot;",), "&#34;": ("&#34;",), "&ldquo;": ("&rdquo;",), "&laquo;": ("&raquo;",),
    "‘": ("’", "'"), "'": ("'", "’"), "‚": ("‘", "’"), "‛": ("’",),
}  # fmt: skip
"""For each opening mark those that may close it."""

_ONLY_OPENS = frozenset("“«")
_ONLY_CLOSES = frozenset("”’")
_ELISION = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{—–-/:;,.…'\"“‘«„>*|")
_AFTER_CLOSING = frozenset(".,;:!?)")
"""Before these a mark closes even behind a space, which French sets inside the marks."""
_REACH = 120
"""Marks that a quotation may hold before its own closing one; bounds the work on damaged text."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """An outermost pair of quotation marks, both marks inside the span."""

    start: int
    end: int
    opening: int
    """Characters of the opening mark."""
    closing: int
    """Characters of the closing mark; 0 when the quotation runs on in the next paragraph."""

    @property
    def span(self) -> Span:
        """The range of the quotation, marks included."""
        return Span(self.start, self.end)

    @property
    def inner(self) -> Span:
        """The range of the words between the marks."""
        return Span(self.start + self.opening, self.end - self.closing)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    can_open: bool
    can_close: bool

    @property
    def single(self) -> bool:
        return self.text in _SINGLE

    @property
    def starts_word(self) -> bool:
        """Whether this mark cannot but open: only the marks that differ in shape tell."""
        return self.text in _ONLY_OPENS and self.can_open and not self.can_close


def quotations(text: str, paragraph: Span, following: Span | None) -> tuple[Quotation, ...]:
    """Return the outermost quotations of one paragraph, in order, not overlapping.

    `following` is the next paragraph: a quotation left open runs to the end of its paragraph when
    the next one opens with a mark again, or when nothing but the quotation fills the paragraph's
    end; any other mark without a partner is ignored.
    """
    marks = _marks(text, paragraph)
    closers = _last_closers(marks)
    found: list[Quotation] = []
    index = 0
    while index < len(marks):
        mark = marks[index]
        if not mark.can_open:
            index += 1
            continue
        partner = _partner(text, marks, index) if closers.get(mark.text, -1) > index else None
        if partner is not None:
            closing = marks[partner]
            found.append(Quotation(mark.start, closing.end, len(mark.text), len(closing.text)))
            index = partner + 1
        elif _runs_on(text, mark, paragraph, following):
            found.append(Quotation(mark.start, paragraph.end, len(mark.text), 0))
            break
        else:
            index += 1
    return tuple(found)


def opens_with_mark(text: str, span: Span) -> bool:
    """Return whether the span's first character opens a (double) quotation."""
    match = _MARK.match(text, span.start, span.end)
    return match is not None and match.group() not in _SINGLE and match.group() not in _ONLY_CLOSES


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        before = text[match.start() - 1] if match.start() > paragraph.start else " "
        after = text[match.end()] if match.end() < paragraph.end else " "
        mark = match.group()
        opening = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
        closing = not before.isspace() or after.isspace() or after in _AFTER_CLOSING
        if mark in _SINGLE:
            opening = opening and not _ELISION.match(text, match.end())
            closing = closing and not after.isalnum()
        elif mark not in _ONLY_CLOSES and mark in "“„‟«":
            opening = not after.isspace() or (mark in _ONLY_OPENS and before.isspace())
        marks.append(
            _Mark(match.start(), match.end(), mark, opening and mark not in _ONLY_CLOSES, closing)
        )
    return marks


def _last_closers(marks: list[_Mark]) -> dict[str, int]:
    """Return for each opening mark the index of the last mark that could close it."""
    last = {mark.text: index for index, mark in enumerate(marks) if mark.can_close}
    return {
        opener: max(last.get(closer, -1) for closer in closers)
        for opener, closers in _CLOSERS.items()
    }


def _partner(text: str, marks: list[_Mark], opening: int) -> int | None:
    """Return the index of the mark that closes the one at `opening`.

    A quotation inside the quotation, in the same marks, is stepped over where its own closing
    mark is there too, and one in double marks inside curly single ones; otherwise the first
    mark that can close does.
    """
    first = marks[opening]
    nested, earliest, inner = 0, None, 0
    for index in range(opening + 1, min(len(marks), opening + _REACH)):
        mark = marks[index]
        if first.single and not mark.single:
            if first.text != "‘":
                return None
            inner += (mark.text in "“„") - (mark.text == "”")
            continue
        if inner:
            continue
        if mark.can_close and mark.text in _CLOSERS[first.text] and not mark.starts_word:
            if first.single and _is_plural_possessive(text, marks, index):
                continue
            if nested == 0:
                return index
            nested -= 1
            earliest = index if earliest is None else earliest
        elif mark.text == first.text and mark.starts_word:
            nested += 1
    return earliest


def _is_plural_possessive(text: str, marks: list[_Mark], index: int) -> bool:
    """Return whether a single mark reads as in "the workers' rights" and a later one closes."""
    mark = marks[index]
    after = text[mark.end : mark.end + 2]
    if text[mark.start - 1 : mark.start] != "s" or not (after[:1] == " " and after[1:].islower()):
        return False
    return any(later.single and later.can_close for later in marks[index + 1 : index + 4])


def _runs_on(text: str, mark: _Mark, paragraph: Span, following: Span | None) -> bool:
    if mark.single:
        return following is not None and text.startswith(mark.text, following.start)
    if following is not None and opens_with_mark(text, following):
        return True
    before = text[paragraph.start : mark.start].rstrip()[-1:]
    return (not before or before in ",:") and paragraph.end - mark.end > 40
