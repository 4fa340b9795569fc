"""How a sentence falls into clauses and the phrases between its commas."""

from ingest.statements.noun_phrases import LONGEST_SUBJECT
from ingest.statements.tokens import Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import (
    CONJUNCTIONS,
    MONTHS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
)

_LONGEST_CLAUSE = 300
"""Tokens looked back over for a sentence's subject."""
_SPOKEN_THINGS = vocabulary("""
    letter statement email e-mail message post note memo report speech interview video
""")
_LONGEST_PLACE = 8
_LONGEST_DATELINE = 14
_QUESTION_WORDS = frozenset(["what", "which", "who", "why", "how", "whose"])
_TIME_OPENERS = frozenset(["last", "this", "that", "one", "earlier", "late", "early", "next"])
_TIME_NOUNS = vocabulary("""
    week weekend month year night day morning evening afternoon spring summer autumn fall winter
""")
_TIME_SPANS = frozenset(["minutes", "hours", "days", "weeks", "months", "years", "decades"])
SEGMENT_ENDS = frozenset({"quote", "semicolon", "colon", "dash", "stop"})


def segment_start(tokens: tuple[Token, ...], verb: int) -> int:
    """Return the first token of the stretch without colon, dash or quotation before `verb`."""
    depth = 0
    for index in range(verb - 1, max(-1, verb - LONGEST_SUBJECT), -1):
        kind = tokens[index].kind
        depth += (kind == "close") - (kind == "open")
        if depth < 0 or (depth == 0 and kind in SEGMENT_ENDS):
            return index + 1
    return max(0, verb - LONGEST_SUBJECT)


def clause_start(tokens: tuple[Token, ...], before: int) -> int:
    """Return where the sentence around `before` starts, after quotations that open it."""
    start = max(0, before - _LONGEST_CLAUSE)
    while start < before and tokens[start].kind in {"quote", "comma", "dash", "stop"}:
        start += 1
    for index in range(before - 1, start, -1):
        bracketed = index + 1 < len(tokens) and tokens[index + 1].kind == "close"
        if tokens[index].kind in {"semicolon", "stop"} and not bracketed:
            return index + 1
    return start


def ends_in_time(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether "last week" or the like closes tokens `first` to before `last`."""
    if last - first < 3 or tokens[last - 1].lower not in _TIME_NOUNS:
        return False
    return tokens[last - 2].lower in _TIME_OPENERS - {"that", "one"}


def chunks_between(tokens: tuple[Token, ...], start: int, end: int) -> list[tuple[int, int]]:
    """Return the token ranges between the commas, brackets left whole; empty ones left out."""
    chunks: list[tuple[int, int]] = []
    first, depth = start, 0
    for index in range(start, end):
        kind = tokens[index].kind
        depth += (kind == "open") - (kind == "close")
        if kind == "comma" and depth <= 0:
            chunks.append((first, index))
            first = index + 1
    chunks.append((first, end))
    return [(first, last) for first, last in chunks if last > first]


def skip_openers(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Return the first token that is neither conjunction nor adverb ("But later …")."""
    while first < last and (
        tokens[first].lower in CONJUNCTIONS
        or (is_adverb(tokens[first].lower) and tokens[first].lower not in {"all", "both"})
    ):
        first += 1
    return first


def is_relative(tokens: tuple[Token, ...], that: int) -> bool:
    """Return whether "that" hangs on the noun before it ("in a letter that was sent …")."""
    hung = that > 0 and tokens[that - 1].lower in _SPOKEN_THINGS
    return hung and that + 1 < len(tokens) and tokens[that + 1].finite


def dateline_end(tokens: tuple[Token, ...]) -> int:
    """Return the token behind "TOWN, Feb 11 (Agency) -" that opens a report; 0 without one.

    Behind an agency in capitals the dash may lack ("Town (AGENCY) The mayor …").
    """
    signed = _signed_end(tokens)
    if signed:
        return signed
    if not tokens or not (tokens[0].text.isupper() and len(tokens[0].text) > 2):
        return 0
    for index, token in enumerate(tokens[:_LONGEST_DATELINE]):
        if token.kind == "dash":
            return index + 1
        named = token.kind == "word" and (token.capital or token.text[0].isdigit())
        if not named and token.kind not in {"comma", "open", "close", "stop"}:
            return 0
    return 0


def _signed_end(tokens: tuple[Token, ...]) -> int:
    opening = next(
        (i for i, token in enumerate(tokens[:_LONGEST_PLACE]) if token.kind == "open"), 0
    )
    if not opening or len(tokens) < opening + 4 or tokens[opening + 2].kind != "close":
        return 0
    place = all(token.capital or token.kind == "comma" for token in tokens[:opening])
    agency = tokens[opening + 1].text
    if not (place and agency.isupper() and 1 < len(agency) <= _LONGEST_PLACE):
        return 0
    end = opening + 3
    following = tokens[end]
    if following.kind == "dash":
        return end + 1
    return end if following.capital or following.kind == "quote" else 0


def skip_time(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Return the token behind "Last week" or "Four years later" that opens a stretch."""
    words = [token.lower for token in tokens[first : min(last, first + 3)]]
    if len(words) < 3:
        return first
    if words[0] in _TIME_OPENERS and words[1] in _TIME_NOUNS:
        return first + 2
    spanned = words[1] in _TIME_SPANS and words[2] in {"later", "ago", "earlier", "on"}
    return first + 3 if spanned and last > first + 3 else first


def is_introducer(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether the chunk sets the scene ("In a speech", "When asked", "Friday")."""
    word = tokens[first].lower if first < last else ""
    if word in PREPOSITIONS or word in SUBORDINATORS or word in TIME_WORDS or word in MONTHS:
        return True
    if last - first == 1 and is_adverb(word) and word not in {"all", "both"}:
        return True
    if word in _TIME_OPENERS and last > first and tokens[last - 1].lower in _TIME_NOUNS:
        return True
    if first == 0 and is_circumstance(tokens, first, last):
        return True
    return word.endswith("ing") and not tokens[first].text.isupper() and len(word) > 4


def is_circumstance(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether a participle opens the chunk ("asked whether", "reached by phone")."""
    if last - first < 2 or not tokens[first].lower.endswith("ed"):
        return False
    after = tokens[first + 1].lower
    return after in PREPOSITIONS or after in SUBORDINATORS or after in _QUESTION_WORDS


def holds_verb(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether a finite verb stands between two tokens, relative clauses apart."""
    relative = False
    for index in range(first, last):
        relative = relative or tokens[index].lower in RELATIVES | {"whose", "where"}
        if not relative and tokens[index].finite:
            return True
    return False
