"""Frozen values that flow through the product; they import nothing of ours but `ingest`."""
