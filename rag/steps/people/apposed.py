"""Whom a description means that news prose gives beside a name, by its common figures.

"The mill said ... Its manager, Ann Lee, ..." names the manager of the mill; "the baker of Orrin,
Ann Lee" the baker; "the board's engineer said. The engineer, Ann Lee, ..." the board's engineer.
Somebody is meant only where all the texts looked through leave one person.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from ingest.statements.names import ROLES, is_body_word
from rag.steps.people.titles import TITLES
from rag.steps.words import akin, fold, stems, words
from rag.values.catalogued import KnownSpeaker

_SMALL = frozenset({"the", "a", "an", "of", "for", "in", "at", "s"})
_ROLE = r"(?P<role>(?-i:[a-z])[\w-]*(?:\s+(?-i:[a-z])[\w-]*){0,3}?)"
_ROLE_OF = re.compile(
    rf"(?:the\s+)?{_ROLE}\s+(?:of|for|at)\s+(?:the\s+)?(?P<body>\S.*)", re.IGNORECASE
)
_BODYS_ROLE = re.compile(rf"(?:the\s+)?(?P<body>\S.*?)(?:['’]s|s['’])\s+{_ROLE}", re.IGNORECASE)
_BODY_ROLE = re.compile(
    rf"(?:the\s+)?(?P<body>(?-i:[A-Z])\S*(?:\s+(?-i:[A-Z])\S*)*)\s+{_ROLE}", re.IGNORECASE
)
_PLAIN_ROLE = re.compile(r"the\s+(?P<mods>(?:[a-z][\w-]*\s+){1,2})(?P<role>[a-z][\w-]*)")
_NAMED = re.compile(r"(?:the\s+)?(?P<before>\S.*?)\s+(?P<name>[A-Z][\w'’-]*)$")
_OF_BODY = re.compile(
    r"(?P<name>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2})\s+(?:of|from|at|with|for)\s+(?:the\s+)?(?P<body>\S.*)"
)
_WORD = r"[A-Z][\w'’-]+"
_RUN = rf"{_WORD}(?:\s+(?:{_WORD}|[A-Z]\.|al|bin|bint|da|de|del|der|di|el|la|van|von)){{1,5}}"
_AFTER = re.compile(rf"(?:the\s+(?:[\w-]+\s+){{1,3}}?)?(?P<run>{_RUN})")
_BEFORE = re.compile(rf"(?P<run>{_RUN})\s*,?\s*$")
_FAR = 420
"""Code points before "its manager" within which the body that it is of is named."""
_NEAR = 90
"""Code points from a name within which a text tells what its bearer is."""
_IN_COURT = {
    "prosecution": r"prosecuting|for\s+the\s+prosecution|prosecution",
    "defence": r"defending|for\s+the\s+defence|in\s+mitigation",
    "defense": r"defending|for\s+the\s+defense|in\s+mitigation",
}

Names = Mapping[tuple[str, ...], str]
"""Full names of known people by their words."""


def apposed(asked: str, texts: Sequence[str], known: Sequence[KnownSpeaker]) -> tuple[str, ...]:
    """Return the one known speaker whom the texts describe so, by the surest figure that they have.

    `texts` are the words of pages, one each.
    """
    names = {tuple(words(one.name)): one.name for one in known if len(words(one.name)) > 1}
    bare = asked.strip(" ,.?!")
    for figure in _figures(bare, names):
        found = dict.fromkeys(name for text in texts for name in figure(" ".join(text.split())))
        if found:
            return tuple(found) if len(found) == 1 else ()
    return ()


Figure = Callable[[str], Iterator[str]]


def _figures(asked: str, names: Names) -> Iterator[Figure]:
    """Yield what may find the person in a text, the surest first."""
    if match := _OF_BODY.fullmatch(asked):
        yield _borne(match["name"], match["body"], names)
    if (match := _NAMED.fullmatch(asked)) and not re.search(r"['’]s\b|\bof\b", match["before"]):
        yield _borne(match["name"], match["before"], names)
    side = _IN_COURT.get(fold(re.sub(r"^the\s+", "", asked, flags=re.IGNORECASE)))
    if side:
        yield _named_before(rf"(?:{side})\b", names)
    for pattern in (_ROLE_OF, _BODYS_ROLE, _BODY_ROLE):
        if match := pattern.fullmatch(asked):
            yield from _of_body(match["role"], match["body"], names)
            break
    if match := _PLAIN_ROLE.fullmatch(asked):
        yield _named_again(match["mods"], match["role"], names)


def _of_body(role: str, body: str, names: Names) -> Iterator[Figure]:
    whole = rf"{_spaced(role)}\s+(?:of|for|at)\s+(?:the\s+)?{_spaced(body)}"
    yield _named_after(rf"{whole},?\s+", names)
    yield _named_before(rf"(?:(?:the|an?)\s+)?(?:[\w-]+\s+)?{whole}\b", names)
    yield _its(role, body, names)
    if words(role)[-1] in ROLES:
        yield _titled_there(role, body, names)


def _spaced(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())


def _borne(name: str, described: str, names: Names) -> Figure:
    """Return what finds bearers of a surname beside whom a text has all of a description."""
    surname = tuple(words(name))
    wanted = stems([word for word in words(described) if word not in _SMALL])
    bearers = [
        full
        for spelt, full in names.items()
        if spelt[-len(surname) :] == surname and not any(is_body_word(word) for word in spelt)
    ]

    def figure(text: str) -> Iterator[str]:
        for full in bearers if wanted else ():
            for match in re.finditer(rf"\b{_spaced(full)}\b", text, re.IGNORECASE):
                near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
                has = stems(words(near))
                if all(any(akin(one, other) for other in has) for one in wanted):
                    yield full

    return figure


def _named_after(pattern: str, names: Names) -> Figure:
    compiled = re.compile(rf"\b{pattern}", re.IGNORECASE)

    def figure(text: str) -> Iterator[str]:
        for match in compiled.finditer(text):
            if name := _name_at(text, match.end(), names):
                yield name

    return figure


def _named_before(pattern: str, names: Names) -> Figure:
    compiled = re.compile(rf",\s+{pattern}", re.IGNORECASE)

    def figure(text: str) -> Iterator[str]:
        for match in compiled.finditer(text):
            before = _BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()])
            if before and (name := _known(before["run"], names)):
                yield name

    return figure


def _its(role: str, body: str, names: Names) -> Figure:
    """Return what finds "Its manager, Ann Lee" behind the name of the body."""
    compiled = re.compile(
        rf"\b(?:its|their)\s+(?:[\w-]+\s+)?{_spaced(role)}\b(?:\s+(?:for|in|of)\s+[^,.;:]{{1,30}})?,?\s+",
        re.IGNORECASE,
    )

    def figure(text: str) -> Iterator[str]:
        for match in compiled.finditer(text):
            name = _name_at(text, match.end(), names)
            if name and _has(text[max(0, match.start() - _FAR) : match.start()], body):
                yield name

    return figure


def _has(text: str, body: str) -> bool:
    """Return whether a text has all words of a body's name, or what its letters stand for."""
    if body.isupper() and body.isalpha():
        spelt = r"\s+".join(rf"{letter}[a-z][\w-]*" for letter in body)
        return bool(re.search(rf"\b{body}\b|\b{spelt}\b", text))
    held = stems(words(text))
    wanted = stems([word for word in words(body) if word not in _SMALL])
    return all(any(akin(one, other) for other in held) for one in wanted)


def _titled_there(role: str, body: str, names: Names) -> Figure:
    """Return what finds "Manager Ann Lee", of no other body, in a text that has the body."""
    compiled = re.compile(rf"(?P<before>\S+\s+)?\b{_spaced(role)},?\s+", re.IGNORECASE)

    def figure(text: str) -> Iterator[str]:
        if not _has(text, body):
            return
        for match in compiled.finditer(text):
            before = (match["before"] or "").strip()
            own = not before[:1].isupper() and not re.search(r"['’]s?$", before)
            name = _name_at(text, match.end(), names) if own else None
            if name and not re.match(rf"{_spaced(name)}\s+(?:of|from|at)\b", text[match.end() :]):
                yield name

    return figure


def _named_again(mods: str, role: str, names: Names) -> Figure:
    """Return what finds "The engineer, Ann Lee" behind "the board's district engineer"."""
    whole = re.compile(rf"\b{_spaced(mods)}\s+{role}\b(?!,?\s+(?-i:[A-Z]))", re.IGNORECASE)
    again = re.compile(rf"\b[Tt]he\s+{role},\s+")

    def figure(text: str) -> Iterator[str]:
        first = whole.search(text)
        match = again.search(text, first.end()) if first else None
        if match and (name := _name_at(text, match.end(), names)):
            yield name

    return figure


def _name_at(text: str, at: int, names: Names) -> str | None:
    match = _AFTER.match(text, at)
    return _known(match["run"], names) if match else None


def _known(run: str, names: Names) -> str | None:
    """Return the known name that a run of capitalised words is, titles before it left out."""
    spelt = words(run)
    while spelt and spelt[0] in TITLES:
        spelt = spelt[1:]
    for end in range(len(spelt), 1, -1):
        if name := names.get(tuple(spelt[:end])):
            return name
    for start in range(1, len(spelt) - 1):
        if name := names.get(tuple(spelt[start:])):
            return name
    return None
