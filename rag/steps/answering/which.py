"""The stand-alone questions of each person who may be meant, so that one click settles it."""

from collections.abc import Sequence

from rag.steps.choosing.whom import called
from rag.steps.question.standalone import put
from rag.steps.question.understand import Understood


def asked_back(understood: Understood, choices: Sequence[str]) -> tuple[str, ...]:
    """Return the question asked of each of these people by name."""
    if understood.unresolved:
        return tuple(put(understood.text, name) for name in choices)
    return tuple(called(understood, name) for name in choices)
