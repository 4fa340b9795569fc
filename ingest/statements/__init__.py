"""Who said what: statements found in news text by rules, with exact spans."""

from ingest.statements.find import find_statements

__all__ = ["find_statements"]
