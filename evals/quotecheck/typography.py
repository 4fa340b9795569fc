"""The same words in other typography: what a careful checker must take for the same quote."""

import random
import re
import unicodedata
from collections.abc import Callable

Change = Callable[[str, random.Random], str]

_SOFT = "\u00ad"
_ZERO_WIDTH = "\u200b"
_NBSP = "\u00a0"
_LIGATURES = (("ffi", "\ufb03"), ("fi", "\ufb01"), ("fl", "\ufb02"), ("ff", "\ufb00"))


def varied(quote: str, chance: random.Random) -> str:
    """Return the quote with one to four differences of typography."""
    for change in chance.sample(CHANGES, chance.randint(1, 4)):
        quote = change(quote, chance)
    return quote


def _straight(quote: str, _: random.Random) -> str:
    return quote.translate(str.maketrans("“”‘’", "\"\"''"))


def _curly(quote: str, _: random.Random) -> str:
    opened = re.sub(r"(^|[\s(\[—–-])\"", r"\1“", quote)
    opened = re.sub(r"(^|[\s(\[—–-])'", r"\1‘", opened)
    return opened.replace('"', "”").replace("'", "’")


def _hard_spaces(quote: str, chance: random.Random) -> str:
    return re.sub(" ", lambda _: chance.choice((" ", " ", _NBSP, "\u2009")), quote)


def _broken_lines(quote: str, chance: random.Random) -> str:
    return re.sub(" ", lambda _: chance.choice((" ", " ", " ", "\n", "  ")), quote)


def _hyphenated(quote: str, chance: random.Random) -> str:
    sign = chance.choice((_SOFT, _ZERO_WIDTH))
    return re.sub(
        r"(?<=[a-z]{2})(?=[a-z]{3})", lambda _: sign if chance.random() < 0.1 else "", quote
    )


def _dashes(quote: str, chance: random.Random) -> str:
    dash = chance.choice((" — ", "—", " – ", " -- ", "--"))
    return re.sub(r"\s*[—–]\s*|\s+--?\s+|(?<=\w)--(?=\w)", dash, quote)


def _hyphens(quote: str, chance: random.Random) -> str:
    return re.sub(r"(?<=\w)-(?=\w)", chance.choice(("\u2010", "\u2011")), quote)


def _dots(quote: str, chance: random.Random) -> str:
    return re.sub(r"…|\.\s?\.\s?\.", chance.choice(("…", "...", ". . .", " … ")), quote)


def _ligatures(quote: str, _: random.Random) -> str:
    for letters, sign in _LIGATURES:
        quote = quote.replace(letters, sign)
    return quote


def _decomposed(quote: str, _: random.Random) -> str:
    return unicodedata.normalize("NFD", quote)


def _first_letter(quote: str, chance: random.Random) -> str:
    if not quote[:1].isalpha() or len(quote[0].swapcase()) > 1:
        return quote
    other = quote[0].swapcase()
    return chance.choice((other, f"[{other}]")) + quote[1:] if quote[1:2].isalpha() else quote


def _end(quote: str, chance: random.Random) -> str:
    return quote.rstrip(".,") + chance.choice((".", ",", "")) if quote[-1:] in ".," else quote


CHANGES: tuple[Change, ...] = (
    _straight, _curly, _hard_spaces, _broken_lines, _hyphenated, _dashes, _hyphens, _dots,
    _ligatures, _decomposed, _first_letter, _end,
)  # fmt: skip
