"""Who else bears a surname on a page, and whom a form of address rules out."""

import re

from ingest.statements.given_names import gender_of
from ingest.statements.names import ROLES
from rag.steps.people.names import TITLES
from rag.steps.words import FUNCTION_WORDS, words

_ADDRESSED = {
    "mr": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "chairman": "m",
    "spokesman": "m", "congressman": "m",
    "mrs": "f", "ms": "f", "miss": "f", "madam": "f", "lady": "f", "queen": "f", "princess": "f",
    "chairwoman": "f", "spokeswoman": "f", "congresswoman": "f",
}  # fmt: skip


def bearers(text: str, surname: str) -> list[str]:
    """Return the given names with that surname, as "Ann Lee", in the order of the text."""
    pairs = re.findall(rf"\b([A-Z][^\W\d_]+)\s+{re.escape(surname)}\b", text)
    no_names = TITLES | ROLES | FUNCTION_WORDS
    found = [f"{given} {surname}" for given in pairs if given.lower() not in no_names]
    return list(dict.fromkeys(found))


def addressed_as(name: str) -> str:
    """Return `m` or `f` for a name with "Mr." or its like before it, else the empty string."""
    titles = words(name)[:-1]
    return next((_ADDRESSED[word] for word in titles if word in _ADDRESSED), "")


def may_be(asked: str, name: str) -> bool:
    """Return whether the form of address in `asked` leaves room for the bearer of this name."""
    wanted = addressed_as(asked)
    given = [word for word in words(name)[:-1] if word not in TITLES]
    borne = addressed_as(name) or (gender_of(given[0]) if given else "")
    return not wanted or not borne or wanted == borne
