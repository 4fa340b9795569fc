"""What to tell where a query finds nothing: the outlet or the person that is not there."""

from rag.ports.catalogue import CatalogueReader
from rag.values.ledger import LedgerQuery
from rag.values.question import Filters

_NAMED = 8
"""Outlets or people that are named instead."""


def missing(catalogue: CatalogueReader, query: LedgerQuery, *, known: bool) -> str:
    """Return in sentences what of the query the archive lacks and what it has; mostly nothing.

    `known` tells whether somebody there bears the name that the query asks for.
    """
    outlet, speaker = query.filters.outlet, query.filters.speaker
    if outlet and not catalogue.admitted(Filters(outlet=outlet)):
        there = catalogue.coverage().outlets
        return f"No page is of the outlet {outlet!r}. {_listed('The archive has', there)}".strip()
    if speaker and not known:
        people = [one for one in catalogue.speakers() if one.person]
        people.sort(key=lambda one: (-one.statements, one.name))
        most = tuple(one.name for one in people)
        told = f"Nobody in the archive is called {speaker!r}."
        return f"{told} {_listed('Most quoted there are', most)}".strip()
    return ""


def _listed(told: str, names: tuple[str, ...]) -> str:
    if not names:
        return ""
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{told} {', '.join(names[:_NAMED])}{more}."
