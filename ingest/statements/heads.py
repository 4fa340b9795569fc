"""The head of a source: the words that name the speaker, without what hangs on them."""

from ingest.statements.names import (
    ROLES,
    Name,
    is_body_word,
    is_office,
    is_title,
    names_in,
)
from ingest.statements.noun_phrases import Source
from ingest.statements.tokens import Token
from ingest.statements.words import (
    ARTICLES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
)

_MOST_DESCRIBING = 3
_AREAS = frozenset(["district", "state", "county", "city", "province", "region", "diocese"])


def head_names(tokens: tuple[Token, ...], first: int, last: int) -> list[Name]:
    """Return the names that may be the speaker's, not those that a speaker is "of" or "for"."""
    found: list[Name] = []
    for name in names_in(tokens, first, last):
        hung = any(token.lower in PREPOSITIONS for token in tokens[first : name.first])
        link = tokens[name.first - 1].lower if name.first > first else ""
        hung = hung and (link in PREPOSITIONS | CONJUNCTIONS | DETERMINERS)
        # "A lawyer representing NAME": the participle's object, like a preposition's.
        hung = hung or (link.endswith("ing") and name.first - first > 1 and not name.titles)
        owner = name.last < last and followed_by_possessive(tokens, name.last)
        if not hung and not owner:
            found.append(name)
    return found


def _heads_phrase(word: str) -> bool:
    """Return whether a capitalised word goes on after a preposition ("University of …")."""
    return word in ROLES or word in _AREAS or is_body_word(word)


def head_noun(words: list[str]) -> str:
    """Return the noun that a phrase is about: the last word before a preposition."""
    for index, word in enumerate(words):
        if index and word in PREPOSITIONS:
            return words[index - 1]
    return words[-1] if words else ""


def followed_by_possessive(tokens: tuple[Token, ...], index: int) -> bool:
    """Return whether what ends before token `index` is a genitive ("Lind's")."""
    return index < len(tokens) and tokens[index].kind == "possessive"


def head_end(tokens: tuple[Token, ...], source: Source) -> int:
    """Return the end of the source's first part, before appositions and relative clauses."""
    for index in range(source.first + 1, source.last):
        token = tokens[index]
        if token.kind in {"comma", "open", "dash"} or token.lower in {"who", "which", "whose"}:
            return index
        before = tokens[index - 1]
        named = before.capital and before.lower not in DETERMINERS
        if token.lower in PREPOSITIONS and named and not _heads_phrase(before.lower):
            return index
    return source.last


def apposed_name(tokens: tuple[Token, ...], head: int, source: Source) -> Name | None:
    """Return the name right behind the head's comma ("the mayor, Ada Lind, …")."""
    if head >= source.last or tokens[head].kind != "comma":
        return None
    first = head + 1 + (tokens[head + 1].lower in ARTICLES)
    names = list(names_in(tokens, first, source.last))
    while len(names) > 1 and _only_describes(tokens, names[0], names[1]):
        names = names[1:]
    name = names[0] if names else None
    if name is None or is_title(name.name.lower()) or is_office(name):
        return None
    if first > head + 1 and not (name.titles and _closes(tokens, name.last, source)):
        # "NAME, a Norby Radio reporter": that one only describes.
        return None
    before = tokens[head + 1 : name.first]
    told = len(before) <= _MOST_DESCRIBING and all(map(_describes, before))
    return name if told or name.first - len(name.titles) <= first else None


def _closes(tokens: tuple[Token, ...], last: int, source: Source) -> bool:
    return last >= source.last or tokens[last].kind == "comma"


def _only_describes(tokens: tuple[Token, ...], one: Name, other: Name) -> bool:
    """Return whether a name stands before another's role ("former Ruritanian minister NAME")."""
    between = tokens[one.last : other.first]
    return bool(between) and all(map(_describes, between)) and is_title(between[-1].lower)


def _describes(token: Token) -> bool:
    """Return whether a word before a name may tell what its bearer is ("qualifier NAME")."""
    plain = token.kind == "word" and not token.capital and not token.finite
    return plain and token.lower not in FUNCTION_WORDS
