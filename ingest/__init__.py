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

__all__ = [
    "ARTICLE_VOICES",
    "Article",
    "Capture",
    "Fact",
    "Known",
    "Region",
    "Resolution",
    "Span",
    "Speaker",
    "Statement",
    "StatementKind",
    "Voice",
    "article_id",
]
