"""What the steps read from, in one value, so that none of them takes six parameters."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from rag.ports.catalogue import CatalogueReader
from rag.ports.embedder import Embedder, Vectors
from rag.ports.vector_index import VectorIndex
from rag.steps.finding.paragraphs import Page
from rag.values.question import Filters
from rag.values.shelves import Edition

_FILTERS_KEPT = 8
Made = Mapping[str, tuple[str, Vectors]]
"""Words and vector of passages, by passage id."""


def forget(_: Made) -> None:
    """Keep nothing: the vectors are made again when they are asked for again."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An open archive as the steps see it."""

    catalogue: CatalogueReader
    index: VectorIndex
    embedder: Embedder
    page: Callable[[str], Page | None]
    """Return a stored article cut into paragraphs, readers' comments included; None if gone."""
    keep: Callable[[Made], None] = forget
    """Store vectors that were made of comments, so that a later question finds them ready."""
    editions: tuple[Edition, ...] = ("current",)
    """Where the vector index is searched."""
    wider: "Desk | None" = None
    """The archive as it is now, where this one is as it was on some day."""
    _let_through: dict[Filters, frozenset[str] | None] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def admitted(self, filters: Filters) -> frozenset[str] | None:
        """Return the article ids that the filters let through; None when they limit nothing.

        Asked for at every step of an answer and looked up once.
        """
        known = self._let_through
        with suppress(KeyError):  # another thread may clear it
            return known[filters]
        if len(known) >= _FILTERS_KEPT:
            known.clear()
        known[filters] = found = self.catalogue.admitted(filters)
        return found
