"""Saved pages in, articles out: no models, no network."""

from ingest.article import (
    ARTICLE_VOICES,
    Article,
    Capture,
    Fact,
    Known,
    Region,
    Resolution,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Voice,
    article_id,
)
from ingest.captures import Rejection, find_captures
from ingest.errors import UnreadablePage
from ingest.page import read_page
from ingest.repeated import Repeated, repeated_lines

__all__ = [
    "ARTICLE_VOICES",
    "Article",
    "Capture",
    "Fact",
    "Known",
    "Region",
    "Rejection",
    "Repeated",
    "Resolution",
    "Span",
    "Speaker",
    "Statement",
    "StatementKind",
    "UnreadablePage",
    "Voice",
    "article_id",
    "find_captures",
    "read_page",
    "repeated_lines",
]
