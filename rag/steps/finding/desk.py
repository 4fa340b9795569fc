"""What the steps read from, in one value, so that none of them takes six parameters."""

from collections.abc import Callable
from dataclasses import dataclass

from rag.ports.catalogue import CatalogueReader
from rag.ports.embedder import Embedder
from rag.ports.vector_index import VectorIndex
from rag.steps.finding.paragraphs import Page


@dataclass(frozen=True, slots=True)
class Desk:
    """An open archive as the steps see it."""

    catalogue: CatalogueReader
    index: VectorIndex
    embedder: Embedder
    page: Callable[[str], Page | None]
    """Return a stored article cut into paragraphs, readers' comments included; None if gone."""
