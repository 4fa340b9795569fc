"""Retrieval and answers over a news archive.

`open_archive` opens one; the values that go in and come out are here too. They are loaded when
they are first used, so importing this package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.values.answer import Answer, Citation
    from rag.values.errors import OnRecordError
    from rag.values.evidence import Hit, Passage
    from rag.values.question import Filters, Question, Turn
    from rag.wiring.archive import Archive, open_archive

__all__ = [
    "Answer",
    "Archive",
    "Citation",
    "Filters",
    "Hit",
    "OnRecordError",
    "Passage",
    "Question",
    "Turn",
    "open_archive",
]

_HOMES = {
    "Answer": "rag.values.answer",
    "Archive": "rag.wiring.archive",
    "Citation": "rag.values.answer",
    "Filters": "rag.values.question",
    "Hit": "rag.values.evidence",
    "OnRecordError": "rag.values.errors",
    "Passage": "rag.values.evidence",
    "Question": "rag.values.question",
    "Turn": "rag.values.question",
    "open_archive": "rag.wiring.archive",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public value may be asked for
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'rag' has no attribute {name!r}")
