"""Who is who across an archive: one person or body behind the names that its articles write.

Two full names are one person when the surnames sound the same and no given name contradicts. A
bare surname or an initial joins a person only where just one can be meant; otherwise it stays
apart, and a caller who looks it up gets all who may be meant, to ask back.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.statements.names import is_body_word
from rag.steps.people.likeness import TYPO, fit_body, fit_person, same_body, same_person
from rag.steps.people.spelling import sounds
from rag.steps.people.titles import MEANT_BY_TITLE, TITLES, may_be, titled_with
from rag.steps.words import word_list
from rag.values.catalogued import KnownSpeaker

_ARTICLES = word_list("the a an of for and")
_DEMONYM_ENDINGS = word_list("n an ian i ese")
_SHORTEST_PLACE = 4
_HYPHEN = re.compile("[-‐‑]")
_HALF_A_SURNAME = 92.0
"""How well a part of a hyphenated surname fits: less than a whole one, more than a slip."""
_TITLES = frozenset(sound for title in TITLES for sound in sounds(title))


@dataclass(frozen=True, slots=True)
class Identity:
    """One person or body with all its written forms, the commonest first."""

    name: str
    """The fullest form; of several, the one with the most statements."""
    person: bool
    variants: tuple[KnownSpeaker, ...]

    @property
    def statements(self) -> int:
        """How many statements the archive has of them."""
        return sum(one.statements for one in self.variants)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant, and how well the name fits, from 0 to 100."""

    identity: Identity
    score: float


@dataclass(frozen=True)
class Identities:
    """Everybody whom an archive quotes."""

    all: tuple[Identity, ...]

    @cached_property
    def _by_name(self) -> Mapping[str, Identity]:
        return {one.name: identity for identity in self.all for one in identity.variants}

    def of(self, name: str | None) -> Identity | None:
        """Return whose name this is as the archive writes it; none for an unknown name."""
        return self._by_name.get(name) if name else None

    def full(self, name: str | None) -> str | None:
        """Return the fullest form of a name, the name itself when the archive has no other."""
        identity = self.of(name)
        return identity.name if identity else name

    def candidates(self, asked: str, limit: int = 8) -> tuple[Candidate, ...]:
        """Return who may be meant by `asked`, best first; typing errors and alphabets forgiven."""
        wanted = _body(asked)
        scored = [Candidate(one, _fit(wanted, one)) for one in self.all]
        fitting = [
            one
            for one in scored
            if one.score > 0 and (not one.identity.person or may_be(asked, one.identity.name))
        ]
        best = max((one.score for one in fitting), default=0.0)
        if best > TYPO:  # a name that is really there is no misspelling of another
            fitting = [one for one in fitting if one.score > TYPO]
        ranked = sorted(
            fitting, key=lambda one: (-one.score, -one.identity.statements, one.identity.name)
        )
        return tuple(_most_meant(ranked, asked)[:limit])


def _most_meant(ranked: Sequence[Candidate], asked: str) -> Sequence[Candidate]:
    """Return the candidates, the best one lifted where a title before a surname means them.

    Pages give a surname with a title to whom they write of most.
    """
    alike = [one for one in ranked if one.score == ranked[0].score]
    if len(alike) < 2 or not titled_with(asked):
        return ranked
    others = sum(one.identity.statements for one in alike[1:])
    if alike[0].identity.statements < MEANT_BY_TITLE * others:
        return ranked
    return [Candidate(ranked[0].identity, ranked[0].score + 1), *ranked[1:]]


def identities(known: Sequence[KnownSpeaker]) -> Identities:
    """Return the people and bodies behind the names that statements give."""
    people = [one for one in known if _personal(one.name, one.person) and untitled(one.name)]
    named = {one.name for one in people}
    groups = [*_people(people), *_bodies(one for one in known if one.name not in named)]
    found = tuple(_identity(group) for group in groups)
    return Identities(tuple(sorted(found, key=lambda one: (-one.statements, one.name))))


def ambiguous(candidates: Sequence[Candidate]) -> bool:
    """Return whether several fit as well as the best, so that a caller should ask back."""
    return len(candidates) > 1 and candidates[1].score >= candidates[0].score


def compatible(claimed: str, name: str, *, person: bool) -> bool:
    """Return whether a name that a draft gives can be that of a speaker whom a text names.

    Spelling may waver, titles may stand before, given names may be missing; nothing may contradict.
    """
    one, other = _body(claimed), _body(name)
    if not one or not other:
        return False
    if not _personal(name, person):
        return same_body(one, other) or same_body(other, one)
    one, other = _without_titles(one), _without_titles(other)
    return same_person(one, other) or (len(one) == 1 and one[0] == other[0])


def _personal(name: str, person: bool) -> bool:
    """Return whether a name is a human being's.

    It is known to be, or has two or three capitalised words and none is a kind of organisation.
    """
    if person:
        return True
    spelt = name.split()
    return 1 < len(spelt) < 4 and all(
        word[:1].isupper() and word.lower() not in _ARTICLES and not is_body_word(word.lower())
        for word in spelt
    )


def untitled(name: str) -> tuple[str, ...]:
    """Return the sounds of a name without the titles and places that stand before it."""
    return _without_titles(_body(name))


def _body(name: str) -> tuple[str, ...]:
    return tuple(word for word in sounds(name) if word not in _ARTICLES)


def _without_titles(heard: Sequence[str]) -> tuple[str, ...]:
    last = max((at for at, word in enumerate(heard[:-1]) if word in _TITLES), default=-1)
    return tuple(heard[last + 1 :])


def _people(known: Iterable[KnownSpeaker]) -> list[list[KnownSpeaker]]:
    by_surname: dict[str, list[KnownSpeaker]] = {}
    for one in known:
        by_surname.setdefault(untitled(one.name)[-1], []).append(one)
    return [group for bearers in by_surname.values() for group in _parted(bearers)]


def _parted(bearers: Sequence[KnownSpeaker]) -> list[list[KnownSpeaker]]:
    """Part the bearers of one surname into people, each led by their commonest full name."""
    ordered = sorted(bearers, key=lambda one: (not _full(one), -one.statements, one.name))
    groups: list[list[KnownSpeaker]] = []
    for one in ordered:
        heard = untitled(one.name)
        # A bare surname never leads a full name: it may be another bearer's.
        leads = [group for group in groups if _full(group[0]) or not _full(one)]
        fitting = [group for group in leads if same_person(heard, untitled(group[0].name))]
        alike = [group for group in fitting if _same_first(heard, untitled(group[0].name))]
        chosen = alike or fitting
        if len(chosen) == 1:
            chosen[0].append(one)
        else:
            groups.append([one])
    return groups


def _same_first(one: Sequence[str], other: Sequence[str]) -> bool:
    return one[0] == other[0] or 1 in (len(one[0]), len(other[0]))


def _fullness(name: str) -> int:
    return sum(2 if len(word) > 1 else 1 for word in untitled(name))


def _full(one: KnownSpeaker) -> bool:
    return len(untitled(one.name)) > 1


def _bodies(known: Iterable[KnownSpeaker]) -> list[list[KnownSpeaker]]:
    """Group the names of one body: "the Ministry", "Orrin's ministry", "the Orrinian Ministry"."""
    by_end: dict[tuple[str, int], list[list[KnownSpeaker]]] = {}
    for one in known:
        heard = _body(one.name)
        groups = by_end.setdefault((heard[-1] if heard else one.name, len(heard)), [])
        same = (group for group in groups if _one_body(heard, _body(group[0].name)))
        group = next(same, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return [group for groups in by_end.values() for group in groups]


def _one_body(one: Sequence[str], other: Sequence[str]) -> bool:
    return all(_of_one_place(first, second) for first, second in zip(one, other, strict=True))


def _of_one_place(one: str, other: str) -> bool:
    """Return whether two words are equal, or a place and what comes from it (Orrin, Orrinian)."""
    short, long = sorted((one, other), key=len)
    return one == other or (
        len(short) >= _SHORTEST_PLACE
        and long.startswith(short)
        and long[len(short) :] in _DEMONYM_ENDINGS
    )


def _identity(group: Sequence[KnownSpeaker]) -> Identity:
    by_weight = sorted(group, key=lambda one: (-one.statements, one.name))
    lead = untitled(group[0].name) or ("",)
    # Words before the first name ("Year Ann Lee") are a misread name's, not a fuller form.
    proper = [one for one in by_weight if (untitled(one.name) or lead)[0] == lead[0]]
    name = max(proper or by_weight, key=lambda one: _fullness(one.name)).name
    return Identity(name, any(_personal(one.name, one.person) for one in group), tuple(by_weight))


def _fit(asked: Sequence[str], identity: Identity) -> float:
    """Return how well the sounds of an asked name fit, from 0 to 100."""
    if not identity.person:
        return max(fit_body(asked, _body(one.name)) for one in identity.variants)
    wanted = _without_titles(asked)
    names = [untitled(one.name) or sounds(one.name) for one in identity.variants]
    full = [name for name in names if len(name) > 1]
    # A bare surname among the variants must not let a contradicting first name pass.
    fits = max(fit_person(wanted, name) for name in (full or names))
    if len(wanted) == 1 and any(wanted[0] in _halves(one.name) for one in identity.variants):
        return max(fits, _HALF_A_SURNAME)
    return fits


def _halves(name: str) -> tuple[str, ...]:
    """Return the sounds of the parts of a hyphenated surname; none of another."""
    surname = name.split()[-1] if name.split() else ""
    return sounds(_HYPHEN.sub(" ", surname)) if _HYPHEN.search(surname) else ()
