"""Questions asked by way of a detour, put straight.

"lee on the mill, what did she say" and "Is the mill closed or not? What did Lee answer?" ask for
what Lee said about the mill.
"""

import re
from collections.abc import Callable

from rag.steps.question.fitting import fits
from rag.steps.words import FUNCTION_WORDS, words

_SAY = (
    r"sa(?:y|id|ys)|tell|told|think|thought|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|comment(?:ed)?|"
    r"explain(?:ed)?|argue[d]?|claim(?:ed)?|tweet(?:ed)?|write|wrote|make|made"
)
_HE = re.compile(
    r"(?P<lead>\S.*?)[\s,;:.?!–—-]+(?:and\s+)?(?:(?:what|how)\s+(?:did|does|do|has|have|is|was)\s+"
    rf"(?P<word>he|she|they)\s+(?:have\s+to\s+|had\s+to\s+)?(?:{_SAY})(?:\s+(?:(?:of|about|on|to)\s+)?"
    r"(?:it|this|that|them|him|her))?|(?:in\s+)?(?P<own>his|her|their)\s+(?:own\s+|exact\s+)?"
    r"(?:opinions?|views?|words?|thoughts?|comments?|statements?|reactions?|take|answers?|position))",
    re.IGNORECASE,
)
"""What somebody said, after all the rest, who is named in it."""
_NAMED = re.compile(
    r"(?P<lead>\S.*?)[.?!]+\s+(?:and\s+)?(?:what|how)\s+(?:did|does|has)\s+(?P<who>\S+(?:\s+\S+){0,3}?)\s+"
    rf"(?:{_SAY})(?:\s+(?:(?:of|about|on|to)\s+)?(?:it|this|that|them))?",
    re.IGNORECASE,
)
_ON = re.compile(
    r"(?P<who>\S+(?:\s+\S+){0,3}?)\s+(?:on|about|re|over|regarding)\s+(?P<topic>\S.*)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:what|who|whom|whose|which|how|why|when|where|is|are|was|were|do|does|did|has|have|had|can|"
    r"could|will|would)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 4
_SHORTEST_ALONE = 4
"""Letters from which one word of a question typed in haste is looked up as a name."""

Bears = Callable[[str], bool]
"""Whether a text is the name of a known person, or a misspelling of it, and nothing else."""


def straight(question: str, bears: Bears) -> str:
    """Return the question put straight; unchanged where it is no detour."""
    text = " ".join(question.split()).strip(" ?!.,;:")
    if match := _NAMED.fullmatch(text):
        who = match["who"]
        if bears(who):
            return f"What did {who} say about {match['lead']}?"
    if match := _HE.fullmatch(text):
        return _of_somebody(match, bears) or question
    if not _ASKS.match(text) and (match := _ON.fullmatch(text)) and bears(match["who"]):
        return f"What did {match['who']} say about {match['topic']}?"
    return question


def _of_somebody(match: re.Match[str], bears: Bears) -> str | None:
    """Return what the person named in the lead is asked to have said of the rest of it."""
    lead = match["lead"].strip(" ,;:.?!–—-")
    tokens = lead.split()
    for size in range(min(_LONGEST_NAME, len(tokens)), 0, -1):
        for at in range(len(tokens) - size + 1):
            name = " ".join(tokens[at : at + size]).strip(" ,;:.?!").removesuffix("'s")
            if _may_name(name, size) and bears(name) and fits(match["word"] or match["own"], name):
                rest = " ".join([*tokens[:at], *tokens[at + size :]]).strip(" ,;:.?!")
                rest = re.sub(r"^(?:on|about|re|over|regarding)\s+", "", rest, flags=re.IGNORECASE)
                return f"What did {name} say about {rest}?" if rest else f"What did {name} say?"
    return None


def _may_name(name: str, size: int) -> bool:
    spelt = words(name)
    if not spelt or set(spelt) & FUNCTION_WORDS:
        return False
    return size > 1 or len(name) >= _SHORTEST_ALONE
