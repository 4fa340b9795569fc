"""Who a question means: the name it uses, matched against the archive's own speakers."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from ingest.statements.names import ROLES
from ingest.statements.words import PREPOSITIONS
from rag.steps.people.spelling import sound
from rag.steps.people.titles import TITLES, may_be
from rag.steps.words import akin, stems, word_list, words
from rag.values.catalogued import KnownSpeaker

_ROLES = word_list(
    """president premier minister chancellor secretary general senator congressman congresswoman
    governor mayor judge justice chief director chairman chairwoman chair head leader spokesman
    spokeswoman spokesperson ambassador envoy commander sheriff attorney commissioner bishop
    archbishop cardinal pope coach author ceo pm king queen prince princess candidate nominee
    officer prosecutor lawyer professor editor founder owner captain manager speaker adviser
    advisor founder widow mother father brother sister wife husband son daughter"""
)
"""Nouns that a phrase must hold to be somebody's title rather than a body's name."""

SMALL_WORDS = word_list("the a an of for in on at to by and his her their its this that")
_TYPO = 80.0
"""Similarity in per cent from which an unknown surname is taken for a misspelt known one."""
_SHORTEST_TYPO = 5


def matching_speakers(
    asked: str, known: Sequence[KnownSpeaker], occurs: Callable[[str], bool]
) -> tuple[str, ...]:
    """Return the known speakers that `asked` may mean, the most quoted first; empty for none.

    Exact names win over other spellings of the same sound (in any alphabet), these over spellings
    that are nearly the same. A near spelling counts only when the word as typed does not `occur`
    in the archive: then it is a name of its own.
    """
    wanted = [word for word in words(asked) if word not in SMALL_WORDS]
    if not wanted:
        return ()
    for same in (_equal, _sounding, _near(occurs)):
        found = [one for one in known if _is(wanted, one, same)]
        found = [one for one in found if not one.person or may_be(asked, one.name)]
        if found:
            return _by_weight(_agreeing(wanted, _themselves(wanted, found)))
    bodies = [one for one in known if not one.person and _begins(wanted, one)]
    return _by_weight(bodies or [one for one in known if one.person and _halves(wanted, one)])


def _themselves(wanted: Sequence[str], found: Sequence[KnownSpeaker]) -> Sequence[KnownSpeaker]:
    """Return those found, without what belongs to the person asked for: "Lee's lawyers"."""
    if not any(one.person for one in found):
        return found
    return [one for one in found if one.person or not set(wanted) <= _owner(one.name)]


def _owner(name: str) -> set[str]:
    """Return the words of whom a body is named after as theirs; none where it is nobody's."""
    owner, owns, _ = re.sub(r"[’']s?(?=\s)", "\0", name).partition("\0")
    return set(words(owner)) if owns else set()


def _agreeing(wanted: Sequence[str], found: Sequence[KnownSpeaker]) -> Sequence[KnownSpeaker]:
    """Return those found, without bearers of other given names where one bears the name asked."""
    asked = [word for word in wanted[:-1] if word not in TITLES]
    given = {one.name: _given(_name_words(one.name)[:-1]) for one in found if one.person}
    bears = {
        name: any(_same_given(word, other) for word in asked for other in names)
        for name, names in given.items()
    }
    if not any(bears.values()):
        return found
    return [one for one in found if not given.get(one.name) or bears[one.name]]


def _by_weight(found: Iterable[KnownSpeaker]) -> tuple[str, ...]:
    return tuple(one.name for one in sorted(found, key=lambda one: (-one.statements, one.name)))


Same = Callable[[str, str], bool]


def _equal(one: str, other: str) -> bool:
    return one == other


def _sounding(one: str, other: str) -> bool:
    return sound(one) == sound(other)


def _near(occurs: Callable[[str], bool]) -> Same:
    def near(asked: str, known: str) -> bool:
        if asked == known:
            return True
        if min(len(asked), len(known)) < _SHORTEST_TYPO or asked[0] != known[0]:
            return False
        return fuzz.ratio(asked, known) >= _TYPO and not occurs(asked)

    return near


@lru_cache(maxsize=65_536)
def _name_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name) if word not in SMALL_WORDS)


@lru_cache(maxsize=65_536)
def _name_stems(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stems(name))


def _is(wanted: list[str], known: KnownSpeaker, same: Same) -> bool:
    name = _name_words(known.name)
    if not name:
        return False
    if known.person:
        return _is_person(wanted, name, same)
    holder = wanted[-1] in ROLES and wanted[-1] not in name
    return not holder and _is_body(wanted, name) and not _owned(wanted, known.name)


def _halves(wanted: list[str], known: KnownSpeaker) -> bool:
    """Return whether a person was asked for by the first half of a hyphenated surname."""
    before, hyphen, after = known.name.rpartition("-")
    if not hyphen or " " not in before or " " in after:
        return False
    return _is_person(wanted, _name_words(before), _sounding)


def _owned(wanted: Sequence[str], name: str) -> bool:
    """Return whether a body is only named after whom was asked for: "Ann Lee's campaign"."""
    owner, owns, _ = re.sub(r"[’']s\b", "\0", name).partition("\0")
    return bool(owns) and len(words(owner)) > 1 and set(wanted) <= set(words(owner))


def _is_person(wanted: list[str], name: Sequence[str], same: Same) -> bool:
    """Surnames agree, and no given name contradicts; or a given name alone was asked for."""
    if len(wanted) == 1 and len(name) > 1 and wanted[0] == name[0]:
        return True
    if not same(wanted[-1], name[-1]):
        return False
    given, asked_given = _given(name[:-1]), _given(wanted[:-1])
    if not given or not asked_given:
        return True
    return any(_same_given(one, other) for one in asked_given for other in given)


def _given(before: Sequence[str]) -> Sequence[str]:
    """Return the given names among the words before a surname, none after a title or place."""
    return () if any(word in TITLES or word in ROLES for word in before) else before


def _same_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    if one.startswith(other) or other.startswith(one) or _sounding(one, other):
        return True
    return fuzz.ratio(one, other) >= _TYPO


def _is_body(wanted: list[str], name: tuple[str, ...]) -> bool:
    """Every word asked for is in the body's name, and the name has at most one more."""
    asked, has = _name_stems(tuple(wanted)), _name_stems(name)
    covered = sum(any(akin(one, other) for other in has) for one in asked)
    return covered == len(asked) and len(has) - len(asked) <= 1


def _begins(wanted: list[str], known: KnownSpeaker) -> bool:
    """Return whether a country or town was asked for and this is a body of it."""
    name = _name_stems(_name_words(known.name))
    return len(wanted) == 1 and len(name) > 1 and akin(stems(wanted)[0], name[0])


def titled(asked: str, texts: Iterable[str], known: Sequence[KnownSpeaker]) -> tuple[str, ...]:
    """Return the known people whom the texts give the title that was asked for, commonest first.

    A title counts when all its words stand close before a person's full name ("Harbour Minister
    Ann Lee") or close after it ("Ann Lee, minister of the harbour"). What is no known title, such
    as a trade ("the baker"), must stand right before the name or after it with an article.
    """
    described = [word for word in words(asked) if word not in SMALL_WORDS]
    if _OF.search(asked):
        texts = list(texts)
        if belonging := _belonging(described, texts, known):
            return belonging
    known_title = any(word in _ROLES for word in described)
    wanted = stems(described) if known_title or _DESCRIBED.match(asked) else []
    times = _times_titled if known_title else _times_called
    people = [one for one in known if one.person and len(words(one.name)) > 1]
    counts: dict[str, int] = {}
    for text in texts if wanted else ():
        tokens = words(text)
        for person in people:
            if person.name not in counts or counts[person.name] < _ENOUGH:
                hits = times(wanted, tokens, words(person.name))
                counts[person.name] = counts.get(person.name, 0) + hits
    return tuple(
        name for name, hits in sorted(counts.items(), key=lambda item: -item[1]) if hits > 0
    )[:1]


def _belonging(
    asked: Sequence[str], texts: Iterable[str], known: Sequence[KnownSpeaker]
) -> tuple[str, ...]:
    """Return who is asked for as "Ann Lee of the Mill", where a text names both close by."""
    spelt = {tuple(words(one.name)): one.name for one in known}
    for size in range(min(_LONGEST_NAME, len(asked) - 1), 1, -1):
        name = spelt.get(tuple(asked[:size]))
        rest = stems(asked[size:])
        if name and any(_close(tuple(asked[:size]), rest, words(text)) for text in texts):
            return (name,)
    return ()


def _close(name: tuple[str, ...], rest: Sequence[str], tokens: list[str]) -> bool:
    for at in range(len(tokens) - len(name) + 1):
        if tuple(tokens[at : at + len(name)]) == name:
            near = stems(tokens[max(0, at - _NEAR) : at + len(name) + _NEAR])
            if _all_in(list(rest), near):
                return True
    return False


_OF = re.compile(r"\w\s+(?:of|from|at|with)\s+(?:the\s+)?\w", re.IGNORECASE)
_LONGEST_NAME = 4
_NEAR = 12
"""Words from a name within which a text says whom its bearer belongs to."""
_ARTICLES = frozenset({"a", "an", "the"})
_DESCRIBED = re.compile(r"(?:the|an?)\s+[a-z-]+(?:\s+[a-z-]+)?$")
_HONORIFICS = word_list("dr mr mrs ms miss prof professor")
_ENOUGH = 5
_BEFORE, _AFTER = 2, 4
"""How many words beyond its own length a title may stand away from the name."""


def _times_titled(title: list[str], tokens: list[str], name: list[str]) -> int:
    hits = 0
    for at in range(len(tokens) - len(name) + 1):
        if tokens[at : at + len(name)] != name:
            continue
        before = stems(tokens[max(0, at - len(title) - _BEFORE) : at])
        end = at + len(name)
        after = stems(tokens[end : end + len(title) + _AFTER])
        hits += any(_all_in(title, near) for near in (before, after))
    return hits


def _all_in(title: list[str], near: list[str]) -> bool:
    return all(any(akin(one, other) for other in near) for one in title)


def _times_called(trade: list[str], tokens: list[str], name: list[str]) -> int:
    """Return how often the words stand as "baker Ann Lee" or "Ann Lee, the village baker"."""
    hits = 0
    for at in range(len(tokens) - len(name) + 1):
        if tokens[at : at + len(name)] != name:
            continue
        end = at + len(name)
        article = end < len(tokens) and tokens[end] in _ARTICLES
        after = stems(tokens[end + 1 : end + 1 + len(trade) + 1]) if article else []
        start = at
        while start and tokens[start - 1] in _HONORIFICS:
            start -= 1
        first = max(0, start - len(trade))
        before = stems(tokens[first:start])
        hits += (before == trade and not _hung(tokens, first)) or _all_in(trade, after)
    return hits


def _hung(tokens: list[str], at: int) -> bool:
    """Return whether a preposition takes what begins there: "with the guests, Ann Lee said".

    A word may stand before it: "the chair of the Orrin bakers, Ann Lee".
    """
    return any(
        at > back and tokens[at - back] in _ARTICLES and tokens[at - back - 1] in PREPOSITIONS
        for back in (1, 2)
    )
