"""Passages for a query: nearest vectors and best keywords, ranked together, within the filters."""

from collections import Counter
from collections.abc import Collection, Mapping

from rag.ports.embedder import Vectors
from rag.steps.finding import comments
from rag.steps.finding.desk import Desk
from rag.steps.finding.fusion import Evidence, found_by, ranked
from rag.steps.finding.nearest import Found, compared, nearest, on_shelf
from rag.values.evidence import Hit, PageMatch, Passage, article_of
from rag.values.question import NO_FILTERS, Filters
from rag.values.shelves import Shelf

_DEEPER = 4
"""How many times more candidates than results each list gives."""
_LEAST_DEEP, _DEEPEST = 100, 400
_WIDER = 2.5
"""How many times more passages are looked at for words where a filter drops some."""


def retrieve(
    desk: Desk,
    query: str,
    filters: Filters = NO_FILTERS,
    *,
    shelf: Shelf = "article",
    limit: int = 10,
    per_article: int = 3,
    within: Collection[str] | None = None,
    embed: bool = True,
) -> list[Hit]:
    """Return up to `limit` passages, best first, at most `per_article` of one article.

    Copies of one story count as one article. `within` limits the search to these articles, besides
    the filters. Without `embed` comments get no vectors that they lack.
    """
    admitted = desk.admitted(filters)
    if within is not None:
        admitted = frozenset(within) if admitted is None else admitted & frozenset(within)
    if admitted is not None and not admitted:
        return []
    depth = min(_DEEPEST, max(_LEAST_DEEP, limit * _DEEPER))
    vector = desk.embedder.query(query)
    told = _keyword(desk, query, shelf, depth, admitted)
    if shelf == "comment":
        found = comments.found(desk, vector, told, admitted, embed=embed)
    else:
        found = _found(desk, vector, told, depth, admitted)
    heard = {one.id: one for one in found.passages if filters.voice in (None, one.voice)}
    pages = _pages(desk, query, shelf, heard)
    evidence = Evidence(
        {key: score for key, score in found.alike.items() if key in heard},
        {key: score for key, score in told.items() if key in heard},
        pages,
    )
    hits = [
        Hit(heard[key], one, found_by(key, found.near, told))
        for key, one in ranked(query, evidence)
    ]
    return _spread(hits, pages, per_article)[:limit]


def _found(
    desk: Desk,
    vector: Vectors,
    told: Mapping[str, float],
    depth: int,
    admitted: frozenset[str] | None,
) -> Found:
    """Return the passages near in meaning, and those found by words, compared by meaning too."""
    near = nearest(desk, vector, depth, admitted)
    stored = desk.catalogue.passages([*dict.fromkeys((*near, *told))])
    passages = [one for one in stored if on_shelf(one, "article")]
    # Without their own likeness, passages found by words alone would all stand level.
    unlike = [one for one in passages if one.id not in near]
    return Found(passages, near, near | compared(desk, vector, unlike, len(unlike)))


def _keyword(
    desk: Desk, query: str, shelf: Shelf, depth: int, admitted: frozenset[str] | None
) -> dict[str, float]:
    """Return the best passages of the articles let through; other words' passages do not count."""
    comments = shelf == "comment"
    if admitted is None:
        return dict(desk.catalogue.keyword(query, depth, comments=comments))
    looked = int(_WIDER * depth)
    found = desk.catalogue.keyword(query, looked, comments=comments)
    passing = [(key, score) for key, score in found if article_of(key) in admitted]
    if len(passing) < depth // 2 and len(found) == looked:
        passing = desk.catalogue.keyword(query, depth, comments=comments, articles=admitted)
    return dict(passing[:depth])


def _pages(
    desk: Desk, query: str, shelf: Shelf, passages: Mapping[str, Passage]
) -> dict[str, PageMatch]:
    """Return how the pages match as a whole; their readers' comments are not part of them."""
    if shelf == "comment":
        return {}
    return desk.catalogue.page_matches(query, {one.article_id for one in passages.values()})


def _spread(hits: list[Hit], pages: Mapping[str, PageMatch], per_article: int) -> list[Hit]:
    seen: Counter[str] = Counter()
    kept: list[Hit] = []
    for hit in hits:
        page = pages.get(hit.passage.article_id)
        told_by = (page.story if page else None) or hit.passage.article_id
        seen[told_by] += 1
        if seen[told_by] <= per_article:
            kept.append(hit)
    return kept
