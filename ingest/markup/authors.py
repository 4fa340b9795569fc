"""Who wrote a web page, from the names that its head and a library's reading give."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ingest.bylines import has_button, is_name

_OTHER = re.compile(r"[\W\d_]+")
_WORD = re.compile(r"[^\W_]+")
_LEAD = re.compile(
    r"^(?:(?:autor(?:in|a)?|author|auteur|autore|texte?|interview|posted|written|publié|escrito"
    r"|(?:ein )?(?:artikel|beitrag)(?= von\b))\s*:?\s+)*(?:(?:by|von|par|por)\s+)?",
    re.IGNORECASE,
)
"""What some pages write before the name, and libraries take for its part ("Author Ann Lee")."""
_TAIL = re.compile(r"\s+(?:says|said|sagte?|dit|dice)$", re.IGNORECASE)
_FIRST_OF_NAME = frozenset(["der", "den", "dem"])
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_NOBODY = frozenset(
    ["admin", "administrator", "interview", "name", "no author", "none", "posted", "text"]
)
_ADDRESS = re.compile(r"(?:^|[\s.])(?:www|com|net|org)$|https?:|@", re.IGNORECASE)
_LABELS = re.compile(r"\.(?:com?|net|org|[a-z]{2})(?=\.|$)", re.IGNORECASE)


def authors_of(
    found: str | None, persons: Sequence[str], named: Sequence[str], sites: Iterable[str]
) -> str | None:
    """Return the author's name, or several parted by semicolons; None where no person is named.

    Args:
        found: the author in a library's reading; several are parted by semicolons.
        persons: whom the page's structured data calls its authors.
        named: authors in other elements of its head; together with `persons` they tell how a
            name is written.
        sites: names of the site, which is no author of its own.

    """
    own = frozenset(_spellings(sites))
    given = list(_clean(persons, own))
    if given and all(is_name(name) for name in given):
        return "; ".join(given)
    parts = list(_clean((found or "").split(";"), own))
    parts = parts or given or list(_clean(named[:1], own))
    written = [*persons, *named]
    return "; ".join(_as_written(part, written) for part in parts) or None


def letters_of(text: str) -> str:
    """Return the letters of `text` alone, in folded case."""
    return _OTHER.sub("", text).casefold()


def as_text_has_it(name: str, text: str) -> str:
    """Return a name with the stops and spaces that `text` writes in it, or unchanged."""
    return _as_written(name, (text,))


def _clean(names: Iterable[str], own: Collection[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        bare = _without_lead(" ".join(name.split()))
        letters = letters_of(bare)
        if not letters or letters in own or letters in seen or _is_nobody(bare):
            continue
        seen.add(letters)
        yield bare


def _without_lead(name: str) -> str:
    rest = _TAIL.sub("", _LEAD.sub("", name, count=1))
    first = rest.split()[0].casefold() if rest.split() else ""
    return name if not rest or first in _FIRST_OF_NAME else rest


def _is_nobody(name: str) -> bool:
    words = name.casefold().split()
    if has_button(words) or not _DAYS.isdisjoint(words) or re.search(r"\d", name):
        return True
    return name.casefold() in _NOBODY or _ADDRESS.search(name) is not None


def _spellings(sites: Iterable[str]) -> Iterator[str]:
    """Yield the letters of each name, of an address without "www." and its last labels too."""
    for site in sites:
        bare = site.removeprefix("www.")
        yield letters_of(bare)
        if "." in bare and " " not in bare:
            yield letters_of(_LABELS.sub("", bare))


def _as_written(name: str, texts: Iterable[str]) -> str:
    words = _WORD.findall(name)
    if len("".join(words)) < 3:
        return name
    stop = r"\.?" if len(words[-1]) == 1 else ""
    between = r"[.\s_]{1,3}"
    pattern = re.compile(rf"\b{between.join(map(re.escape, words))}\b{stop}")
    for text in texts:
        found = pattern.search(text)
        if found is not None:
            return " ".join(found.group().split())
    return name
