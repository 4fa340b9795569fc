"""Other words for the offices by which people are asked for: "Orrin's leader", "the Orrin PM".

A body whose own words no page has speaks through its spokespeople.
"""

import re
from collections.abc import Callable, Iterator

from ingest.statements.names import ROLES, is_body_word
from rag.steps.words import words

_OTHERS = {
    r"leader|head of (?:state|government)|ruler": (
        "president",
        "prime minister",
        "chancellor",
        "premier",
        "king",
    ),
    r"pm|premier": ("prime minister",),
    r"fm": ("foreign minister",),
    r"prime minister": ("pm", "premier"),
    r"(?:top diplomat|chief diplomat)": ("foreign minister", "secretary of state"),
}
_COMPILED = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), others)
    for pattern, others in _OTHERS.items()
)
_SPEAKS_FOR = ("spokesman", "spokeswoman", "spokesperson")
_LONGEST_BODY = 6

Titled = Callable[[str], tuple[str, ...]]
"""Return whom pages give a title, none where it is nobody's."""


def by_other_title(asked: str, titled: Titled) -> tuple[str, ...]:
    """Return who bears another word for the office asked for; none where it has none."""
    for pattern, others in _COMPILED:
        if pattern.search(asked):
            for other in others:
                if found := titled(pattern.sub(other, asked, count=1)):
                    return found
    return ()


def speaking_for(asked: str, titled: Titled) -> tuple[str, ...]:
    """Return the spokespeople of a body that pages name; none of what is no body."""
    if not _is_body(asked):
        return ()
    body = re.sub(r"^the\s+", "", asked.strip(), flags=re.IGNORECASE)
    return tuple(dict.fromkeys(_spokespeople(body, titled)))


def _spokespeople(body: str, titled: Titled) -> Iterator[str]:
    for role in _SPEAKS_FOR:
        yield from titled(f"{body} {role}")


def _is_body(asked: str) -> bool:
    """Return whether a name is a body's: with an article, in capitals, or with a word of bodies."""
    spelt = words(asked)
    if not spelt or len(spelt) > _LONGEST_BODY or set(spelt) & ROLES:
        return False
    bare = asked.strip()
    return (
        bool(re.match(r"the\s+\S", bare, re.IGNORECASE))
        or bare.isupper()
        or any(is_body_word(word) for word in spelt)
    )
