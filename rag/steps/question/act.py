"""What somebody is asked to have done: "resign" in "When did Ann Lee resign?".

Only plain cases are told: a name behind the auxiliary and the verb right behind the name, or one of
a few verbs at the end. A sentence answers such a question only if it tells that act, in this word
or another common one for it.
"""

import re
from collections.abc import Collection
from functools import cache

from rag.steps.question.topic import has
from rag.steps.words import FUNCTION_WORDS, fold, stems

_DID = re.compile(
    r"^\W*(?i:(?:and\s+|so\s+)?(?:(?:since|until|by)\s+)?(?:when|why)\s+(?:did|does|do|will|would|is|was|were|has|had)\s+)"
    r"(?P<name>(?:(?:[A-Z][\w'’.-]*|of|de|van|von|al|bin)\s+)+)"
    r"(?:(?:first|last|finally|ever|officially|formally|also|to|be|been|expected|set|due)\s+)*"
    r"(?P<verb>[a-z]{3,})\b"
)
_LAST = re.compile(
    r"^\W*(?:and\s+|so\s+)?when\s+(?:did|does|do|will|would)\s+(?:the|an?|this|that|his|her|its|their)\s+.+\s"
    r"(?P<verb>start|begin|end|finish|open|close|resume|reopen|happen|expire|resign|die|retire)\W*$",
    re.IGNORECASE,
)
"""Verbs that need nothing behind them, at the end of the question."""
_MADE = re.compile(
    r"^\W*(?:and\s+)?who(?:\s+(?:has|had))?\s+(?:first\s+|originally\s+|also\s+)?"
    r"(?P<verb>design|invent|buil[dt]|writ|wrote|discover|compos|paint|direct|creat|found)(?:ed|ten|e|es|s)?\s+(?!out\b)\S",
    re.IGNORECASE,
)
"""Who made a thing, which is told by a word of making and by nothing else."""
_PLURAL = re.compile(r"[^suio]s$")
_OWNER = re.compile(r"(?:['’]s|s['’])\s*$")
_SAME = """
resign quit step stand leave left departure oust outgoing
leave left quit depart exit go resign
start begin began launch open initiate commence
begin began start launch open initiate commence
launch start release unveil introduce open debut
release publish premiere debut launch free drop
open reopen launch start
buy purchase acquire acquisition bought takeover
win won victory beat defeat clinch winner claim secure champion title
lose lost defeat beat fall
meet met summit talk meeting gather
marry wed wedding marriage tie
arrest detain custody apprehend capture
visit travel trip tour arrive come
arrive land reach come
elect vote win choose chosen elevate
found establish create form start
appoint name nominate become choose
become appoint name elect ascend succeed
take assume become
retire retirement step quit leave
join enter become sign
move relocate transfer
happen occur
hit strike struck
kill shoot murder dead death die
attack strike invade bomb raid shell
invade attack invasion enter war
testify testimony appear hearing
announce unveil declare reveal say
return back reopen resume
end finish conclude expire close over
close shut closure
sentence convict jail prison
charge indict accuse
sue lawsuit file
crash accident
born birth birthday
design designer architect conceive
invent inventor invention
build built builder construct constructor
write wrote written author
discover discoverer discovery
compose composer
paint painter
direct director
create creator
"""


_MAKES = {
    "built": "build",
    "writ": "write",
    "wrote": "write",
    "compos": "compose",
    "creat": "create",
}
"""Verbs of making by the beginning of their forms, where that is not the verb."""


@cache
def _others() -> dict[str, frozenset[str]]:
    """Return other words for acts, all as stems, by the first word of each line."""
    lines = [stems(line.split()) for line in _SAME.strip().splitlines()]
    return {line[0]: frozenset(line) for line in lines}


def act_of(question: str) -> str | None:
    """Return the stem of what a named person or body is asked to have done, when; else None."""
    if last := _LAST.match(question):
        return stems([fold(last["verb"])])[0]
    if made := _MADE.match(question):
        verb = made["verb"].lower()
        return stems([_MAKES.get(verb, verb)])[0]
    match = _DID.match(question)
    if match is None or match["verb"] in FUNCTION_WORDS or _OWNER.search(match["name"]):
        return None
    if _PLURAL.search(match["verb"]):
        return None  # "Why did Lee's boats sink?" has a noun there
    return stems([fold(match["verb"])])[0]


def tells_act(act: str, sentence: Collection[str]) -> bool:
    """Return whether the stems of a sentence hold an act, or another common word for it."""
    return any(has(one, sentence) for one in _others().get(act, frozenset()) | {act})
