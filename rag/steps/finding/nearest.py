"""The passages nearest in meaning within a filter, in no more time than without one."""

from collections.abc import Collection

import numpy as np

from ingest import Voice
from rag.ports.embedder import Vectors
from rag.ports.vector_index import Shelf
from rag.steps.finding.desk import Desk
from rag.values.evidence import Passage, article_of

_FEW_ARTICLES = 30
"""Articles let through up to which all their passages are compared, about 20 each."""
_WIDER = (250, 1_000)
"""How many neighbours are looked at, in turn, until enough pass a filter."""
_MOST_COMPARED = 400
"""Articles compared where none of the neighbours passes."""


def nearest(
    desk: Desk, vector: Vectors, shelf: Shelf, depth: int, admitted: Collection[str] | None
) -> dict[str, float]:
    """Return about `depth` passages of the articles let through, with cosine similarities.

    Comparing all vectors of a filter would take longer with every page stored, and a filter inside
    the vector index takes longer than the search itself. So only few articles are compared whole;
    with more, the index is asked for more neighbours and those that do not pass are dropped.
    """
    if admitted is None:
        return dict(desk.index.nearest(shelf, vector, depth))
    if len(admitted) > _FEW_ARTICLES:
        passing: list[tuple[str, float]] = []
        for looked in _WIDER:
            near = desk.index.nearest(shelf, vector, looked)
            passing = [(key, score) for key, score in near if article_of(key) in admitted]
            if len(passing) >= depth // 2 or len(near) < looked:
                break
        if passing:
            return dict(passing[:depth])
    return compared(desk, vector, _of(desk, shelf, sorted(admitted)[:_MOST_COMPARED]), depth)


def compared(
    desk: Desk, vector: Vectors, passages: Collection[Passage], depth: int
) -> dict[str, float]:
    """Return the `depth` best of these passages by their own vectors."""
    ids = [one.id for one in passages]
    if not ids:
        return {}
    scores = desk.catalogue.vectors(ids) @ vector
    best = np.argsort(-scores, kind="stable")[:depth]
    return {ids[at]: float(scores[at]) for at in best}


def on_shelf(passage: Passage, shelf: Shelf) -> bool:
    """Return whether a search of this shelf may find the passage."""
    return (passage.voice is Voice.COMMENT) == (shelf == "comment")


def _of(desk: Desk, shelf: Shelf, articles: Collection[str]) -> list[Passage]:
    return [one for one in desk.catalogue.passages_of(articles) if on_shelf(one, shelf)]
