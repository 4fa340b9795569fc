"""Saved pages that are neither plain text nor HTML, brought into one of the two."""
