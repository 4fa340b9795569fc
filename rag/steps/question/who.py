"""Questions about a person and not about their words: who somebody is, whom somebody told it."""

import re
from collections.abc import Callable

from ingest.statements.names import ROLES
from rag.steps.people.titles import TITLES
from rag.steps.words import FUNCTION_WORDS, words

_WHO_IS = re.compile(
    r"^(?:and\s+|so\s+)?who(?:'s|\s+(?:is|was))\s+(?P<who>[^\W\d_].*?)(?:\s+(?:by\s+the\s+way|again))?$",
    re.IGNORECASE,
)
_HEARD = (
    re.compile(
        r"^(?:and\s+)?who(?:m)?\s+(?:asked|interviewed|questioned|spoke\s+(?:to|with)|"
        r"talked\s+(?:to|with))\s+(?P<who>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:and\s+)?(?:(?:to|with)\s+)?who(?:m)?\s+(?:did|does|has|had|was|is)\s+(?P<who>.+?)\s+"
        r"(?:tell|told|sa(?:y|id)|spe(?:ak|aking)|spoken|talk(?:ing|ed)?)\b"
        r"(?P<rest>.*)$",
        re.IGNORECASE,
    ),
)
_ABOUT = re.compile(r"\s+(?:about|on|regarding|concerning|over)\s+(?P<topic>.+)$", re.IGNORECASE)
_NOBODY = TITLES | ROLES | FUNCTION_WORDS
_SOMEBODYS = re.compile(r"['’]s\s+[a-z]")
"""What somebody is to another: "Lee's husband", which is no name."""
_LONGEST_NAME = 5
_FEW = 2
"""Words in small letters up to which anything may be a name: "who is aldous"."""
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "der", "di", "el", "la", "ter", "van", "von"}
)


def person_meant(question: str, bears: Callable[[str], bool]) -> str | None:
    """Return the name of whom "Who is Ann Lee?" asks about; None for any other question.

    `bears` tells whether many words in small letters are somebody's name too; few of them may be
    one in any case. An office ("the mayor of Orrin") is no name.
    """
    match = _WHO_IS.match(question.strip(" ?!."))
    if match is None:
        return None
    who = match["who"].strip(' ,"“”')
    spelt = who.split()
    if not 0 < len(spelt) <= _LONGEST_NAME or _SOMEBODYS.search(who):
        return None
    capitals = [word for word in spelt if word.lower() not in _PARTICLES]
    if all(word[:1].isupper() for word in capitals):
        return who if any(word not in _NOBODY for word in words(who)) else None
    plain = len(spelt) <= _FEW and not set(words(who)) & _NOBODY
    return who if plain or bears(who) else None


def heard_by(question: str) -> tuple[str, str] | None:
    """Return who spoke, and on what, where a question asks who asked or heard them."""
    bare = question.strip(" ?!.")
    for pattern in _HEARD:
        match = pattern.match(bare)
        if match is None:
            continue
        who, rest = match["who"], match.groupdict().get("rest") or ""
        if (about := _ABOUT.search(who)) and not rest:
            return who[: about.start()], about["topic"]
        about = _ABOUT.search(f" {rest}")
        return who, about["topic"] if about else ""
    return None
