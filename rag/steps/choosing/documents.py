"""Whether what a question lets speak is a text: what an article of a charter says is a fact."""

import re

from ingest.statements.given_names import gender_of
from rag.steps.words import word_list, words

_DOCUMENTS = word_list(
    """article section clause paragraph chapter charter constitution law act bill treaty agreement
    accord contract convention declaration resolution decree order ruling verdict judgment judgement
    rule regulation report study survey poll document letter memo email note text statute amendment
    directive protocol pact deal plan manifesto book article's census review analysis sign label
    leaflet brochure website statement"""
)


_CALLED = re.compile(r"(?P<given>[A-Z][a-z]+)(?:\s+[A-Z][\w.’'-]*)+$")
"""Words with a capital letter each, no article before them."""


def is_document(asked: str) -> bool:
    """Return whether a noun phrase names a document; "Bill Lee" and "Mark Law" name people."""
    called = _CALLED.match(asked.strip())
    if called and gender_of(called["given"]):
        return False
    return any(word in _DOCUMENTS for word in words(asked))
