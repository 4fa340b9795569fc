"""Whether what a question lets speak is a text: what an article of a charter says is a fact."""

from rag.steps.words import word_list, words

_DOCUMENTS = word_list(
    """article section clause paragraph chapter charter constitution law act bill treaty agreement
    accord contract convention declaration resolution decree order ruling verdict judgment judgement
    rule regulation report study survey poll document letter memo email note text statute amendment
    directive protocol pact deal plan manifesto book article's census review analysis sign label
    leaflet brochure website statement"""
)


def is_document(asked: str) -> bool:
    """Return whether a noun phrase names a document."""
    return any(word in _DOCUMENTS for word in words(asked))
