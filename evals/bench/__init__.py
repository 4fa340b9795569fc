"""Benchmarks: how long an archive takes to make and to ask, and how much memory."""
