"""Whether a sentence holds the kind of thing that a question asks for, or the very thing."""

import re

from ingest import Voice
from rag.steps.choosing.answer_types import asks_why, exact, holds, located
from rag.steps.choosing.gathered import Sentence
from rag.steps.question.act import act_of, tells_act
from rag.steps.question.understand import Understood
from rag.steps.question.wanted import AUXILIARIES
from rag.steps.words import FUNCTION_WORDS, fold, stems

PROSE = frozenset({Voice.NARRATION, Voice.STANDFIRST})
_WHO_ACTED = re.compile(
    rf"^\W*who\s+(?:(?:{AUXILIARIES})\s+)?(?P<verb>[^\W\d_]{{3,}})", re.IGNORECASE
)
_WHO_HOLDS = re.compile(r"^\W*who(?:'s|\s+(?:is|was|are|were))\s+(?:the\s+)?\w+", re.IGNORECASE)


def right_kind_of(understood: Understood, one: Sentence) -> bool:
    """Return whether a sentence holds the kind of thing asked for."""
    return _told_why(understood, one) or holds(
        understood.wants, one.text, understood.text, prose=one.voice in PROSE
    )


def _told_why(understood: Understood, one: Sentence) -> bool:
    """Return whether a sentence follows the page's own question for the reason."""
    return understood.wants == "reason" and asks_why(one.before)


def _dated(understood: Understood, one: Sentence) -> bool:
    """Return whether a sentence tells the very act of which it is asked when it was."""
    act = act_of(understood.text) if understood.wants == "date" else None
    return act is not None and tells_act(act, one.own) and holds("date", one.text, understood.text)


def verb_asked(question: str) -> str | None:
    """Return the stem of what "who" did, None for other questions and for being somebody."""
    match = _WHO_ACTED.match(question)
    verb = fold(match["verb"]) if match else ""
    return stems([verb])[0] if verb and verb not in FUNCTION_WORDS else None


def office_asked(understood: Understood) -> tuple[str, ...]:
    """Return the stems of the office of which it is asked who holds it; none for the rest."""
    return understood.topic.stems if _WHO_HOLDS.match(understood.text) else ()


def the_very(understood: Understood, verb: str | None, one: Sentence) -> bool:
    """Return whether a sentence has the very thing asked for: the act, the place, the reason."""
    return (
        _dated(understood, one)
        or located(understood.text, one.text)
        or _told_why(understood, one)
        or exact(understood.wants, verb, one.text)
    )
