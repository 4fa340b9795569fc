"""A query with the other names of its places, so that pages which use those are found too."""

from rag.steps.finding.desk import Desk
from rag.steps.question.places import places_in


def with_other_names(desk: Desk, query: str) -> str:
    """Return the query followed by those other names of its places that the archive uses."""
    others = [" ".join(name) for names in places_in(query).values() for name in names]
    used = [name for name in dict.fromkeys(others) if desk.catalogue.phrases([name], 1)]
    return " ".join([query, *used])
