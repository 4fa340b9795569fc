"""Bringing the vector index level with the catalogue, from wherever it was left."""

from rag.ports.catalogue import CatalogueReader, CatalogueWriter
from rag.ports.vector_index import Shelf, VectorIndex, shelf_of
from rag.values.evidence import Passage

_AT_ONCE = 2_000
"""Passages between two acknowledgements: what a kill can make us do again."""

SHELVES: tuple[Shelf, ...] = ("article", "comment")


def catch_up(catalogue: CatalogueWriter, index: VectorIndex) -> None:
    """Take out of the index what the catalogue dropped, and put in what it gained.

    In this order, since the same passage may be in both lists. Safe to be cut off anywhere: what
    was not acknowledged is done again, and doing it again changes nothing.
    """
    while orphans := catalogue.orphaned(_AT_ONCE):
        index.remove(orphans)
        catalogue.acknowledge((), orphans)
    while waiting := catalogue.unindexed(_AT_ONCE):
        for shelf in SHELVES:
            _add(catalogue, index, shelf, [p for p in waiting if shelf_of(p.voice) == shelf])
        catalogue.acknowledge([passage.id for passage in waiting], ())


def _add(
    catalogue: CatalogueWriter, index: VectorIndex, shelf: Shelf, passages: list[Passage]
) -> None:
    if passages:
        ids = [passage.id for passage in passages]
        index.add(shelf, ids, catalogue.vectors(ids))


def held(index: VectorIndex) -> int:
    """Return how many passages the index holds."""
    return sum(index.count(shelf) for shelf in SHELVES)


def level(catalogue: CatalogueReader, index: VectorIndex) -> bool:
    """Return whether the index holds what the catalogue wants it to, by count."""
    return catalogue.pending() == 0 and held(index) == catalogue.indexed()
