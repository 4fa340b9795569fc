"""Retrieval and answers over a news archive."""
