"""Quote checks and the ledger on an open catalogue; neither needs vectors or a model."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag.ports.catalogue import CatalogueReader
from rag.steps.ledger.quotes import ledger
from rag.steps.quoting.draft import Pages, check_draft, check_quote
from rag.values.check import Check, CheckedQuote
from rag.values.ledger import Ledger, LedgerQuery

ALL_QUOTES = LedgerQuery()


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
    return ledger(catalogue, query)


def check(catalogue: CatalogueReader, draft: str) -> Check:
    """Return the verdict on every quoted string of a draft."""
    return check_draft(draft, Pages(catalogue))


def check_one(catalogue: CatalogueReader, quote: str, speaker: str | None = None) -> CheckedQuote:
    """Return the verdict on one quoted string, said to be `speaker`'s if one is given."""
    return check_quote(quote, speaker, Pages(catalogue))
