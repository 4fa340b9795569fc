"""A page understood: its text, the voice of each line, and what it says about itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.article import ARTICLE_VOICES, Voice
from ingest.language import language_of
from ingest.metadata import PageFacts
from ingest.voices.page import Row


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader of one format returns; regions and statements are made from it."""

    text: str
    rows: tuple[Row, ...]
    voices: Sequence[Voice]
    facts: PageFacts
    language: str


def body_language(text: str, rows: Sequence[Row], voices: Sequence[Voice]) -> str:
    """Return the language of the article's own lines, or of the whole text where there are none."""
    pairs = zip(rows, voices, strict=True)
    body = "\n".join(row.line.text for row, voice in pairs if voice in ARTICLE_VOICES)
    return language_of(body or text)
