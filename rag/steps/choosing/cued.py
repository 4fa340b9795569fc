"""Statements told by the very verb that a question asks with.

"What did Lee threaten?" asks for her threats and not for all that she said, "what did Lee call the
bridge?" for a name, "what did Orrin promise Lund?" for what it will do.
"""

import re
from collections.abc import Sequence

from rag.steps.choosing.candidates import Scored
from rag.steps.choosing.sides import sided, takes_side, told_side
from rag.steps.question.saying_verbs import PLAIN
from rag.steps.question.topic import has
from rag.steps.question.understand import Understood
from rag.steps.words import fold, stems, words

ON_TOPIC = 0.5
"""Share of the topic's weight from which a statement is about it; see the decision note."""
FAIRLY = 0.33
"""The same for a timeline, where one word of three may tell a step of the story."""
_CALLS = re.compile(
    r"call(?:s|ed)?|describ(?:e|es|ed)|characteri[sz](?:e|es|ed)|portray(?:s|ed)?|dub(?:s|bed)?|label(?:s|l?ed)?|term(?:s|ed)?"
)
_PROMISES = re.compile(r"promis(?:e|es|ed)|pledg(?:e|es|ed)|vow(?:s|ed)?|offer(?:s|ed)?")
_WILL = re.compile(
    r"\b(?:will|would(?!\s+(?:even\s+)?(?:say|argue|have|like)\b)|shall|['’]ll|ready\s+to|promis\w+|pledg\w+|vow\w*|offer\w*|commit\w*|guarantee\w*|invit\w*)\b",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(
    rf"(?:{PLAIN}|stat(?:e|es|ed)|comment(?:s|ed)?|remark(?:s|ed)?|repl(?:y|ies|ied)|"
    r"speak|spoke|spoken|talked|express(?:es|ed)?|quot(?:e|es|ed)|add(?:s|ed)?|claim(?:s|ed)?|"
    r"assert(?:s|ed)?|declar(?:e|es|ed)|answer(?:s|ed)?|writ(?:e|es|ten)|wrote|post(?:s|ed)?|"
    r"tweet(?:s|ed)?|discuss(?:es|ed)?|address(?:es|ed)?|not(?:e|es|ed)|refer(?:s|red)?)"
)
"""Verbs that only tell that somebody spoke."""
_TELLING = ("deny", "denies", "denied")


def as_asked(rated: Sequence[Scored], verb: str) -> list[Scored]:
    """Return the candidates, those that do what the verb asks for with more weight."""
    if _CALLS.fullmatch(verb):
        return [_as_called(one) for one in rated]
    if not _PROMISES.fullmatch(verb):
        return list(rated)
    kept = [one for one in rated if _promises(one)]
    best = max((one.whole for one in kept), default=0.0)
    return list(rated) if any(one.whole > best for one in rated) else kept


def _promises(one: Scored) -> bool:
    """Return whether a statement on the topic tells what its speaker will do."""
    return one.whole >= ON_TOPIC and bool(_WILL.search(one.candidate.sentence))


def _as_called(one: Scored) -> Scored:
    """Return a statement that calls the thing asked about something with more weight.

    It has a verb of calling, or a few quoted words: "Holding the exercises would be
    “inappropriate”" answers what somebody called the exercises.
    """
    cue = one.candidate.statement.cue
    calls = cue is not None and _CALLS.fullmatch(cue.of(one.candidate.page.article.text).lower())
    if calls and one.whole >= ON_TOPIC:
        return Scored(one.candidate, one.own, ON_TOPIC + one.whole / 2)
    if one.candidate.statement.kind != "mixed" or one.own < FAIRLY:
        return one
    return Scored(one.candidate, one.own, max(one.whole, ON_TOPIC + one.own / 2))


def told_so(found: Sequence[Scored], verb: str) -> list[Scored]:
    """Return the candidates told by this verb; all of them where none is, or it says nothing."""
    if not verb or (_NEUTRAL.fullmatch(verb) and verb not in _TELLING):
        return list(found)
    stem = stems([fold(verb)])[0]
    return [one for one in found if _cued(one, stem)] or list(found)


def _cued(one: Scored, stem: str) -> bool:
    cue = one.candidate.statement.cue
    return cue is not None and has(stem, stems(words(cue.of(one.candidate.page.article.text))))


def is_act(verb: str) -> bool:
    """Return whether a verb asks for an act of words, such as a threat, and not for any words."""
    return bool(verb) and not _NEUTRAL.fullmatch(verb) and not _CALLS.fullmatch(verb)


def told_act(one: Scored, understood: Understood) -> bool:
    """Return whether a statement's sentence tells the act that the question's verb asks for."""
    verb, made = understood.verb, one.candidate
    if takes_side(verb):
        topic = sided(understood.topic, verb)
        return told_side(verb, topic, made.sentence, made.own | made.lead)
    return has(stems([fold(verb)])[0], stems(words(made.sentence)))
