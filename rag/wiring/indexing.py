"""Bringing the vector index level with the catalogue, from wherever it was left."""

from collections.abc import Sequence

from rag.ports.catalogue import CatalogueReader, CatalogueWriter
from rag.ports.embedder import Vectors
from rag.ports.vector_index import VectorIndex
from rag.values.errors import ArchiveDamaged
from rag.values.evidence import Passage
from rag.values.shelves import EDITIONS, Edition

_AT_ONCE = 2_000
"""Passages between two acknowledgements: what a kill can make us do again."""

_PROBES = 16
_MISSES_BORNE = 0.2
"""An approximate index may miss one of some hundred; one that lost vectors misses most."""
_NEIGHBOURS = 100
"""Looked at for each: where vectors lie close together, the first may be another than the best."""
_SAME = 0.999
"""Cosine similarity from which a vector counts as found."""


def catch_up(catalogue: CatalogueWriter, index: VectorIndex) -> None:
    """Take out of the index what the catalogue dropped, and put in what it gained.

    In this order, since the same passage may be in both lists. Safe to be cut off anywhere: what
    was not acknowledged is done again, and doing it again changes nothing.
    """
    while orphans := catalogue.orphaned(_AT_ONCE):
        index.remove(orphans)
        catalogue.acknowledge((), orphans)
    while waiting := catalogue.unindexed(_AT_ONCE):
        for edition in EDITIONS:
            _add(catalogue, index, edition, [one for one, where in waiting if where == edition])
        catalogue.acknowledge([passage.id for passage, _ in waiting], ())


def _add(
    catalogue: CatalogueWriter, index: VectorIndex, edition: Edition, passages: list[Passage]
) -> None:
    if passages:
        index.add(edition, [passage.id for passage in passages], _vectors(catalogue, passages))


def _vectors(catalogue: CatalogueReader, passages: Sequence[Passage]) -> Vectors:
    try:
        return catalogue.vectors([passage.id for passage in passages])
    except KeyError as error:
        raise ArchiveDamaged(
            f"the catalogue of the archive is damaged ({error}): restore catalogue.sqlite from a "
            "backup, or ingest the pages into a new folder with --archive"
        ) from error


def level(catalogue: CatalogueReader, index: VectorIndex) -> bool:
    """Return whether the index is sound and nothing waits to go in or out."""
    return catalogue.pending() == 0 and fault(catalogue, index) is None


def fault(catalogue: CatalogueReader, index: VectorIndex) -> str | None:
    """Return what shows that the index is not what was put into it, None where nothing does.

    Raises ArchiveDamaged where the catalogue contradicts itself.

    Counting is not enough: Chroma counts from its own tables, also what it cannot find any more.
    """
    counted = sum(index.count(edition) for edition in EDITIONS)
    wanted = catalogue.indexed()
    if not wanted <= counted <= wanted + catalogue.pending():
        return f"{counted} vectors are there, where {wanted} were put"
    sample = catalogue.indexed_sample(_PROBES)
    vectors = _vectors(catalogue, [passage for passage, _ in sample])
    missed = sum(
        not _finds(index, edition, vector)
        for (_, edition), vector in zip(sample, vectors, strict=True)
    )
    if missed > len(sample) * _MISSES_BORNE:
        return f"{missed} of {len(sample)} vectors tried are not found"
    return None


def _finds(index: VectorIndex, edition: Edition, vector: Vectors) -> bool:
    return any(similarity > _SAME for _, similarity in index.nearest(edition, vector, _NEIGHBOURS))
