"""Given names that a page leaves out: after "Ann Lee" has been named, "Lee" says all of it."""

import re
from collections.abc import Collection
from itertools import pairwise

from ingest.statements.given_names import gender_of
from rag.steps.question.topic import Topic
from rag.steps.words import stems, words


def left_out(topic: Topic, text: str) -> dict[str, str]:
    """Return the stems of given names by those of the surnames that may stand for both.

    A pair is taken from the topic where the text names it in full.
    """
    pairs = [(one, other) for one, other in pairwise(words(topic.text)) if gender_of(one)]
    return {
        stems([surname])[0]: stems([given])[0]
        for given, surname in pairs
        if re.search(
            rf"\b{re.escape(given)}\s+(?:\w\.\s+)?{re.escape(surname)}\b", text, re.IGNORECASE
        )
    }


def with_given(own: frozenset[str], pairs: dict[str, str]) -> frozenset[str]:
    """Return the stems of a sentence with the given names that its surnames stand for."""
    implied: Collection[str] = {given for surname, given in pairs.items() if surname in own}
    return own | frozenset(implied) if implied else own
