"""Quoted strings looked up in stored pages: where the words stand, or what was done to them."""

from rag.steps.quoting.differing import changes, diff
from rag.steps.quoting.folding import Folded, fold
from rag.steps.quoting.judging import judge
from rag.steps.quoting.locating import Found, places
from rag.steps.quoting.quoted import Quoted, quoted
from rag.steps.quoting.reading import Reading
from rag.steps.quoting.standing import Judgement

__all__ = [
    "Folded",
    "Found",
    "Judgement",
    "Quoted",
    "Reading",
    "changes",
    "diff",
    "fold",
    "judge",
    "places",
    "quoted",
]
