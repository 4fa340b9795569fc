"""Who else bears a surname on a page."""

import re

from ingest.statements.names import ROLES
from rag.steps.people.titles import TITLES
from rag.steps.words import FUNCTION_WORDS


def bearers(text: str, surname: str) -> list[str]:
    """Return the given names with that surname, as "Ann Lee", in the order of the text."""
    pairs = re.findall(rf"\b([A-Z][^\W\d_]+)\s+{re.escape(surname)}\b", text)
    no_names = TITLES | ROLES | FUNCTION_WORDS
    found = [f"{given} {surname}" for given in pairs if given.lower() not in no_names]
    return list(dict.fromkeys(found))
