"""The people of an archive, looked up for one question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.ports.catalogue import CatalogueReader
from rag.steps.people.apposed import apposed
from rag.steps.people.identities import identities
from rag.steps.people.names import titled
from rag.steps.question.understand import People
from rag.values.catalogued import KnownSpeaker
from rag.values.evidence import article_of, start_of

_TITLE_PASSAGES = 40
_TITLES_KEPT = 64
"""Descriptions whose bearers are kept: one question asks for them several times."""


def people_of(
    catalogue: CatalogueReader,
    known: Sequence[KnownSpeaker],
    text_of: Callable[[str], str],
    names: "FullNames",
) -> People:
    """Return the archive's speakers with the look-ups that names and titles need.

    `text_of` returns the words of a passage by its id.
    """

    def occurs(word: str) -> bool:
        return bool(catalogue.phrases([word], 1))

    @lru_cache(_TITLES_KEPT)
    def by_title(asked: str) -> tuple[str, ...]:
        ids = [key for key, _ in catalogue.keyword(asked, _TITLE_PASSAGES)]
        found = titled(asked, (text_of(key) for key in ids), known)
        return found or apposed(asked, _by_page(ids, text_of), known)

    return People(known, occurs, by_title, lambda name: names.of(name) or name)


def _by_page(ids: Sequence[str], text_of: Callable[[str], str]) -> list[str]:
    """Return the words of these passages, those of one page together as they stand on it."""
    pages: dict[str, list[str]] = {}
    for key in sorted(ids, key=start_of):
        pages.setdefault(article_of(key), []).append(text_of(key))
    return [" ".join(texts) for texts in pages.values()]


@dataclass(frozen=True, slots=True)
class FullNames:
    """The fullest form of each person's name, where only one person can be meant."""

    full: Mapping[str, str]

    def of(self, name: str | None) -> str | None:
        """Return the fullest form of this name, the name itself when there is no other."""
        return self.full.get(name, name) if name else None


def full_names(known: Sequence[KnownSpeaker]) -> FullNames:
    """Return the full names of people whom some article names more shortly or spells otherwise."""
    return FullNames(
        {
            variant.name: person.name
            for person in identities(known).all
            for variant in person.variants
            if person.person and variant.name != person.name
        }
    )
