"""What happened when: sentences on a topic that tell a date, for a timeline."""

import re
from collections.abc import Sequence

from rag.steps.choosing.answer_types import holds
from rag.steps.choosing.facts import distinct, told
from rag.steps.choosing.selection import MOST_CITATIONS, Selection
from rag.steps.finding.desk import Desk
from rag.steps.question.understand import Understood
from rag.steps.verify import Proposed
from rag.values.evidence import Hit

_ON_TOPIC = 0.6


def events(desk: Desk, understood: Understood, hits: Sequence[Hit]) -> Selection:
    """Return the sentences on the topic that hold a date, the best ones, in no set order."""
    dated = [
        one
        for one in told(desk, understood, hits)
        if one.score >= _ON_TOPIC and holds("date", one.quote, "") and not _asks(one)
    ]
    best = distinct(sorted(dated, key=lambda one: -one.score))
    return Selection(tuple(best[:MOST_CITATIONS]))


def _asks(one: Proposed) -> bool:
    return bool(re.search(r"\?\W*$", one.quote))
