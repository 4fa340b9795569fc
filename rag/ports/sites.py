"""The port to what is known of the sites that an archive's pages came from."""

from collections.abc import Sequence
from typing import Protocol

from ingest import Article, Outline
from rag.ports.embedder import Vectors
from rag.values.catalogued import Misread
from rag.values.evidence import Passage


class SiteBook(Protocol):
    """Outlines of pages by site, and which lines each stored reading heeds.

    A site is unsettled from the adding or removing of one of its pages until `settle`, also when
    the job in between was killed.
    """

    def unsettled(self) -> list[str]:
        """Return the sites whose pages changed since they were settled."""
        ...

    def sample(self, site: str) -> list[Outline]:
        """Return the outlines of some of a site's pages: which ones, their ids alone decide."""
        ...

    def misread(self, site: str, repeated: frozenset[int], after: str, limit: int) -> list[Misread]:
        """Return up to `limit` pages, by id behind `after`, whose reading heeds other lines.

        A page should heed those of the `repeated` lines that its own reading gave to the article
        or to readers.
        """
        ...

    def reread(
        self,
        article: Article,
        lines: frozenset[int],
        passages: Sequence[Passage],
        vectors: Vectors,
    ) -> None:
        """Store a page's reading in the light of these lines in the place of the one there."""
        ...

    def leave(self, article_id: str, lines: frozenset[int]) -> None:
        """Record that a page cannot be read in the light of these lines and stays as it is."""
        ...

    def settle(self, site: str, repeated: frozenset[int]) -> None:
        """Record that all pages of a site are read in the light of what repeats there."""
        ...
