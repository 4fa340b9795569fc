"""What each line of a page most likely is, as material to fit the line model on.

Silver labels: trafilatura's body and the comment containers in the markup, carried over to the
lines of the plain text dump; where the page set's own strings speak of a line, they decide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.pages.corpus import SavedPage
from ingest import Repeated
from ingest.voices.assignment import rule_voices
from ingest.voices.features import features
from ingest.voices.page import Row, rows_of

SITE, ARTICLE, READER = 0, 1, 2
_SURE = 8.0
_LONG = 30
_VARIANT_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """One line: its numbers, its class, and how much it counts."""

    numbers: list[float]
    kind: int
    weight: float


def examples(page: SavedPage) -> list[Example]:
    """Return the lines of a page's text dump, and of the same dump without its layout."""
    from inscriptis import get_text
    from trafilatura import bare_extraction

    from ingest.markup.rendering import render
    from ingest.markup.tree import decode_html, parsed

    source = decode_html(page.content)
    text = get_text(source)
    if not text.strip():
        return []
    found = bare_extraction(source, include_comments=False)
    body = "" if found is None or isinstance(found, dict) else found.text or ""
    rendering = render(parsed(source))
    readers = [span for span in rendering.marks["comment"] if rendering.text == text]
    rows = rows_of(text, Repeated())
    holds = _Body(body)
    labels = [
        _label(
            page, row, holds.has(row), any(s.start <= row.line.span.start < s.end for s in readers)
        )
        for row in rows
    ]
    result = list(_with_numbers(rows, labels, 1.0))
    for variant in _variants(text):
        others = rows_of(variant, Repeated())
        if len(others) == len(rows):
            result += _with_numbers(others, labels, _VARIANT_WEIGHT)
    return result


class _Body:
    """Trafilatura's body, asked for lines."""

    def __init__(self, body: str) -> None:
        self._whole = " ".join(body.split())
        self._lines = {" ".join(line.split()).removeprefix("- ") for line in body.split("\n")}

    def has(self, row: Row) -> bool:
        line = " ".join(row.line.text.split())
        return line in self._whole if len(line) >= _LONG else line in self._lines


def _label(page: SavedPage, row: Row, in_body: bool, by_reader: bool) -> tuple[int, float]:
    raw, words = row.line.raw, row.traits.words
    kind = ARTICLE if in_body else READER if by_reader else SITE
    if in_body and by_reader and len(row.line.text) < _LONG:
        kind = READER
    weight = 1.0
    if any(text in raw for text in page.body):
        kind, weight = ARTICLE, _SURE
    if kind != READER and any(text in raw for text in page.not_body):
        kind, weight = SITE, _SURE
    if any(text in raw for text in page.comments):
        kind, weight = READER, _SURE
    return kind, weight * (0.3 + min(words, 40) / 40)


def _with_numbers(
    rows: Sequence[Row], labels: Sequence[tuple[int, float]], weight: float
) -> Iterator[Example]:
    numbers = features(rows, rule_voices(rows))
    for each, (kind, own) in zip(numbers.tolist(), labels, strict=True):
        yield Example(each, kind, own * weight)


def _variants(text: str) -> Iterator[str]:
    """Yield the dump as other tools would write it: without indents, and without blank lines."""
    lines = text.split("\n")
    yield "\n".join(_flat(line) for line in lines)
    yield "\n".join(line.strip() for line in lines if line.strip())


def _flat(line: str) -> str:
    bare = line.strip()
    return f"  {bare}" if bare[:2] in {"* ", "• "} or bare.split(".")[0].isdigit() else bare
