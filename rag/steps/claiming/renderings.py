"""Other forms of a sentence of evidence that say the same, or a part of it, by grammar alone.

A claim is held to the words of a sentence in their order. These are the few turns of order after
which nothing else is said: "the war, in which ten died" says that ten died in the war.
"""

import re
from collections.abc import Iterator

from rag.steps.claiming.rewording import active

_RELATIVE = re.compile(
    r"\b(?P<noun>(?:the|a|an) [^,;:.]{3,60}), (?P<how>in|on|at|during|after) which"
    r" (?P<clause>(?:[^,;:]|(?<=\d),(?=\d))+)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^\W*(?P<date>(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2})?(?:,? \d{4})?): (?P<clause>\w.+)$",
    re.DOTALL,
)
_OPENED = re.compile(
    r"^(?P<phrase>(?:In|On|At|During|After|Since|For) [^,;:“\"]{3,90}), (?P<clause>[^;:“\"]+)$",
    re.DOTALL,
)
_NOT_ONLY = re.compile(
    r"(?P<first>\bnot only\b)(?P<one>[^;:.]+?),? but\b(?:,? on the contrary,?)?(?: also\b)?"
    r"(?P<other>[^;:]+)",
    re.IGNORECASE,
)


def renderings(text: str) -> Iterator[str]:
    """Yield the sentence as it is, then its other forms."""
    yield text
    for found in _RELATIVE.finditer(text):
        noun = _last_phrase(found["noun"])
        yield f"{found['clause'].strip(' .')} {found['how']} {noun}."
    if dated := _DATED.match(text.strip()):
        yield f"{dated['clause'].rstrip(' .')} on {dated['date']}."
    if opened := _OPENED.match(text.strip()):
        clause = re.split(r"(?<!\d),(?!\d)", opened["clause"])[0].rstrip(" .")
        yield f"{clause} {opened['phrase'][:1].lower()}{opened['phrase'][1:]}."
    if " by " in text:
        yield from active(text)
    if both := _NOT_ONLY.search(text):
        start = text[: both.start()]
        yield f"{start}{both['one'].strip()}."
        yield f"{start}{both['other'].strip()}"


def _last_phrase(noun: str) -> str:
    """Return the words from the last article on: what the relative clause stands beside."""
    starts = [one.start() for one in re.finditer(r"\b(?:the|a|an) ", noun, re.IGNORECASE)]
    return noun[starts[-1] :]
