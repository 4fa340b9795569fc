"""Follow-ups that lean on the words of the answer before, or on what was counted."""

import re

from rag.steps.words import topic_stems
from rag.values.question import Turn

_WHO_SAID_SO = re.compile(
    r"^\W*(?:and\s+)?(?:who\s+(?:said|says|claimed|claims|reported|told\s+\w+)(?:\s+(?:so|that|this|it))?"
    r"|says\s+who|according\s+to\s+whom|who(?:'s|\s+is|\s+was)\s+the\s+source)\W*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"^(?:>|-\s[^:\n]{1,30}:)\s+(?:\*\*[^*\n]+\*\*:\s+)?(?P<words>.+?)\s*\[\d+\]", re.MULTILINE
)
_ESCAPED = re.compile(r"\\([^\w\s])")
_HOW_MANY = re.compile(
    r"^(?:and\s+)?how\s+many\s+(?P<rest>(?:(?:of\s+them|of\s+those|others?|more)\s+)?"
    r"(?:are|is|were|was|have|had|did|will|could|still|remain)\b.*)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^how\s+many\s+(?P<what>(?!of\b|are\b|is\b|were\b|was\b|have\b|had\b|did\b|do\b|will\b)"
    r"[a-z][\w-]*)\b.*?(?P<where>\s+(?:in|at|near|on|from)\s+(?:the\s+)?[\w' -]+)?$",
    re.IGNORECASE,
)


def asks_who_said(question: str) -> bool:
    """Return whether it is asked who said what the answer before cited."""
    return bool(_WHO_SAID_SO.match(question.strip()))


def said_before(turn: Turn, question: str) -> str | None:
    """Return the words cited in an answer that are nearest to what was asked; None without any.

    `question` is the turn's question as it stands alone; what its own words name counts more.
    """
    cited = [
        _ESCAPED.sub(r"\1", one["words"]).strip(' "“”') for one in _QUOTED.finditer(turn.answer)
    ]
    new, whole = topic_stems(turn.question), topic_stems(question)

    def nearness(one: str) -> tuple[int, int]:
        held = topic_stems(one)
        return len(new & held), len(whole & held)

    return max(cited, key=nearness, default=None)


def counted(bare: str, question: str) -> str | None:
    """Return "how many are missing" with what, and where, the question before counted."""
    more, before = _HOW_MANY.match(bare), _COUNTED.match(question.strip(" ?!."))
    if not more or not before:
        return None
    rest = re.sub(r"^(?:of\s+(?:them|those))\s+", "", more["rest"], flags=re.IGNORECASE)
    where = before["where"] or ""
    return f"How many {before['what']} {rest}{where if where.strip() not in rest else ''}?"
