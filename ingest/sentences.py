"""Sentences with exact offsets, on the `sentencex` library.

Separate because passages, answers and statements all cut text at the same places.
"""

import re

from ingest.article import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WHOLE = re.compile(r".+", re.DOTALL)
_BREAK = re.compile(r"[\r\n\u2028\u2029]")
_ABBREVIATION = re.compile(
    r"\b(?:Ms|Mx|Sens|Reps|Govs|Gens|Drs|Messrs|Cmdr|Adm|Maj|Pvt|Cpl|Supt|Det|Insp|Atty)\.\s*$"
)
"""Forms of address that the library does not know."""

_HOUR = re.compile(
    r"\d\s?[ap]\.\s?m\.\s+(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{2,4}\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]*\s\d)"
)
"""An hour goes on with its day or time zone."""

_MONTH_ENDS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\.\s+(?=[A-Z“‘\"])"
)
"""A month in full is no abbreviation, though the library takes "May" for one."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def sentences(
    text: str, span: Span, language: str = "en", *, wrapped: bool = False
) -> tuple[Span, ...]:
    """Return the sentences of `text` inside `span`, in order, without surrounding white space.

    A line break ends a sentence, unless `wrapped` tells that breaks only wrap a paragraph. Every
    character that is not white space belongs to exactly one sentence. `language` is an ISO 639-1
    code; an unknown one falls back to English rules.
    """
    found: list[Span] = []
    lines = _WHOLE if wrapped else _LINE
    for line in lines.finditer(text, span.start, span.end):
        for start, end in _boundaries(_BREAK.sub(" ", line.group()), language):
            trimmed = _trim(text, line.start() + start, line.start() + end)
            if trimmed is not None:
                found.append(trimmed)
    return tuple(found)


def _boundaries(line: str, language: str) -> list[tuple[int, int]]:
    from sentencex import get_sentence_boundaries

    # The library's native part takes no lone surrogates, which a damaged page may hold.
    clean = _SURROGATE.sub("\ufffd", line)
    rows = get_sentence_boundaries(language, clean)
    starts = [int(row["start_index"]) for row in rows if row["start_index"]]
    hours = {match.end() for match in _HOUR.finditer(line)}
    cuts = [
        start
        for start in starts
        if start not in hours and not _ABBREVIATION.search(line, max(0, start - 12), start)
    ]
    cuts = sorted({*cuts, *(match.end() for match in _MONTH_ENDS.finditer(line))})
    return list(zip([0, *cuts], [*cuts, len(line)], strict=True))


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(stripped))
