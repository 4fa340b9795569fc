"""Words as matching sees them: folded, stemmed, without the words that carry no topic."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import Stemmer
from rapidfuzz import fuzz

from rag.steps.families import related

_WORD = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)?", re.UNICODE)
_QUOTES = str.maketrans("‘’‛`´", "'''''")


def word_list(text: str) -> frozenset[str]:
    """Return the words of a table written as running text."""
    return frozenset(text.split())


FUNCTION_WORDS = word_list(
    """a about above according across after again against ago all along already also although am
    among an and another any anybody anyone anything are aren't around as at away back be because
    been before being below between both but by came can can't cannot come could couldn't despite
    did didn't do does doesn't doing don't done down during each either else even ever every
    everybody everyone everything exactly for from further get gets give given go goes going gone
    got had hadn't has hasn't have haven't having he her here hers herself him himself his how
    however i if in indeed instead into is isn't it it's its itself just let like made make many
    may me might mine more most much must my myself near need neither never nor not now of off often
    on once one only onto or other others ought our ours ourselves out over own per perhaps please
    put quite rather really same set shall she should shouldn't since so some somebody someone
    something still such take than that that's the their theirs them themselves then there these
    they this those though through thus to together too toward towards under until up upon us
    used very via was wasn't way we well were weren't what whatever when where whether which while
    who whole whom whose why will with within without won't would wouldn't yet you your yours
    yourself"""
)
"""English words that carry no topic of their own."""

_ABBREVIATED = re.compile(r"(?<![\w.])(?:WHO|US|IT|(?:[A-Z]\.){2,4})(?![\w'’])")
"""Abbreviations that are no words, or function words, in small letters."""

_WEAK_FROM = 5
"""Shorter words must be equal to be akin: `Iran` and `Iraq` are not."""
_AKIN = 86.0
"""Similarity in per cent from which two long words count as spellings of one."""


def fold(text: str) -> str:
    """Return `text` without case, accents and typographic quotes. Lengths may change."""
    plain = text.translate(_QUOTES).casefold()
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(char for char in plain if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """Return the folded words of `text` in order, a possessive ending taken off."""
    return [_bare(match.group()) for match in _WORD.finditer(fold(text))]


def _bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def stems(tokens: Iterable[str]) -> list[str]:
    """Return the Snowball stem of each folded word."""
    # A stemmer keeps a scratch buffer, so one that threads shared would mix up their words.
    found: list[str] = Stemmer.Stemmer("english", 0).stemWords(list(tokens))
    return found


def content_words(text: str) -> list[str]:
    """Return the folded words of `text` that carry a topic, in order; abbreviations last.

    "WHO" and "US" are names where the text is not in capitals altogether.
    """
    told = [word for word in words(text) if word not in FUNCTION_WORDS and _says(word)]
    short = () if text.isupper() else _ABBREVIATED.findall(text)
    return told + [fold(name.replace(".", "")) for name in short]


def _says(word: str) -> bool:
    return len(word) > 1 or word.isdigit()


def topic_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that carry a topic."""
    return frozenset(stems(content_words(text)))


@lru_cache(maxsize=65_536)
def akin(one: str, other: str) -> bool:
    """Return whether two stems are forms or spellings of one word.

    Equal; or of one family (`close`, `closure`); or one begins the other and adds a short ending
    (`sardinia`, `sardinian`); or both are long and nearly equal (`sardinia`, `sardniia`). Numbers
    must be equal.
    """
    if one == other or related(one, other):
        return True
    if one[:1] != other[:1] or min(len(one), len(other)) < _WEAK_FROM:
        return False
    if one[0].isdigit():
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return len(long) - len(short) <= 3
    return min(len(one), len(other)) > _WEAK_FROM + 1 and fuzz.ratio(one, other) >= _AKIN
