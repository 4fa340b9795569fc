"""Whom a draft gives words to by layout alone, where no verb of saying tells.

A name in brackets or after a dash behind the quote, before a colon or dash at its line's beginning,
in another cell of its table row, or, for "she", the one person whom its paragraph names before it.
"""

import re
import unicodedata
from collections.abc import Iterator

from ingest import Span
from ingest.statements.names import is_body_word, names_in
from ingest.statements.tokens import tokenise
from rag.steps.words import FUNCTION_WORDS, word_list
from rag.values.check import Claim

_MARKER = r"(?:\s*\[\^?\d{1,3}\])*"
"""Numbers of footnotes."""
_BRACKETED = re.compile(rf"{_MARKER}[.,]?\s*\(([^()\n]{{3,120}})\)")
_DASHED = re.compile(rf"{_MARKER}[.,]?\s*(?:\n[>\s]*)?(?:[—–―]|--?\s)\s*([^\n|]{{3,120}})")
_SAID = re.compile(
    r"\s*[,.]?\s*(?:sagte|sagt|erklärte|meinte|betonte|so|a\s+déclaré|a\s+dit|a\s+affirmé|affirme|dit"
    r"|dijo|afirmó|disse|ha\s+detto)\s+([^\n,.;:!?]{3,80})"
)
"""The commonest verbs after a quote in German, French, Spanish and Italian."""
_HEAD = re.compile(
    r"^[\s>]*(?:[-*•]\s+|\d{1,3}[.)]\s+)?([^\n|]{3,80}?)\s*(?:\([^()\n]*\))?\s*(?::|[—–]|--?\s)\s*$"
)
_SPEAKER = re.compile(
    r'"(?:speaker|name|author|who|said_by|attributed_to|attribution)"\s*:\s*"([^"\n]{3,80})"',
    re.IGNORECASE,
)
_OBJECT = 5_000
"""Characters of an object of JSON that are looked at."""
_CELL = re.compile(r"\|")
_EMPHASIS = re.compile(r"[*_]{1,3}")
_DAY = re.compile(r"\d")
_PARTICLES = word_list("de del della di da dos van von der den bin ibn al el la le ten ter of")
_LONGEST_NAME = 6
"""Words, a title's included."""


def given_to(text: str, span: Span) -> Claim | None:
    """Return to whom the layout around a quotation, its marks included, gives its words."""
    for written in (*_in_object(text, span), *_around(text, span)):
        name = _person(written)
        if name is not None:
            return Claim(name, name, placed=True)
    return None


def _in_object(text: str, span: Span) -> Iterator[str]:
    """Yield the speaker beside a quotation in an object of JSON."""
    start, end = text.rfind("{", 0, span.start), text.find("}", span.end)
    if 0 <= start < end and "}" not in text[start : span.start] and end - start < _OBJECT:
        for found in _SPEAKER.finditer(text, start, end):
            if not span.start <= found.start(1) < span.end:
                yield found[1]


def named_before(text: str, at: int) -> str | None:
    """Return the one person whom the paragraph names before `at`; none where there are several."""
    paragraph = max(text.rfind("\n", 0, at) + 1, at - 1_000)
    tokens = tuple(tokenise(text, Span(paragraph, at))) if paragraph < at else ()
    named = (found.name for found in names_in(tokens, 0, len(tokens)))
    people = {name for name in named if " " in name and _person(name) is not None}
    return people.pop() if len(people) == 1 else None


def _around(text: str, span: Span) -> Iterator[str]:
    bracketed = _BRACKETED.match(text, span.end)
    if bracketed is not None:
        name, _, rest = bracketed[1].partition(",")
        if " " in name.strip() or _DAY.search(rest):
            yield name
    dashed = _DASHED.match(text, span.end)
    if dashed is not None:
        yield re.split(r"[,(]", dashed[1])[0]
    said = _SAID.match(text, span.end)
    if said is not None:
        yield said[1]
    start = text.rfind("\n", 0, span.start) + 1
    head = _HEAD.match(text[start : span.start])
    if head is not None:
        yield head[1]
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    if line.lstrip().startswith("|"):
        yield from _CELL.split(line)


def _person(written: str) -> str | None:
    """Return what is written, if it is no more than a person's name."""
    name = _EMPHASIS.sub("", written).strip(" \t:.,;")
    words = name.split()
    if not 0 < len(words) <= _LONGEST_NAME or not all(map(_in_name, words)):
        return None
    if is_body_word(words[-1].lower()) or words[0].lower() in FUNCTION_WORDS:
        return None
    return name if words[0][0].isupper() and words[-1][0].isupper() else None


def _in_name(word: str) -> bool:
    letters = [char for char in word if char not in ".’'-"]
    alphabetic = all(unicodedata.category(char)[0] in "LM" for char in letters)
    return bool(letters) and alphabetic and (word[0].isupper() or word.lower() in _PARTICLES)
