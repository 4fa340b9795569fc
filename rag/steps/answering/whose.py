"""Whether cited words are those of whom a question asks about."""

from collections.abc import Sequence

from rag.steps.question.understand import Understood
from rag.steps.words import words
from rag.values.answer import Citation


def theirs(understood: Understood, citations: Sequence[Citation]) -> bool:
    """Return whether every citation is a statement of those asked about.

    A statement whose speaker is only described, as the question describes them, is; a sentence that
    tells of somebody, or another's words, is not.
    """
    return all(one.kind is not None and _by(understood, one) for one in citations)


def _by(understood: Understood, citation: Citation) -> bool:
    name = citation.speaker.name if citation.speaker else None
    if name is None or not understood.speakers:
        return not understood.speakers
    return name in understood.speakers or any(
        words(one)[-1:] == words(name)[-1:] for one in understood.speakers
    )
