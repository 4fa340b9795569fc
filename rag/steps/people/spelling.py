"""Names as they sound, so that one name written in several alphabets or spellings is one name.

Letters of other alphabets are romanised by the `anyascii` library; then the spellings between
which romanisation systems waver (-iy, -yy, -y; kh, h; w, v) are made one.
"""

import re
from functools import lru_cache

from rag.steps.words import fold, word_list

_AS_WRITTEN_ABROAD = str.maketrans({"Ə": "A", "ə": "a", "ё": "е", "Ё": "Е"})
"""Letters that passports romanise otherwise than the library does: Azerbaijani Əli is Ali."""
_WAVERING: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"[^a-z0-9]", ""),
        (r"tch", "ch"), (r"shch|sch", "sh"), (r"kh", "h"), (r"zh", "j"), (r"ph", "f"),
        (r"ck|q", "k"), (r"x", "ks"), (r"w", "v"), (r"ou", "u"), (r"oe", "o"), (r"ae", "a"),
        (r"ue", "u"), (r"[yj](?=[aeiou])|^j$", "i"), (r"y", "i"), (r"^ie", "e"),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_SUFFIXES = word_list("jr sr ii iii iv")


@lru_cache(maxsize=65_536)
def romanised(text: str) -> str:
    """Return `text` in lower-case Latin letters without accents."""
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text.translate(_AS_WRITTEN_ABROAD))
    return text.lower()


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return the form that spellings of one name share; it is for comparing, not for showing."""
    plain = romanised(word)
    for pattern, by in _WAVERING:
        plain = pattern.sub(by, plain)
    return plain


def sounds(name: str) -> tuple[str, ...]:
    """Return the sounds of a name's words in order, possessive endings and "Jr." left out."""
    spelt = re.split(r"[\s,]+", re.sub(r"['’]s\b", "", name))
    heard = [sound(word) for word in spelt if fold(word).strip(".") not in _SUFFIXES]
    return tuple(word for word in heard if word)
