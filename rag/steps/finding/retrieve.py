"""Passages for a query: nearest vectors and best keywords, fused, within the filters."""

from collections import Counter
from collections.abc import Collection

import numpy as np

from ingest import Voice
from rag.ports.embedder import Vectors
from rag.ports.vector_index import Shelf
from rag.steps.finding.desk import Desk
from rag.steps.finding.fusion import found_by, fused, with_article
from rag.values.evidence import Hit, Passage, article_of
from rag.values.question import NO_FILTERS, Filters

_DEEPER = 4
"""How many times more candidates than results each list gives."""
_DEEPEST = 400
_EXACT = 2_000
"""Passages up to which a filtered search compares every vector instead of asking the index."""


def retrieve(
    desk: Desk,
    query: str,
    filters: Filters = NO_FILTERS,
    *,
    shelf: Shelf = "article",
    limit: int = 10,
    per_article: int = 3,
    within: Collection[str] | None = None,
) -> list[Hit]:
    """Return up to `limit` passages, best first, at most `per_article` of one article.

    `within` limits the search to these articles, besides the filters.
    """
    admitted = desk.catalogue.admitted(filters)
    if within is not None:
        admitted = frozenset(within) if admitted is None else admitted & frozenset(within)
    if admitted is not None and not admitted:
        return []
    depth = min(_DEEPEST, max(40, limit * _DEEPER))
    dense = _dense(desk, desk.embedder.query(query), shelf, depth, admitted)
    keyword = _keyword(desk, query, shelf, depth, admitted)
    whole = desk.catalogue.keyword_articles(query, comments=shelf == "comment")
    ranked = with_article(fused(dense, keyword), whole)
    passages = {one.id: one for one in desk.catalogue.passages([key for key, _ in ranked])}
    hits = [
        Hit(passages[key], score, found_by(key, dense, keyword))
        for key, score in ranked
        if key in passages and _heard(passages[key], shelf, filters.voice)
    ]
    return _spread(hits, per_article)[:limit]


def _dense(
    desk: Desk, vector: Vectors, shelf: Shelf, depth: int, admitted: frozenset[str] | None
) -> dict[str, float]:
    if admitted is None:
        return dict(desk.index.nearest(shelf, vector, depth))
    passages = [one for one in desk.catalogue.passages_of(admitted) if _on(one, shelf)]
    if len(passages) > _EXACT:
        near = desk.index.nearest(shelf, vector, depth * _DEEPER)
        return {key: score for key, score in near if article_of(key) in admitted}
    if not passages:
        return {}
    ids = [one.id for one in passages]
    scores = desk.catalogue.vectors(ids) @ vector
    best = np.argsort(-scores, kind="stable")[:depth]
    return {ids[at]: float(scores[at]) for at in best}


def _keyword(
    desk: Desk, query: str, shelf: Shelf, depth: int, admitted: frozenset[str] | None
) -> dict[str, float]:
    deep = depth if admitted is None else _DEEPEST
    found = desk.catalogue.keyword(query, deep, comments=shelf == "comment")
    if admitted is None:
        return dict(found)
    return {key: score for key, score in found if article_of(key) in admitted}


def _on(passage: Passage, shelf: Shelf) -> bool:
    return (passage.voice is Voice.COMMENT) == (shelf == "comment")


def _heard(passage: Passage, shelf: Shelf, voice: Voice | None) -> bool:
    if not _on(passage, shelf):
        return False
    return voice is None or passage.voice is voice


def _spread(hits: list[Hit], per_article: int) -> list[Hit]:
    seen: Counter[str] = Counter()
    kept: list[Hit] = []
    for hit in hits:
        seen[hit.passage.article_id] += 1
        if seen[hit.passage.article_id] <= per_article:
            kept.append(hit)
    return kept
