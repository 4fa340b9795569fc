"""Who heard it and where, between a verb of saying and what was said: no part of the topic.

"What did Lee tell the council about the mill?" asks about the mill.
"""

import re

from ingest.statements.words import MONTHS, WEEKDAYS

_TELLS = re.compile(r"(?:tell|ask|inform|warn|remind|promise|assure)(?:s|ed)?|told", re.IGNORECASE)
_HEARER = re.compile(
    r"^\s+(?!(?:about|of|on|that|to|for)\b)(?P<who>(?:(?!(?:about|that)\b)[^\s,]+\s+){1,7}?)"
    r"(?P<on>(?:about|regarding|concerning|of|that)\s+\S.*)$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"^\s+(?P<who>(?:(?!(?:about|that|when|after|before|while|as)\b)[^\s,]+\s+){1,7}?)"
    r"(?P<when>when|after|before|while|as)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^\s+(?P<place>(?:in|at|during|to|before|on)\s+(?:(?!(?:about|that)\b)[^\s,]+\s+){1,6}?)"
    r"(?P<on>(?:about|regarding|concerning)\s+\S.*)$",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\b(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b|\d", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w'’-]*\s+)+")


def unheard(rest: str, verb: str) -> str:
    """Return the words after a verb of saying without who heard it, and where, if that is told.

    A hearer before a clause with "when" or its like stays by name: the words are on both.
    """
    if match := _WHERE.match(rest):
        return rest if _DATED.search(match["place"]) else f" {match['on']}"
    if not _TELLS.fullmatch(verb):
        return rest
    if match := _HEARER.match(rest):
        return f" {match['on']}"
    if match := _WHEN.match(rest):
        names = _NAME.search(match["who"])
        return f" about {names.group() if names else match['who']}{match['rest']}"
    return rest
