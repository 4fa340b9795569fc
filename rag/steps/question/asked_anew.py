"""A question asked again for something else: "when?" after "What did Lee say about the mill?"."""

import re

from rag.steps.question.saying_verbs import SIDES, STANCES
from rag.steps.question.wanted import AUXILIARIES

_WHO_SAID = re.compile(r"^who\s+(?:said|says)\s+(?P<rest>.+)$", re.IGNORECASE)
_WHO_TOOK = re.compile(
    rf"^who\s+(?:(?:has|have|had|also|else)\s+)?(?P<rest>(?:{STANCES}|{SIDES})\b.+)$", re.IGNORECASE
)
"""Who took a side: where one is named as having taken it, it is asked on of them."""
_HOW_MANY = re.compile(
    r"^how\s+many\s+(?P<what>[\w'-]+)\s+(?:(?P<aux>did|do|does|is|are|was|were|has|have|had|will|would)\s+"
    r"(?=\w+\s+\w))?(?P<who>.+)$",
    re.IGNORECASE,
)
_SAY_ABOUT = re.compile(r"\b(?P<verb>say|said)\s+(?=(?:about|on|of|regarding)\b)", re.IGNORECASE)
_IT_BEGAN = re.compile(
    r"^(?:and\s+)?(?:since\s+)?when\s+(?:did|does|will|has)\s+(?:it|this|that|all\s+(?:this|that))\s+(?:all\s+)?"
    r"(?P<verb>begin|begun|start|started|end|ended|stop|stopped)$",
    re.IGNORECASE,
)
_WHO_DOES = re.compile(
    rf"^who\s+(?P<rest>(?!(?:{AUXILIARIES})\b)[a-z]{{3,}}\s+\S.*)$", re.IGNORECASE
)


_OVER = ("end", "ended", "stop", "stopped")


def began(bare: str, question: str) -> str | None:
    """Return "when did it begin?" after "Who blocks the road?" as "since when ..."; else None."""
    asks, does = _IT_BEGAN.match(bare), _WHO_DOES.match(question.strip(" ?.!"))
    if not asks or not does:
        return None
    bound = "Until" if asks["verb"].lower() in _OVER else "Since"
    return f"{bound} when is it that somebody {does['rest']}?"


def asked_anew(wh: str, question: str, person: str | None) -> str:
    """Return the question before, which stands alone, asked with "when", "where", "why" or "how".

    `person` is whom it, or its answer, named last.
    """
    said = _WHO_SAID.match(question)
    if wh.lower() == "by whom" and not re.search(r"\b(?:was|were|is|are|been|being)\b", question):
        return f"Who did it: {question.strip(' ?.!')}?"
    if person and (did := _WHO_TOOK.match(question)):
        return f"{wh.capitalize()} was it that {person} {did['rest']}"
    if not person and (does := _WHO_DOES.match(question.strip(" ?.!"))):
        return f"{wh.capitalize()} is it that somebody {does['rest']}?"
    if said and person:
        return f"{wh.capitalize()} did {person} say {said['rest']}"
    if many := _HOW_MANY.match(question.strip(" ?.!")):
        return _not_counted(wh.capitalize(), many)
    rest = re.sub(r"^(?:what|who|how|why|when|where|which)\b", "", question, flags=re.IGNORECASE)
    return f"{wh.capitalize()} {_SAY_ABOUT.sub('speak ', rest.strip(), count=1)}"


def _not_counted(wh: str, many: re.Match[str]) -> str:
    """Return "How many boats did Lee sink?" asked anew: "Why did Lee sink boats?"."""
    passive = re.match(r"(?:been|being)\b", many["who"])
    if many["aux"] and passive:
        return f"{wh} {many['aux']} {many['what']} {many['who']}?"
    if many["aux"]:
        return f"{wh} {many['aux']} {many['who']} {many['what']}?"
    return f"{wh} was it that {many['what']} {many['who']}?"
