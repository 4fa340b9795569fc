"""A quoted string as a draft writes it, read into the words that a source must have.

Conventions of quoting that are not part of the words: outer marks, a comma or full stop moved
inside the closing mark, a first letter raised or lowered, also in brackets ("[T]he"), Markdown
emphasis, links and footnote numbers. An omission mark or a bracketed insertion parts the words.
"""

import re
from dataclasses import dataclass
from html import unescape
from itertools import accumulate, product

from rag.steps.quoting.folding import fold
from rag.steps.quoting.stance import Stance

_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]")
_EMPHASIS = re.compile(r"(?<![\w*_])[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_])[*_]{1,3}(?![\w*_])")
_BLOCK_SIGN = re.compile(r"(?<=\n)[ \t]*>[ \t>]*")
"""What Markdown puts before each line of a block quote."""
_LETTER = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
GAP = re.compile(r"\s*(?:…|\[[^\]\[]*\])\s*")
"""A sign that words were left out, or words put in, in folded text."""
_EDGE = re.compile(r"^(?:[ '\"…]|-(?!\d))+|[ '\"…-]+$")
_REORDERING = re.compile("[\u202b\u202d\u202e\u2067]")
"""What makes a draft show other words than it holds; in a page such signs are simply invisible."""
_BREAKS = re.compile(r"\s*[\n\r\u2028\u2029]\s*")
_ENTITY = re.compile(r"&(?:amp|quot|apos|nbsp|[lr]squo|[lr]dquo|hellip|[mn]dash|#\d{2,5});")
_FREE = "\ue000"
"""Stands before a bracketed letter while the string is folded; a private sign means nothing."""
_NESTED = frozenset("'‘’‚‛‹›\"“”„«»")
_MOST_BRACKETS = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """The folded words of a quoted string."""

    text: str
    """Folded, edges taken off, bracketed letters opened."""
    variants: tuple[str, ...]
    """The spellings that count as the same: first letter in both cases, bracketed letters too."""
    stop: str
    """The comma or full stop taken off the end, or empty."""
    raised: bool = False
    """Whether it begins with a capital, and no brackets say that the draft made it one."""

    nested: bool = False
    """Whether the draft itself shows these words as a quotation within a quotation."""
    stance: Stance = "said"
    """Whether the draft has them said, denies them or only supposes them."""
    by_none_of: tuple[str, ...] = ()
    """Whom a draft that denies them names in that sentence."""

    @property
    def denied(self) -> bool:
        """Whether the draft itself does not stand by these words."""
        return self.stance != "said"

    @property
    def parts(self) -> tuple[str, ...]:
        """The words between omission marks and insertions; one part where there are none."""
        return tuple(part for part in map(_trimmed, GAP.split(self.text)) if part)

    @property
    def parted(self) -> bool:
        """Whether the draft itself marks that words were left out or put in."""
        return GAP.search(self.text) is not None


def quoted(written: str, stance: Stance = "said", by_none_of: tuple[str, ...] = ()) -> Quoted:
    """Return what `written`, the string between a draft's quotation marks, says.

    The rest is about the sentence that the draft has it in.
    """
    plain = _ENTITY.sub(lambda found: unescape(found.group()), written.replace(_FREE, ""))
    plain = _BLOCK_SIGN.sub("", _REORDERING.sub("\ufffd", plain))
    plain = _LETTER.sub(
        rf"{_FREE}\1", _EMPHASIS.sub("", _FOOTNOTE.sub("", _LINK.sub(r"\1", plain)))
    )
    text, stop, free = _words(plain)
    variants = _variants(text, free)
    # A mark after a line break opens a paragraph of the quote, or a quote within it.
    unbroken = _words(_BREAKS.sub(" ", plain))
    if unbroken[0] != text:
        variants += _variants(unbroken[0], unbroken[2])
    raised = text[:1].isupper() and not plain.startswith(_FREE)
    nested = plain.lstrip()[:1] in _NESTED
    return Quoted(text, variants, stop, raised, nested, stance, by_none_of)


def _words(plain: str) -> tuple[str, str, set[int]]:
    """Return the folded words, the stop at their end, and which letters' case is free."""
    folded = _bare(fold(plain).text)
    stop = folded[-1:] if folded.endswith((",", ".")) else ""
    opened, free = _opened(_bare(folded[: len(folded) - len(stop)]))
    return opened, stop, {0, *free} if opened else set()


def _bare(text: str) -> str:
    """Take marks and dashes off the edges, but no sign off a number."""
    return _EDGE.sub("", text)


def _trimmed(part: str) -> str:
    return _bare(part).rstrip(",;:")


def _opened(text: str) -> tuple[str, list[int]]:
    """Return the text without the signs for bracketed letters, and where those letters are."""
    pieces = text.split(_FREE)
    ends = accumulate(len(piece) for piece in pieces[:-1])
    return "".join(pieces), list(ends)[:_MOST_BRACKETS]


def _variants(text: str, free: set[int]) -> tuple[str, ...]:
    places = sorted(free)
    spellings = [dict.fromkeys((text[at], _other_case(text[at]))) for at in places]
    found = []
    for letters in product(*spellings):
        changed = list(text)
        for at, letter in zip(places, letters, strict=True):
            changed[at] = letter
        found.append("".join(changed))
    return tuple(found)


def _other_case(letter: str) -> str:
    other = letter.swapcase()
    return other if len(other) == 1 and other.swapcase() == letter else letter
