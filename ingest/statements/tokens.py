"""Words, punctuation and whole quotations as the tokens that the attribution rules read."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ingest.article import Span
from ingest.statements.marks import Quotation

TokenKind = Literal[
    "word", "possessive", "comma", "stop", "colon", "semicolon", "dash", "open", "close", "quote"
]


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation that the rules do not look into."""

    start: int
    end: int
    kind: TokenKind
    text: str
    """As written; empty for a quotation."""
    lower: str
    """In lower case with straight apostrophes."""

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence: what stands around its quotations, and the quotations themselves as tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    first_of_paragraph: bool
    last_of_paragraph: bool

    def span(self, first: int, last: int) -> Span:
        """Return the range from token `first` to the token before `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


_TOKEN = re.compile(
    r"(?P<word>(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.(?=[\s,])"
    r"|[$€£]?\d+(?:[.,:]\d+)*(?:%|st\b|nd\b|rd\b|th\b|s\b|m\b|bn\b)?(?!\w)"
    r"|[@#$€£]?[^\W_](?:[\w%]|[-'’./&](?=[^\W_])(?!['’]s\b))*(?:(?<=\b[A-Z])\.(?=\s))?)"
    r"|(?P<possessive>['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<comma>,)|(?P<colon>:)|(?P<semicolon>;)|(?P<stop>[.!?…]+)"
    r"|(?P<dash>--+|[—–-])|(?P<open>[(\[{])|(?P<close>[)\]}])"
)


def tokenise(text: str, span: Span) -> Iterator[Token]:
    """Yield the words and punctuation marks of a stretch that holds no quotation."""
    for match in _TOKEN.finditer(text, span.start, span.end):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        word = match.group()
        yield Token(match.start(), match.end(), kind, word, word.lower().replace("’", "'"))


def frames(text: str, cuts: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Frame, ...]:
    """Return the frames of one paragraph.

    `cuts` are the paragraph's sentences; those that a quotation bridges are read as one.
    """
    spans = _bridged(text, cuts, quotations)
    starts = [quotation.start for quotation in quotations]
    found: list[Frame] = []
    for number, span in enumerate(spans):
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end)
        tokens = tuple(_frame_tokens(text, span, quotations[first:last]))
        found.append(Frame(span.start, span.end, tokens, number == 0, number == len(spans) - 1))
    return tuple(found)


def _frame_tokens(text: str, span: Span, quotations: Sequence[Quotation]) -> Iterator[Token]:
    position = span.start
    for quotation in quotations:
        yield from tokenise(text, Span(position, quotation.start))
        yield Token(quotation.start, quotation.end, "quote", "", "")
        position = quotation.end
    yield from tokenise(text, Span(position, span.end))


def _bridged(text: str, cuts: Sequence[Span], quotations: Sequence[Quotation]) -> list[Span]:
    """Return the sentences, joined where the cut between two falls inside a quotation."""
    spans: list[Span] = []
    ends = [quotation.end for quotation in quotations]
    for cut in cuts:
        if spans and _is_bridged(text, spans[-1].end, cut.start, quotations, ends):
            spans[-1] = Span(spans[-1].start, cut.end)
        else:
            spans.append(cut)
    return spans


def _is_bridged(
    text: str, end: int, start: int, quotations: Sequence[Quotation], ends: Sequence[int]
) -> bool:
    at = bisect_left(ends, start)
    if at < len(quotations) and quotations[at].start < start:
        return True
    # A sentence that ends in a question or a shout is still open when its speaker follows.
    return at > 0 and ends[at - 1] == end and text[start].islower()
