"""Phrases that name a place or an occasion: which nouns head one, and where one ends."""

from ingest.statements.names import is_title
from ingest.statements.tokens import Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import (
    CONJUNCTIONS,
    DAY_PARTS,
    DETERMINERS,
    FUNCTION_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    is_adverb,
    is_time,
)

PLACING = frozenset(["in", "at", "on", "during", "from", "via", "outside", "before", "inside"])
"""Prepositions that open a place or an occasion."""
GATHERINGS = vocabulary("""
    conference briefing rally meeting hearing debate session summit forum event trial inquest
    inquiry ceremony vigil congress convention parliament assembly senate court commons council
    committee commission panel tribunal cabinet jury symposium seminar
""")
"""What may be told something as a body, and before which one speaks."""
TEXTS = vocabulary("""
    interview statement tweet post letter email e-mail message speech report column video address
    memo note memoir book article essay testimony filing affidavit ruling announcement podcast
""")
"""What holds somebody's words."""
OCCASIONS = (
    GATHERINGS
    | TEXTS
    | vocabulary("""
    interviews statements tweets posts broadcast op-ed lecture sermon homily release releases call
    phone telephone thread appearance visit dinner lunch breakfast gathering lawsuit complaint blog
    monologue remarks comments funeral service reception opening festival webcast webinar livestream
    radio television tv media website page program programme show stage air screen episode
    newsletter communique communiqué verdict decision autobiography diary transcript recording
    clip documentary stop tour anniversary match game tournament workshop roundtable hall
    headquarters house palace airport hospital school church mosque university station embassy
    border front scene premiere awards profile feed caption chat channel telegram twitter
    presentation demonstration protest parade celebration commemoration memorial exhibition fair
    expo launch plenary podium floor steps studio
""")
)
LATEST = frozenset(["last", "this", "next", "that", "early", "late"])
"""What opens a time ("last week")."""
_LATER = frozenset(["later", "earlier", "ago", "afterwards", "afterward"])
_LINKS = frozenset(["with", "in", "at", "on", "of", "to", "for", "by", "from", "outside", "before"])
"""What a named occasion goes on with ("with local radio", "in TOWN", "of the assembly")."""
_LANGUAGES = vocabulary("""
    english french german spanish italian portuguese dutch russian ukrainian polish arabic hebrew
    persian farsi turkish armenian azerbaijani azeri georgian greek chinese mandarin cantonese
    japanese korean hindi urdu bengali swahili latin danish swedish norwegian finnish hungarian
    czech slovak romanian bulgarian serbian croatian welsh irish gaelic catalan basque kurdish
    pashto dari thai vietnamese tagalog malay indonesian yiddish
""")
"""What one speaks in as well, which is no place."""
_LONGEST_HEAD = 8
_MOST_LINKS = 3


def placed(tokens: tuple[Token, ...], preposition: int, last: int) -> int | None:
    """Return the end of the phrase that a preposition opens, if it names a place or occasion."""
    end = noun_phrase(tokens, preposition + 1, last, OCCASIONS)
    if end is not None:
        return end
    end = _name_end(tokens, preposition + 1, last)
    if end is None:
        return None
    opener, word = tokens[preposition + 1], tokens[preposition].lower
    if is_title(opener.lower) or (word == "before" and opener.capital):
        return None
    if word == "in" and tokens[end - 1].lower in _LANGUAGES:
        return None
    return _linked(tokens, end, last)


def noun_phrase(
    tokens: tuple[Token, ...], start: int, last: int, nouns: frozenset[str]
) -> int | None:
    """Return the end of "a long interview with …" where its head is one of the nouns."""
    head = _trimmed(tokens, start, head_end(tokens, start, last))
    if head - start > 1 and tokens[head - 1].lower == "broadcast":
        # "In an interview broadcast on Sunday": the verb, not the noun.
        head -= tokens[head - 2].lower in nouns
    if head <= start or tokens[head - 1].lower not in nouns:
        return None
    return _linked(tokens, head, last)


def head_end(tokens: tuple[Token, ...], start: int, last: int) -> int:
    """Return the end of the words before the first preposition, comma, verb or time."""
    limit = min(last, start + _LONGEST_HEAD)
    for index in range(start, limit):
        token = tokens[index]
        plain = token.kind in {"word", "possessive"}
        if not plain or token.finite or token.lower in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS:
            return index
        if index > start and token.lower in DETERMINERS | POSSESSIVES | LATEST | _LATER:
            return index
    return limit


def tells_time(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether a date starts there ("on Friday", "in 2021", "on the same day")."""
    words = [token.lower for token in tokens[index : index + 3]]
    if not words:
        return False
    dated = is_time(words[0]) or words[0][:1].isdigit() or words[0] in {"day", "week"}
    return dated or (words[0] == "the" and not {"day", "week", "time"}.isdisjoint(words))


def _trimmed(tokens: tuple[Token, ...], start: int, end: int) -> int:
    """Return where a phrase ends without the day or adverb behind it ("an interview Sunday")."""
    while end > start + 1 and (is_time(tokens[end - 1].lower) or is_adverb(tokens[end - 1].lower)):
        end -= 1
    return end


def _name_end(tokens: tuple[Token, ...], start: int, last: int) -> int | None:
    """Return the end of a place's or platform's name ("the Port Hall"), if one is there."""
    first = start + (start < last and tokens[start].lower in {"the", "his", "her", "its", "their"})
    index = first
    while index < last and _names(tokens[index]):
        index += 1
    while first < index < last - 1 and tokens[index].lower == "of":
        step = index + 1 + (tokens[index + 1].lower == "the")
        if step >= last or not _names(tokens[step]):
            break
        index = step + 1
    if index == first:
        return None
    following = tokens[index] if index < len(tokens) else None
    if following is None or following.kind not in {"word", "possessive"}:
        return index
    # Before a noun or a verb the name is not the place but what the words go on with.
    word = following.lower
    adjunct = word in PREPOSITIONS or word == "that" or is_time(word) or is_adverb(word)
    return index if adjunct or word in LATEST | _LATER else None


def _names(token: Token) -> bool:
    if token.kind != "word" or not token.capital or is_time(token.lower):
        return False
    return token.lower not in FUNCTION_WORDS and token.lower not in DAY_PARTS


def _linked(tokens: tuple[Token, ...], end: int, last: int) -> int:
    """Return the end of an occasion with what hangs on it ("… with local radio in TOWN")."""
    for _ in range(_MOST_LINKS):
        if end + 1 >= last or tokens[end].lower not in _LINKS or tells_time(tokens, end + 1):
            return end
        head = _trimmed(tokens, end + 1, head_end(tokens, end + 1, last))
        cut = head < last and tokens[head].lower in CONJUNCTIONS
        if head == end + 1 or tokens[head - 1].kind == "possessive" or cut:
            return end
        end = head
    return end
