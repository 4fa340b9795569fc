"""Sources that name several speakers at once ("Ada Lind and Otto Hass", "Lind and her deputy")."""

from ingest.statements.directory import Directory
from ingest.statements.heads import head_names
from ingest.statements.names import Name, is_body_word, is_title, names_in
from ingest.statements.noun_phrases import Source
from ingest.statements.tokens import Token
from ingest.statements.words import (
    DETERMINERS,
    FUNCTION_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)

_RELATIVES = RELATIVES | {"whose"}
_PRONOUNS = frozenset(["he", "she"])
_OTHERS = frozenset(
    ["others", "other", "colleagues", "several", "many", "some", "more", "two", "three"]
)
_MOST_DESCRIBING = 4
"""Words that may tell what a speaker is ("star defenseman NAME")."""
_LONGEST = 40
"""Tokens of a source that is looked into."""


def coordinated(
    tokens: tuple[Token, ...], source: Source, directory: Directory
) -> tuple[Source, ...]:
    """Return the parts of a source that each name or describe a speaker; none where it is one.

    A word like "and" joins speakers only where a person's name, or a body's with an article,
    stands on either side; inside titles, descriptions and names of firms it does not.
    """
    first, last = source.first, min(source.last, source.first + _LONGEST)
    first += tokens[first].lower == "both"
    if any(token.lower in _RELATIVES for token in tokens[first:last]):
        return ()
    joints = [i for i in range(first + 1, last - 1) if tokens[i].lower == "and"]
    for joint in joints:
        parted = tokens[joint - 1].kind == "comma"
        left, right = Source(first, joint - parted), Source(joint + 1, last)
        if left.first >= left.last:
            continue
        if _is_body(tokens, left) and _is_body(tokens, right):
            return (left, right)
        owned = tokens[right.first].lower in {"his", "her"} and _is_lone_name(tokens, left)
        if (owned or _names_one(tokens, left, directory)) and _opens_one(tokens, right, directory):
            described = _is_described(tokens, left, directory)
            if not described or (parted and not _only_describes(tokens, right)):
                return (*_listed(tokens, left, directory), *_named(tokens, right))
    return ()


def _names_one(tokens: tuple[Token, ...], part: Source, directory: Directory) -> bool:
    """Return whether a part is a pronoun or a person, and no more hangs on another person."""
    if part.last - part.first == 1 and tokens[part.first].lower in _PRONOUNS:
        return True
    apposed = any(token.kind == "comma" for token in tokens[part.first : part.last])
    if is_title(tokens[part.last - 1].lower) and not apposed:
        # "The former governor and party chairman NAME" is one person.
        return False
    names = head_names(tokens, part.first, part.last)
    if not any(_is_person(name, directory) for name in names):
        return False
    nearest = list(names_in(tokens, part.first, part.last))[-1]
    before = tokens[nearest.first - len(nearest.titles) - 1].lower if nearest.first else ""
    hung = nearest.first > part.first and before in PREPOSITIONS
    return not (hung and _is_person(nearest, directory))


def _is_lone_name(tokens: tuple[Token, ...], part: Source) -> bool:
    """Return whether a part is one name, which "and her deputy" behind it tells a person's."""
    names = head_names(tokens, part.first, part.last)
    return len(names) == 1 and names[0].first == part.first and names[0].last == part.last


def _opens_one(tokens: tuple[Token, ...], part: Source, directory: Directory) -> bool:
    """Return whether a part begins with a person's name, or describes somebody ("her deputy")."""
    if tokens[part.first].lower in DETERMINERS | POSSESSIVES | _OTHERS | _PRONOUNS:
        return True
    name = next(names_in(tokens, part.first, part.last), None)
    if name is None or not _is_person(name, directory):
        return False
    before = tokens[part.first : name.first]
    told = all(token.kind == "word" and not _hangs(token) for token in before)
    return told and len(before) <= _MOST_DESCRIBING


def _hangs(token: Token) -> bool:
    """Return whether a word before a name tells that it is another's, or no part of it."""
    if is_title(token.lower) or token.capital:
        return False
    return token.finite or token.lower in FUNCTION_WORDS or token.lower.endswith("ing")


def _only_describes(tokens: tuple[Token, ...], part: Source) -> bool:
    """Return whether nobody's name is told ("her deputy", "others"; not "her deputy, NAME")."""
    if tokens[part.first].lower in _OTHERS:
        return True
    apposed = any(token.kind == "comma" for token in tokens[part.first : part.last])
    return tokens[part.first].lower in DETERMINERS | POSSESSIVES and not apposed


def _is_described(tokens: tuple[Token, ...], part: Source, directory: Directory) -> bool:
    """Return whether a name is followed by what it is ("Ada Lind, the mayor")."""
    comma = next((i for i in range(part.first, part.last) if tokens[i].kind == "comma"), None)
    if comma is None or _is_name(tokens, _last_chunk(tokens, part), directory):
        return False
    return bool(head_names(tokens, part.first, comma))


def _last_chunk(tokens: tuple[Token, ...], part: Source) -> Source:
    commas = [i for i in range(part.first, part.last) if tokens[i].kind == "comma"]
    return Source(commas[-1] + 1, part.last) if commas else part


def _named(tokens: tuple[Token, ...], part: Source) -> tuple[Source, ...]:
    """Return the part, but for one that only tells that there are more ("others")."""
    return () if tokens[part.first].lower in _OTHERS else (part,)


def _is_person(name: Name, directory: Directory) -> bool:
    entity = directory.find(name.name, name.gender)
    if name.titles or (entity is not None and entity.person):
        return True
    # A firm or country of two names joined by "and" has one word on either side.
    words = name.name.lower().split()
    return len(words) > 1 and not any(is_body_word(word) for word in words)


def _is_body(tokens: tuple[Token, ...], part: Source) -> bool:
    words = [token.lower for token in tokens[part.first : part.last]]
    return words[0] in DETERMINERS and any(is_body_word(word) for word in words)


def _listed(tokens: tuple[Token, ...], part: Source, directory: Directory) -> tuple[Source, ...]:
    """Return the people of "A, B" one by one where nothing but names stands between commas."""
    commas = [i for i in range(part.first, part.last) if tokens[i].kind == "comma"]
    starts = [part.first, *(comma + 1 for comma in commas)]
    ends = [*commas, part.last]
    chunks = tuple(Source(a, b) for a, b in zip(starts, ends, strict=True) if a < b)
    if len(chunks) > 1 and all(_is_name(tokens, chunk, directory) for chunk in chunks):
        return chunks
    # "The two captains, NAME and NAME": what stands before the comma describes both.
    return chunks[-1:] if _is_name(tokens, chunks[-1], directory) else (part,)


def _is_name(tokens: tuple[Token, ...], part: Source, directory: Directory) -> bool:
    names = list(names_in(tokens, part.first, part.last))
    if len(names) != 1 or names[0].last != part.last or not _is_person(names[0], directory):
        return False
    return names[0].first - len(names[0].titles) <= part.first
