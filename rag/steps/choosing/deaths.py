"""How many died: which sentence tells it of the event and of the people that a question names."""

import re

from rag.steps.choosing.gathered import Sentence
from rag.steps.question.topic import has, held
from rag.steps.question.understand import Understood
from rag.steps.question.wanted import NUMBERS, counted
from rag.steps.words import stems, word_list

_SOME_OF_THE_DEAD = frozenset(
    stems(
        word_list(
            """soldiers troops civilians servicemen officers journalists medics firefighters
            peacekeepers militants hostages fighters policemen"""
        )
    )
)
"""Of whom it is asked how many died, which the number of all who died does not answer."""
_TOTAL = re.compile(r"\bsince\s+(?:19|20)\d\d\b", re.IGNORECASE)


def deadly(understood: Understood) -> bool:
    """Return whether the question asks how many died."""
    return understood.wants in NUMBERS and has("die", understood.topic.stems)


def counted_dead(understood: Understood) -> str | None:
    """Return the stem of those of the dead who are asked about; None where it is all of them."""
    noun = counted(understood.text)
    return noun if noun in _SOME_OF_THE_DEAD else None


def tells_deaths(understood: Understood, sentence: Sentence) -> bool:
    """Return whether a sentence tells of deaths in what is asked about, and not since some year."""
    where = [stem for stem in understood.topic.stems if not has("die", (stem,))]
    if where and not any(held(understood.topic, one, sentence.around) for one in where):
        return False
    total = bool(_TOTAL.search(sentence.text)) and not _TOTAL.search(understood.text)
    return "die" in sentence.own and not total
