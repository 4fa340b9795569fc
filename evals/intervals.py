"""Intervals and percentiles: how far a number can be trusted."""

import math
from collections.abc import Sequence

from evals.report import Figure

Z_95 = 1.959964
"""Two-sided 95 % quantile of the normal distribution."""


def wilson(hits: float, n: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share of `n` > 0 trials.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
    JASA 22 (1927). It stays inside [0, 1] and is honest at 0 and at `n` hits.
    """
    p = hits / n
    z2 = Z_95 * Z_95
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, centre - half), min(1.0, centre + half)


def share(
    name: str,
    hits: float,
    n: int,
    *,
    floor: float | None = None,
    ceiling: float | None = None,
    anchor: str = "",
) -> Figure:
    """Return `hits` of `n` as a figure with its Wilson interval; without a value when `n` is 0."""
    low, high = wilson(hits, n) if n else (None, None)
    return Figure(
        name=name,
        value=hits / n if n else None,
        n=n,
        low=low,
        high=high,
        floor=floor,
        ceiling=ceiling,
        anchor=anchor,
    )


def percentile(values: Sequence[float], q: float) -> float | None:
    """Return the value that a share `q` of the values does not exceed (nearest rank)."""
    if not values:
        return None
    return sorted(values)[max(0, math.ceil(q * len(values)) - 1)]


def durations(
    name: str, ms: Sequence[float], *, at_most: float | None = None
) -> tuple[Figure, Figure]:
    """Return median and 95th percentile of durations; `at_most` bounds the median."""
    half, most = percentile(ms, 0.5), percentile(ms, 0.95)
    return (
        Figure(name=f"{name} p50", value=half, n=len(ms), unit="ms", ceiling=at_most),
        Figure(name=f"{name} p95", value=most, n=len(ms), unit="ms"),
    )


def f1(precision: float | None, recall: float | None) -> float | None:
    """Return the harmonic mean of the two; none where either has no value."""
    if precision is None or recall is None:
        return None
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0
