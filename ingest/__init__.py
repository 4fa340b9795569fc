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
from ingest.captures import Rejection, Walked, find_captures
from ingest.containers import is_container_name
from ingest.errors import UnreadablePage
from ingest.formats.records import USUAL_NAMES, FieldNames
from ingest.outline import SAMPLE, Outline, Revisit, named_lines, outline, site_lines, site_of
from ingest.page import read_page
from ingest.repeated import Repeated, repeated_lines

__all__ = [
    "ARTICLE_VOICES",
    "SAMPLE",
    "USUAL_NAMES",
    "Article",
    "Capture",
    "Fact",
    "FieldNames",
    "Known",
    "Outline",
    "Region",
    "Rejection",
    "Repeated",
    "Resolution",
    "Revisit",
    "Span",
    "Speaker",
    "Statement",
    "StatementKind",
    "UnreadablePage",
    "Voice",
    "Walked",
    "article_id",
    "find_captures",
    "is_container_name",
    "named_lines",
    "outline",
    "read_page",
    "repeated_lines",
    "site_lines",
    "site_of",
]
