"""How an answer is to be laid out, and the plain question behind: a timeline, a comparison, a list.

"How did Maren's position on the toll change?" is "What did Maren say about the toll?" in order of
date; "compare what A and B said" is the same question of both, side by side.
"""

import re
from dataclasses import dataclass
from typing import Literal

from rag.steps.question.saying_verbs import NOUNS, SAYING

Shape = Literal["plain", "timeline", "compare", "list"]


@dataclass(frozen=True, slots=True)
class Shaped:
    """A question's shape with the question that is left when the shape is taken off."""

    shape: Shape
    core: str


_ON = r"(?:on|about|over|regarding|concerning|towards?|of|to)"
_STANCE = rf"(?:{NOUNS}|attitudes?|lines?|tones?|accounts?|versions?|stor(?:y|ies)|mind|thinking)"
_CHANGED = r"(?:chang(?:e|es|ed|ing)|evolv(?:e|ed)|shift(?:ed)?|develop(?:ed)?|var(?:y|ied))"
_OVER_TIME = (
    r"(?:over\s+(?:time|the\s+(?:days|weeks|months|years))|in\s+(?:chronological|dated|date)\s+order|"
    r"by\s+date|chronologically|and\s+when)"
)
_LINE = (
    r"(?:an?\s+|the\s+)?(?:short\s+|brief\s+|full\s+)?"
    r"(?:timeline|chronology|chronological\s+(?:list|order|account|overview))"
)
_RULES: tuple[tuple[str, Shape, str], ...] = (
    (
        rf"^(?:make\s+|draw\s+|write\s+)?{_LINE}\s+(?:of|for)\s+(?P<core>what\s+.+)$",
        "timeline",
        "{core}",
    ),
    (
        rf"^(?:make\s+|draw\s+|write\s+)?{_LINE}\s+(?:of|for)\s+(?P<who>\S.*?)(?:'s?)\s+(?:\w+\s+)?"
        rf"{_STANCE}\s+{_ON}\s+(?P<topic>.+)$",
        "timeline",
        "What did {who} say about {topic}",
    ),
    (
        rf"^(?:make\s+|draw\s+|write\s+)?{_LINE}\s+(?:of|for|on|about)\s+(?P<core>.+)$",
        "timeline",
        "{core}",
    ),
    (
        rf"^how\s+(?:did|does|has|have|had)\s+(?P<who>\S.*?)(?:'s?)\s+(?:\w+\s+)?{_STANCE}\s+{_ON}\s+"
        rf"(?P<topic>.+?)\s+{_CHANGED}(?:\s+{_OVER_TIME})?$",
        "timeline",
        "What did {who} say about {topic}",
    ),
    (
        rf"^(?:how\s+)?(?:did|does|has|have|had)\s+(?P<who>\S.*?)\s+{_CHANGED}\s+(?:his|her|its|their)\s+"
        rf"(?:\w+\s+)?{_STANCE}\s+{_ON}\s+(?P<topic>.+?)(?:\s+{_OVER_TIME})?$",
        "timeline",
        "What did {who} say about {topic}",
    ),
    (rf"^(?P<core>what\s+.+?),?\s+{_OVER_TIME}$", "timeline", "{core}"),
    (
        rf"^(?:compare|contrast)\s+what\s+(?P<who>\S.*?)\s+(?:(?:has|have|had)\s+)?(?:{SAYING})\b(?P<rest>.*)$",
        "compare",
        "What did {who} say{rest}",
    ),
    (
        rf"^(?:compare|contrast)\s+(?:the\s+)?{_STANCE}\s+of\s+(?P<who>\S.*?)\s+{_ON}\s+(?P<topic>.+)$",
        "compare",
        "What did {who} say about {topic}",
    ),
    (
        rf"^(?:compare|contrast)\s+(?P<one>\S.*?)(?:'s?)?\s+(?:and|with|to|against)\s+(?P<other>\S.*?)(?:'s?)?\s+"
        rf"(?:{_STANCE}\s+)?{_ON}\s+(?P<topic>.+)$",
        "compare",
        "What did {one} and {other} say about {topic}",
    ),
    (
        r"^(?:how|where|in\s+what)\s+(?:did|do|does)\s+(?:the\s+)?(?P<one>\S.*?)(?:'s?)?\s+and\s+"
        rf"(?P<other>\S.*?)(?:'s?)\s+(?:\w+\s+)?{_STANCE}\s+{_ON}\s+(?P<topic>.+?)\s+"
        r"(?:differ(?:ed)?|diverge|disagree|contrast|compare)$",
        "compare",
        "What did {one} and {other} say about {topic}",
    ),
    (
        rf"^(?:how|where)\s+(?:did|do|does)\s+(?:the\s+)?{_STANCE}\s+of\s+(?P<who>\S.*?\s+and\s+\S.*?)\s+"
        rf"{_ON}\s+(?P<topic>.+?)\s+(?:differ(?:ed)?|diverge|disagree|contrast|compare)$",
        "compare",
        "What did {who} say about {topic}",
    ),
    (
        r"^(?:how|where|what)\s+(?:did|do|does)\s+(?P<who>\S.*?\s+and\s+\S.*?)\s+"
        r"(?:differ|disagree|agree)(?:\s+(?:on|about|over)\s+(?P<topic>.+))?$",
        "compare",
        "What did {who} say about {topic}",
    ),
    (
        rf"^(?:what(?:'s|\s+is|\s+are)\s+)?(?:the\s+)?differences?\s+between\s+(?:what\s+)?"
        rf"(?P<who>\S.*?\s+and\s+\S.*?)\s+(?:(?:{SAYING})\s+)?{_ON}\s+(?P<topic>.+)$",
        "compare",
        "What did {who} say about {topic}",
    ),
    (
        r"^(?:all\s+|every\s+)?(?:the\s+)?(?:people|persons|everyone|everybody|anyone|those|all|politicians|"
        rf"officials|speakers)\s+(?:who|that)\s+(?P<core>(?:ha(?:s|ve)\s+)?(?:{SAYING}|spoke|reacted)\b.+)$",
        "list",
        "Who {core}",
    ),
    (
        r"^(?P<core>who\s+(?:else\s+)?(?:(?:has|have|all)\s+)*(?:commented|reacted|responded|spoke|spoken|"
        r"talked|remarked)\b.+)$",
        "list",
        "{core}",
    ),
    (rf"^who\s+(?:has\s+)?said\s+what\s+{_ON}\s+(?P<topic>.+)$", "list", "Who spoke about {topic}"),
)
_COMPILED = tuple(
    (re.compile(pattern, re.IGNORECASE), shape, core) for pattern, shape, core in _RULES
)


def shaped(question: str) -> Shaped:
    """Return the shape that a question (without greeting and end mark) asks for."""
    for pattern, shape, core in _COMPILED:
        match = pattern.search(question)
        if match:
            parts = {name: part or "" for name, part in match.groupdict().items()}
            return Shaped(shape, core.format(**parts).strip())
    return Shaped("plain", question)
