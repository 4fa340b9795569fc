"""Words, punctuation and whole quotations as the tokens that the attribution rules read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, NamedTuple

from ingest.article import Span
from ingest.sentences import sentences
from ingest.statements.marks import Quotation
from ingest.statements.verbs import reporting_verbs
from ingest.statements.words import FUNCTION_WORDS, looks_finite

TokenKind = Literal[
    "word", "possessive", "comma", "stop", "colon", "semicolon", "dash", "open", "close", "quote"
]

OPEN_ENDS = frozenset(",?!—–―-…")
"""Characters before a closing mark after which the speaker may still be named."""


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation that the rules do not look into."""

    start: int
    end: int
    kind: TokenKind
    text: str
    """As written; of a quotation, the words between the marks."""
    lower: str
    """In lower case with straight apostrophes; empty for a quotation, whole for the name "Will"."""

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[:1].isupper()

    @property
    def finite(self) -> bool:
        """Whether it probably is a finite verb; inside a sentence no name is ("Jared", "Will")."""
        return not self.capital and looks_finite(self.lower)

    @property
    def open_ended(self) -> bool:
        """Whether this is a quotation whose last words wait for their attribution."""
        return self.kind == "quote" and self.text[-1:] in OPEN_ENDS


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence: what stands around its quotations, and the quotations themselves as tokens."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    title_case: bool
    """Whether nearly every word is capitalised, as in some headlines."""
    first_of_paragraph: bool

    def span(self, first: int, last: int) -> Span:
        """Return the range from token `first` to the token before `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


_FORENAME, _FORENAME_WHOLE = "Will", "william"
_SENTENCE_ENDS = frozenset(".?!…")
_SENTENCE_BEFORE = re.compile(
    r"(?:[A-Za-z][a-z]{2}|[A-Z]{3}|[A-Z]\.[A-Z]|\d|\b(?:me|us|it|so|up|on|in))[.!?]\s+$"
)
"""A full stop before a quotation ends a sentence even after "May" or "Inc"."""
_ANSWER = re.compile(r"\b(?:no|ill|sat|sun|art|fig|pop)\.\s+(?=[A-Z])")
"""A full stop behind a small word that is an abbreviation only before figures or when capital."""
_INTRODUCES = re.compile(r"(?:\s+[a-z]+)?[,:]\s*[\"“‘']")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_HEADLINE = 300
"""Characters of a sentence that tell whether it is written as a headline."""
_DASHES = frozenset("—–―-")
_CLOSING_MARKS = frozenset("\"'”’»")
_LONGEST_WORD = 30
_SHORT_SPEAKER = 4
_LONGEST_SPEAKER = 20
"""Tokens of a subject that may stand between a shouted quotation and its verb."""
_TOKEN = re.compile(
    r"(?P<word>(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.(?=[\s,])"
    r"|[$€£]?\d+(?:[.,:]\d+)*(?:%|st\b|nd\b|rd\b|th\b|s\b|m\b|bn\b)?(?![\w-])"
    r"|[@#$€£]?[^\W_](?:[\w%]|(?!['’]s\b)[-'’./&](?=[^\W_]))*(?:\.(?=,|\s+\w))?)"
    r"|(?P<possessive>['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<comma>,)|(?P<colon>:)|(?P<semicolon>;)|(?P<stop>[.!?…]+)"
    r"|(?P<dash>--+|[—–―-])|(?P<open>[(\[{])|(?P<close>[)\]}])"
)


def tokenise(text: str, span: Span) -> Iterator[Token]:
    """Yield the words and punctuation marks of a stretch that holds no quotation."""
    for match in _TOKEN.finditer(text, span.start, span.end):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        word = match.group()
        yield Token(match.start(), match.end(), kind, word, word.lower().replace("’", "'"))


def frames(text: str, paragraph: Span, quotations: Sequence[Quotation]) -> tuple[Frame, ...]:
    """Return the frames of one paragraph; no quotation is cut."""
    spans = _sentences_around(text, paragraph, quotations)
    starts = [quotation.start for quotation in quotations]
    found: list[Frame] = []
    for number, span in enumerate(spans):
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end)
        title_case = _is_title_case(span.of(text))
        tokens = tuple(_frame_tokens(text, span, quotations[first:last], title_case=title_case))
        found.append(
            Frame(
                span.start,
                span.end,
                tokens if title_case else _with_forenames(tokens),
                title_case=title_case,
                first_of_paragraph=number == 0,
            )
        )
    return tuple(found)


def _is_title_case(sentence: str) -> bool:
    long = _LONG_WORD.findall(sentence[:_HEADLINE])
    return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def _frame_tokens(
    text: str, span: Span, quotations: Sequence[Quotation], *, title_case: bool
) -> Iterator[Token]:
    position = span.start
    for quotation in quotations:
        yield from tokenise(text, Span(position, quotation.start))
        if not title_case and _is_nickname(text, quotation):
            position = quotation.end
            continue
        words = quotation.inner.of(text).strip()
        yield Token(quotation.start, quotation.end, "quote", words, "")
        position = quotation.end
    yield from tokenise(text, Span(position, span.end))


def _with_forenames(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tell the given name "Will" from the verb: before a further name, where nothing is asked."""
    if all(token.text != _FORENAME for token in tokens):
        return tokens
    asked = any(token.kind == "stop" and "?" in token.text for token in tokens)
    return tuple(
        token._replace(lower=_FORENAME_WHOLE)
        if token.text == _FORENAME and not asked and _is_named(after)
        else token
        for token, after in zip_longest(tokens, tokens[1:])
    )


def _is_named(after: Token | None) -> bool:
    return after is not None and after.capital and after.lower not in FUNCTION_WORDS


def _is_nickname(text: str, quotation: Quotation) -> bool:
    """Return whether the marks only set off part of a name (`Edith "Edie" Marlow`)."""
    inner = quotation.inner.of(text)
    if not (inner.isalpha() and inner[:1].isupper()):
        return False
    before = text[max(0, quotation.start - _LONGEST_WORD) : quotation.start].split()
    after = text[quotation.end : quotation.end + 2]
    return bool(before) and before[-1][:1].isupper() and after[1:].isupper()


def _sentences_around(text: str, paragraph: Span, quotations: Sequence[Quotation]) -> list[Span]:
    masked = _masked(text, paragraph, quotations)
    openings = [
        quotation.start
        for quotation in quotations
        if not quotation.inner.of(text)[:1].islower()
        and _SENTENCE_BEFORE.search(
            text, max(paragraph.start, quotation.start - 9), quotation.start
        )
    ]
    answers = (match.end() for match in _ANSWER.finditer(masked))
    openings = sorted({*openings, *(paragraph.start + end for end in answers)})
    spans: list[Span] = []
    for span in _cut_at(
        openings, sentences(masked, Span(0, len(masked)), wrapped=True), paragraph.start
    ):
        if spans and _goes_on(text, spans[-1], span):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _cut_at(openings: Sequence[int], cuts: Sequence[Span], offset: int) -> Iterator[Span]:
    """Yield the sentences, parted also where a quotation opens after a full stop."""
    for cut in cuts:
        start, end = cut.start + offset, cut.end + offset
        for index in range(bisect_right(openings, start), bisect_left(openings, end)):
            yield Span(start, openings[index])
            start = openings[index]
        yield Span(start, end)


def _masked(text: str, paragraph: Span, quotations: Sequence[Quotation]) -> str:
    """Return the paragraph with its quotations blackened but for a sentence's end inside them."""
    pieces: list[str] = []
    position = paragraph.start
    for quotation in quotations:
        pieces.append(text[position : quotation.start])
        length = quotation.end - quotation.start
        inner = quotation.inner.of(text).rstrip()
        last = inner[-1:] if inner[-1:] in _SENTENCE_ENDS else "x"
        first = "X" if inner[:1].isupper() else "x"
        pieces.append((first + "x" * (length - 2) + last)[:length])
        position = quotation.end
    pieces.append(text[position : paragraph.end])
    return "".join(pieces)


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Return whether what was cut off names the speaker of a question or a shout before it."""
    if text[after.start].islower() or text[after.start] in _DASHES:
        return True
    last = before.end
    while last > before.start and text[last - 1] in _CLOSING_MARKS:
        last -= 1
    if last == before.end:
        return False
    ended = text[last - 1] == "."
    verbs = reporting_verbs()
    for number, token in enumerate(tokenise(text, after)):
        verb = verbs.get(token.lower) if token.kind == "word" else None
        if token.lower == "went" or (verb is not None and verb.form in {"past", "third"}):
            if ended:
                # After a full stop only a sentence that is nothing else can name the speaker.
                return token.end + 1 == after.end and 0 < number < _SHORT_SPEAKER
            # `He answered, "…"` introduces the next quotation and names no earlier speaker.
            return not _INTRODUCES.match(text, token.end)
        if number >= _LONGEST_SPEAKER or token.kind in {"stop", "colon", "semicolon"}:
            return False
        if token.kind == "word" and token.finite:
            return False
    return False
