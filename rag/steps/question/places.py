"""Other names of countries and cities: Burma and Myanmar, Kiev and Kyiv, the US and America.

Countries and their codes come from CLDR by the `babel` library, in English and in two languages
that keep the older English names; cities renamed since come from its table of time zones.
"""

from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from rag.steps.people.spelling import sound
from rag.steps.words import fold, words

_LANGUAGES = ("en", "sn", "nd")
_SHORT = {"US": ("America",), "GB": ("Britain", "Great Britain")}
"""What English calls these countries by itself, which CLDR leaves out."""
_PEOPLES = {
    "CH": ("Swiss",),
    "DE": ("German",),
    "DK": ("Danish",),
    "ES": ("Spanish",),
    "FI": ("Finnish",),
    "FR": ("French",),
    "GB": ("British",),
    "GR": ("Greek",),
    "IE": ("Irish",),
    "NL": ("Dutch",),
    "PL": ("Polish",),
    "SE": ("Swedish",),
    "TR": ("Turkish",),
    "UA": ("Ukrainian",),
    "US": ("American",),
}
"""Adjectives of countries that are too far from their names for one word to lead to the other."""
_LONGEST = 4
"""Words of the longest name that is looked for."""
_RENAMED = 50.0
"""Likeness in per cent of two spellings of one city; other zones are joined to a neighbour's."""
Name = tuple[str, ...]
"""A name's folded words."""


def places_in(text: str) -> dict[Name, tuple[Name, ...]]:
    """Return the other names of each place that a text names, by its name there."""
    table = _names()
    tokens = _tokens(text)
    found: dict[Name, tuple[Name, ...]] = {}
    at = 0
    while at < len(tokens):
        sizes = range(min(_LONGEST, len(tokens) - at), 0, -1)
        name = next((tokens[at : at + n] for n in sizes if tokens[at : at + n] in table), None)
        if name:
            found[name] = table[name]
        at += len(name) if name else 1
    return found


def _tokens(text: str) -> Name:
    """Return the folded words; "US" is told from "us" by its capitals, as `U.S.` in one word."""
    marked = text.replace("U.S.", "US").replace("U.K.", "UK")
    return tuple(
        token if token not in ("us", "uk") or upper else ""
        for token, upper in zip(words(marked), _capitals(marked), strict=True)
    )


def _capitals(text: str) -> list[bool]:
    """Return for each word of the text whether it stands in capitals."""
    # Folding letter by letter may change lengths, so words are compared and not places.
    whole = set(words(" ".join(part for part in text.split() if part.strip("?!.,;:'’s").isupper())))
    return [token in whole for token in words(text)]


@cache
def _names() -> dict[Name, tuple[Name, ...]]:
    """Return every known name with the others of the same place."""
    table: dict[Name, tuple[Name, ...]] = {}
    for group in (*_countries(), *_cities()):
        spelt = list(dict.fromkeys(tuple(words(name)) for name in group if words(name)))
        for one in spelt if len(spelt) > 1 else ():
            known = table.get(one, ())
            table[one] = tuple(dict.fromkeys([*known, *(name for name in spelt if name != one)]))
    return table


def _countries() -> Iterator[list[str]]:
    from babel import Locale  # slow to import
    from babel.core import get_global

    codes: dict[str, list[str]] = {}
    for code, current in get_global("territory_aliases").items():
        if len(current) == 1 and code.isalpha():
            codes.setdefault(current[0], []).append(code)
    for territory, name in Locale.parse("en").territories.items():
        if not territory.isalpha():
            continue  # a continent or part of one
        known = [Locale.parse(one).territories.get(territory, "") for one in _LANGUAGES]
        short = [one for one in codes.get(territory, ()) if one in ("USA", "UK")]
        own = ("US",) if territory == "US" else ()
        native = [part for one in known for part in _parts(one)]
        people = _PEOPLES.get(territory, ())
        yield [*_parts(name), *native, *short, *own, *_SHORT.get(territory, ()), *people]


def _parts(name: str) -> list[str]:
    """Return the two names of "Myanmar (Burma)", else the one."""
    first, _, second = name.rstrip(")").partition(" (")
    return [one for one in (first, second) if one and fold(one).isascii()]


def _cities() -> Iterator[list[str]]:
    from babel.core import get_global

    for old, new in get_global("zone_aliases").items():
        former, present = (zone.rsplit("/", 1)[-1].replace("_", " ") for zone in (old, new))
        regions = old.count("/") == new.count("/") == 1 and old.split("/")[0] == new.split("/")[0]
        if regions and fuzz.ratio(sound(former), sound(present)) >= _RENAMED:
            yield [present, former]
