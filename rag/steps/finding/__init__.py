"""Passages and pages for a query."""
