"""The passages nearest in meaning within a filter, in no more time than without one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from rag.ports.embedder import Vectors
from rag.steps.finding.desk import Desk
from rag.values.evidence import Passage, article_of
from rag.values.shelves import Shelf, shelf_of

_FEW_ARTICLES = 30
"""Articles let through up to which all their passages are compared, about 20 each."""
_WIDER = (250, 1_000)
"""How many neighbours are looked at, in turn, until enough pass a filter."""
_MOST_COMPARED = 400
"""Articles compared where none of the neighbours passes."""


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates of one query."""

    passages: Sequence[Passage]
    near: Mapping[str, float]
    """Those found by meaning, whatever their words, by passage id."""
    alike: Mapping[str, float]
    """Cosine similarities, as far as they are known."""


def nearest(
    desk: Desk, vector: Vectors, depth: int, admitted: Collection[str] | None
) -> dict[str, float]:
    """Return about `depth` passages of the articles let through, with cosine similarities.

    None of them is a comment.

    Comparing all vectors of a filter would take longer with every page stored, and a filter inside
    the vector index takes longer than the search itself. So only few articles are compared whole;
    with more, the index is asked for more neighbours and those that do not pass are dropped.
    """
    if admitted is None:
        return dict(_indexed(desk, vector, depth))
    if len(admitted) > _FEW_ARTICLES:
        passing: list[tuple[str, float]] = []
        for looked in _WIDER:
            near = _indexed(desk, vector, looked)
            passing = [(key, score) for key, score in near if article_of(key) in admitted]
            if len(passing) >= depth // 2 or len(near) < looked:
                break
        if passing:
            return dict(passing[:depth])
    few = desk.catalogue.passages_of(sorted(admitted)[:_MOST_COMPARED])
    return compared(desk, vector, [one for one in few if on_shelf(one, "article")], depth)


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
    return shelf_of(passage.voice) == shelf


def _indexed(desk: Desk, vector: Vectors, limit: int) -> list[tuple[str, float]]:
    """Return the `limit` best of all editions that are searched."""
    first, *others = (desk.index.nearest(edition, vector, limit) for edition in desk.editions)
    if not others:
        return first
    return sorted(chain(first, *others), key=lambda one: -one[1])[:limit]
