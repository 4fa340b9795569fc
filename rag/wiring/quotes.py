"""Quote checks and the ledger on an open catalogue; neither needs vectors or a model."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from rag.ports.catalogue import CatalogueReader
from rag.steps.finding.as_of import AsOf
from rag.steps.ledger.quotes import Listing, ledger, listing, page
from rag.steps.quoting.draft import Pages, check_draft, check_quote
from rag.values.check import Check, CheckedQuote
from rag.values.ledger import Ledger, LedgerQuery

ALL_QUOTES = LedgerQuery()
_REMEMBERED = 100_000
"""Groups of the listings that are remembered, which is some hundred megabytes at the most."""


@contextmanager
def opened_catalogue(folder: Path) -> Iterator[CatalogueReader]:
    """Open an archive's catalogue alone, which is quick.

    Raises ArchiveMissing or ArchiveDamaged.
    """
    from rag.adapters.sqlite import open_catalogue

    catalogue = open_catalogue(folder)
    try:
        yield catalogue
    finally:
        catalogue.close()


def quotes(catalogue: CatalogueReader, query: LedgerQuery = ALL_QUOTES) -> Ledger:
    """Return who said what, each quote once."""
    return ledger(_known(catalogue, query), query)


def _known(catalogue: CatalogueReader, query: LedgerQuery) -> CatalogueReader:
    """Return the catalogue as it was known on the day that the query is as of, if it is."""
    day = query.filters.as_of
    return AsOf(catalogue, day) if day else catalogue


class Ledgers:
    """Ledgers of one archive, page by page: the last listings are remembered. Threads may share."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._kept: dict[tuple[int, LedgerQuery], Listing] = {}
        self._turn = threading.Lock()

    def page(self, catalogue: CatalogueReader, query: LedgerQuery) -> Ledger:
        """Return the rows from the query's offset up to its limit, as the archive is now."""
        catalogue = _known(catalogue, query)
        key = catalogue.generation(), replace(query, offset=0, limit=None)
        with (
            self._turn
        ):  # who asks for the same page twice at once waits instead of making it twice
            found = self._kept.pop(key, None) or listing(catalogue, query)
            self._kept = {one: kept for one, kept in self._kept.items() if one[0] == key[0]}
            self._kept[key] = found
            while len(self._kept) > 1 and self._size() > _REMEMBERED:
                self._kept.pop(next(iter(self._kept)))
        return page(catalogue, found, query)

    def _size(self) -> int:
        return sum(len(one.groups) for one in self._kept.values())


def check(catalogue: CatalogueReader, draft: str) -> Check:
    """Return the verdict on every quoted string of a draft."""
    return check_draft(draft, Pages(catalogue))


def check_one(catalogue: CatalogueReader, quote: str, speaker: str | None = None) -> CheckedQuote:
    """Return the verdict on one quoted string, said to be `speaker`'s if one is given."""
    return check_quote(quote, speaker, Pages(catalogue))
