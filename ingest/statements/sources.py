"""Whose words a cue reports: the noun phrase that is its subject, found by structure."""

from dataclasses import dataclass

from ingest.statements.cues import Cue
from ingest.statements.names import ROLES
from ingest.statements.tokens import Frame, Token
from ingest.statements.words import (
    CONJUNCTIONS,
    DAY_PARTS,
    DETERMINERS,
    FUNCTION_WORDS,
    MONTHS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SINGULAR_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
    looks_finite,
)

_SEGMENT_ENDS = frozenset({"quote", "semicolon", "colon", "dash", "stop"})
_NARRATING = frozenset(["when", "as", "while", "after", "before"])
_LONGEST_SUBJECT = 60
"""Tokens; a subject with everything that hangs on it is never longer in real sentences."""


@dataclass(frozen=True, slots=True)
class Source:
    """Tokens `first` to before `last` of a frame name the speaker."""

    first: int
    last: int


def source_of(frame: Frame, cue: Cue) -> Source | None:
    """Return the noun phrase that speaks at `cue`; none when the sentence does not say."""
    if cue.shape == "according":
        return _after_according(frame, cue)
    if cue.shape == "passive":
        return _after_by(frame, cue)
    if cue.shape == "participle":
        return _subject_of_participle(frame, cue)
    return subject_before(frame, cue.first) or _inverted(frame, cue)


def _after_according(frame: Frame, cue: Cue) -> Source | None:
    """Return whom "according to" names; at a sentence's start the first comma ends it."""
    tokens = frame.tokens
    if cue.first <= 1:
        for index in range(cue.last, min(len(tokens), cue.last + _LONGEST_SUBJECT)):
            if tokens[index].kind == "comma":
                return Source(cue.last, index) if index > cue.last else None
    return noun_phrase_after(frame, cue.last)


def subject_before(frame: Frame, verb: int) -> Source | None:
    """Return the subject of the verb group that starts at token `verb`."""
    tokens = frame.tokens
    if verb == 0:
        return None
    last = tokens[verb - 1]
    if last.kind in _SEGMENT_ENDS:
        return None
    if last.lower in SINGULAR_PRONOUNS or last.lower in {"they", "we", "i"}:
        return Source(verb - 1, verb)
    if last.lower in CONJUNCTIONS:
        return main_subject(frame, verb - 1)
    start = _segment_start(tokens, verb)
    if last.lower in RELATIVES:
        return Source(verb - 1, verb)
    chunks = _chunks(tokens, start, verb)
    return _apposed(tokens, chunks) if last.kind == "comma" else _last_phrase(tokens, chunks)


def main_subject(frame: Frame, before: int) -> Source | None:
    """Return the subject of the sentence that holds token `before`: its first noun phrase.

    "Minutes later, X agreed": a phrase without a verb gives way to the clause after it, unless
    that clause has no subject of its own, which makes it an apposition ("X, a lawyer, agreed").
    """
    tokens = frame.tokens
    while before and tokens[before - 1].kind == "stop":
        before -= 1
    phrase: Source | None = None
    for first, last in _chunks(tokens, _clause_start(tokens, before), before):
        first = _skip_openers(tokens, first, last)
        if first == last or _is_introducer(tokens, first, last):
            continue
        verb = next((i for i in range(first, last) if _ends_subject(tokens[i])), None)
        if verb is None:
            phrase = phrase or Source(first, max(first + 1, _phrase_end(tokens, first, last)))
        elif verb > first:
            return Source(first, verb)
        else:
            return phrase
    return phrase


def _subordinate_subject(frame: Frame, before: int) -> Source | None:
    """Return the subject of the last "…, when X did it" before a token, if there is one."""
    tokens = frame.tokens
    for index in range(before - 1, max(0, before - _LONGEST_SUBJECT), -1):
        if tokens[index].lower in _NARRATING and tokens[index - 1].kind == "comma":
            verb = next((i for i in range(index, before) if _ends_subject(tokens[i])), before)
            return Source(index + 1, verb) if index + 1 < verb < before else None
    return None


def _ends_subject(token: Token) -> bool:
    return token.kind in _SEGMENT_ENDS or looks_finite(token.lower)


def noun_phrase_after(frame: Frame, start: int) -> Source | None:
    """Return the noun phrase that starts at token `start`, with what hangs on it."""
    end = _phrase_end(frame.tokens, start, min(len(frame.tokens), start + _LONGEST_SUBJECT))
    return Source(start, end) if end > start else None


def _segment_start(tokens: tuple[Token, ...], verb: int) -> int:
    depth = 0
    for index in range(verb - 1, max(-1, verb - _LONGEST_SUBJECT), -1):
        kind = tokens[index].kind
        depth += (kind == "close") - (kind == "open")
        if depth < 0 or (depth == 0 and kind in _SEGMENT_ENDS):
            return index + 1
    return max(0, verb - _LONGEST_SUBJECT)


def _clause_start(tokens: tuple[Token, ...], before: int) -> int:
    """Return where the sentence around `before` starts, after quotations that open it."""
    start = 0
    while start < before and tokens[start].kind in {"quote", "comma", "dash", "stop"}:
        start += 1
    for index in range(before - 1, start, -1):
        if tokens[index].kind in {"semicolon", "stop"}:
            return index + 1
    return start


def _chunks(tokens: tuple[Token, ...], start: int, end: int) -> list[tuple[int, int]]:
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


def _skip_openers(tokens: tuple[Token, ...], first: int, last: int) -> int:
    while first < last and (
        tokens[first].lower in CONJUNCTIONS
        or (is_adverb(tokens[first].lower) and tokens[first].lower not in {"all", "both"})
    ):
        first += 1
    return first


def _is_introducer(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether the chunk sets the scene ("In a speech", "When asked", "Friday")."""
    word = tokens[first].lower if first < last else ""
    if word in PREPOSITIONS or word in SUBORDINATORS or word in TIME_WORDS or word in MONTHS:
        return True
    if last - first == 1 and is_adverb(word):
        return True
    if word.endswith("ed") and last - first > 1 and first == 0:
        after = tokens[1].lower
        return after in PREPOSITIONS or after in SUBORDINATORS
    return word.endswith("ing") and not tokens[first].text.isupper() and len(word) > 4


def _apposed(tokens: tuple[Token, ...], chunks: list[tuple[int, int]]) -> Source | None:
    """Return the subject whose apposition ends right before the verb ("X, a lawyer, said")."""
    for number, (first, last) in enumerate(chunks):
        start = _skip_openers(tokens, first, last)
        if start == last or _is_introducer(tokens, start, last):
            continue
        if number + 1 < len(chunks) and _holds_verb(tokens, start, last):
            continue
        end = chunks[-1][1]
        if number + 1 < len(chunks) and _is_interruption(tokens, chunks[number + 1 :]):
            end = last
        return Source(start, end)
    return None


def _is_interruption(tokens: tuple[Token, ...], chunks: list[tuple[int, int]]) -> bool:
    return all(_is_introducer(tokens, first, last) for first, last in chunks)


def _holds_verb(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    relative = False
    for index in range(first, last):
        relative = relative or tokens[index].lower in RELATIVES
        if not relative and looks_finite(tokens[index].lower):
            return True
    return False


def _last_phrase(tokens: tuple[Token, ...], chunks: list[tuple[int, int]]) -> Source | None:
    """Return the subject that ends right before the verb, with no comma between."""
    if not chunks:
        return None
    first, last = chunks[-1]
    start = _skip_openers(tokens, first, last)
    for index in range(last - 1, start - 1, -1):
        word = tokens[index].lower
        if word in SUBORDINATORS and (
            word not in PREPOSITIONS or _holds_verb(tokens, start, index)
        ):
            start = index + 1
            break
        if word in {"that", "which", "what"} and index >= first and index + 1 < last:
            start = index + 1
            break
        if word in CONJUNCTIONS and _holds_verb(tokens, start, index):
            start = index + 1
            break
    start = _skip_openers(tokens, start, last)
    if start < last and _is_introducer(tokens, start, last):
        start = _after_introduction(tokens, start, last)
    return Source(start, last) if start < last else None


def _after_introduction(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Return where the subject starts when no comma parts it from an opening phrase."""
    for index in range(last - 1, first, -1):
        word = tokens[index].lower
        if word in DETERMINERS or word in POSSESSIVES:
            return index
        if not tokens[index].capital and tokens[index].kind == "word" and word not in {"of", "for"}:
            return index + 1 if index + 1 < last else first + 1
    return first + 1


def _inverted(frame: Frame, cue: Cue) -> Source | None:
    """Return the subject after the verb ("said Smith", "asked one voter")."""
    tokens = frame.tokens
    before = tokens[cue.first - 1].kind if cue.first else "stop"
    if before not in {"quote", "comma", "stop", "dash"} or cue.last >= len(tokens):
        return None
    token = tokens[cue.last]
    if token.kind != "word" or token.lower in PREPOSITIONS or token.lower in {"that", "to"}:
        return None
    if token.lower in OBJECT_PRONOUNS - {"it", "you"} or token.lower in TIME_WORDS:
        return None
    return _with_appositions(frame, noun_phrase_after(frame, cue.last))


def _with_appositions(frame: Frame, source: Source | None) -> Source | None:
    """Return an inverted subject with what describes it ("said Lee, 65, who …")."""
    tokens = frame.tokens
    if source is None or source.last + 1 >= len(tokens) or tokens[source.last].kind != "comma":
        return source
    following = tokens[source.last + 1]
    numeral = following.text[:1].isdigit()
    describes = following.lower in {"who", "whose", "which", "a", "an", "the"} | ROLES
    if not numeral and not describes and not _is_apposition(tokens, source.last + 1, len(tokens)):
        return source
    last = source.last + 1
    while last < len(tokens) and tokens[last].kind not in _PHRASE_STOPS:
        if tokens[last].kind == "open":
            last = next((i for i in range(last, len(tokens)) if tokens[i].kind == "close"), last)
        if tokens[last].kind == "comma" and _is_introducer(tokens, last + 1, len(tokens)):
            break
        last += 1
    return Source(source.first, last)


def _after_by(frame: Frame, cue: Cue) -> Source | None:
    tokens = frame.tokens
    for index in range(cue.last, min(len(tokens), cue.last + 4)):
        if tokens[index].lower == "by":
            return noun_phrase_after(frame, index + 1)
    return None


def _subject_of_participle(frame: Frame, cue: Cue) -> Source | None:
    """Return who says at "…, adding that" (the clause's subject) or at "a letter saying"."""
    before = frame.tokens[cue.first - 1] if cue.first else None
    if before is None or before.kind != "word" or _cannot_end_noun(before):
        return _subordinate_subject(frame, cue.first) or main_subject(frame, cue.first)
    first = cue.first - 1
    while first > 0 and not _cannot_end_noun(frame.tokens[first - 1]):
        first -= 1
    while first < cue.first - 1 and is_adverb(frame.tokens[first].lower):
        first += 1
    return Source(first, cue.first)


def _cannot_end_noun(token: Token) -> bool:
    word = token.lower
    return (
        token.kind not in {"word", "possessive"}
        or word in PREPOSITIONS
        or word in CONJUNCTIONS
        or word in SUBORDINATORS
        or looks_finite(word)
    )


_PHRASE_STOPS = frozenset({"quote", "semicolon", "colon", "dash", "stop", "close"})


def _phrase_end(tokens: tuple[Token, ...], start: int, limit: int) -> int:
    """Return the end of the noun phrase that starts at `start`."""
    index = start
    while index < limit:
        token = tokens[index]
        if token.kind in _PHRASE_STOPS:
            break
        if token.kind == "open":
            index = next((i for i in range(index, limit) if tokens[i].kind == "close"), limit - 1)
        elif (token.kind == "comma" and not _is_apposition(tokens, index + 1, limit)) or (
            index > start and _ends_phrase(tokens, index)
        ):
            break
        index += 1
    while index > start and tokens[index - 1].kind in {"comma"}:
        index -= 1
    return index


def _is_apposition(tokens: tuple[Token, ...], index: int, limit: int) -> bool:
    if index >= limit or tokens[index].kind != "word":
        return False
    word = tokens[index].lower
    if word in {"who", "whose", "which", "a", "an", "the"} or word in POSSESSIVES:
        return True
    return tokens[index].capital and word not in FUNCTION_WORDS


def _ends_phrase(tokens: tuple[Token, ...], index: int) -> bool:
    word = tokens[index].lower
    if word in {"of", "for", "and", "who", "whose", "which", "from", "with", "at", "in", "on"}:
        if word in {"in", "on", "at"}:
            return not (index + 1 < len(tokens) and tokens[index + 1].capital)
        return False
    return (
        word in PREPOSITIONS
        or word in SUBORDINATORS
        or word in TIME_WORDS
        or word in DAY_PARTS
        or word == "that"
    )
