"""Given names of the whole world, by the gender of nearly everybody who bears them.

They tell "he" from "she" where an article does not; names that men and women bear stand apart.
Unlike the few of `given_names` they are no evidence that something is a name at all: many are
words, places or surnames too.
"""

import unicodedata
from functools import cache
from importlib.resources import files


def usual_gender(given_name: str) -> str:
    """Return `m` or `f` for a given name in any case, accents aside, else the empty string."""
    name = _plain(given_name)
    for gender, names in _names().items():
        if name in names:
            return gender
    first, hyphen, _ = name.partition("-")
    return usual_gender(first) if hyphen else ""


def is_given_name(word: str) -> bool:
    """Return whether men or women, or both, commonly bear a word in any case as given name."""
    return bool(usual_gender(word)) or _plain(word) in _borne_by_either()


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold().translate(_SPECIAL))
    return "".join(mark for mark in parts if not unicodedata.combining(mark))


_SPECIAL = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that no accent parts from a plain one."""


@cache
def _names() -> dict[str, frozenset[str]]:
    return {gender: _listed(f"{sort}_names.txt") for gender, sort in _FILES.items()}


@cache
def _borne_by_either() -> frozenset[str]:
    return _listed("either_names.txt")


_FILES = {"m": "male", "f": "female"}


def _listed(file: str) -> frozenset[str]:
    lines = files(__package__).joinpath(file).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
