"""The subject of a verb: the noun phrase before it that structure gives to it."""

from ingest.statements.clauses import (
    SEGMENT_ENDS,
    chunks_between,
    clause_start,
    dateline_end,
    ends_in_time,
    holds_verb,
    is_circumstance,
    is_introducer,
    segment_start,
    skip_openers,
    skip_time,
)
from ingest.statements.names import ROLES
from ingest.statements.noun_phrases import LONGEST_SUBJECT, Source, phrase_end
from ingest.statements.tokens import Frame, Token
from ingest.statements.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FUNCTION_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SINGULAR_PRONOUNS,
    SUBORDINATORS,
    is_time,
)

_FEWEST_NAMES = 2
_LONGEST_ASIDE = 20
_RELATIVES = frozenset(["who", "whose", "which", "whom"])
_REPORTING = frozenset(["said", "added", "claimed", "believed", "thought", "knew", "insisted"])
_NARRATING = frozenset(["when", "as", "while", "after", "before"])


def subject_before(frame: Frame, verb: int) -> Source | None:
    """Return the subject of the verb group that starts at token `verb`."""
    tokens = frame.tokens
    if verb == 0:
        return None
    last = tokens[verb - 1]
    if last.kind == "dash":
        return _between_dashes(tokens, verb - 1)
    if last.kind in SEGMENT_ENDS:
        return None
    if last.lower in SINGULAR_PRONOUNS or last.lower in {"they", "we", "i"}:
        return Source(verb - 1, verb)
    if last.lower in CONJUNCTIONS:
        return main_subject(frame, verb - 1)
    start = segment_start(tokens, verb)
    if frame.first_of_paragraph:
        start = max(start, min(dateline_end(tokens), verb))
    if last.lower in RELATIVES:
        return Source(verb - 1, verb)
    chunks = chunks_between(tokens, start, verb)
    if last.kind != "comma":
        phrase = _last_phrase(tokens, chunks)
        if phrase is None:
            return None
        phrase = _without_day(tokens, phrase)
        return _described(tokens, chunks, phrase) or _with_list(tokens, chunks, phrase)
    return _apposed(tokens, chunks) if len(chunks) > 1 else None


def main_subject(frame: Frame, before: int) -> Source | None:
    """Return the subject of the sentence that holds token `before`: its first noun phrase.

    "Minutes later, X agreed": a phrase without a verb gives way to the clause after it, unless
    that clause has no subject of its own, which makes it an apposition ("X, a lawyer, agreed").
    """
    tokens = frame.tokens
    while before and tokens[before - 1].kind == "stop":
        before -= 1
    phrase: Source | None = None
    start = clause_start(tokens, before) or min(before, dateline_end(tokens))
    for first, last in chunks_between(tokens, start, before):
        first = skip_openers(tokens, first, last)
        if first == last or is_introducer(tokens, first, last):
            continue
        verb = next((i for i in range(first, last) if _ends_subject(tokens[i])), None)
        if verb is None:
            phrase = phrase or Source(first, max(first + 1, phrase_end(tokens, first, last)))
        elif tokens[verb].kind == "colon" and verb > first:
            # "Answer: …" is a label, not the subject of what follows it.
            return phrase
        elif verb > first:
            return Source(first, verb)
        else:
            return phrase
    return phrase


def subordinate_subject(frame: Frame, before: int) -> Source | None:
    """Return the subject of the last "…, when X did it" before a token, if there is one."""
    tokens = frame.tokens
    for index in range(before - 1, max(0, before - LONGEST_SUBJECT), -1):
        if tokens[index].lower in _NARRATING and tokens[index - 1].kind == "comma":
            verb = next((i for i in range(index, before) if _ends_subject(tokens[i])), before)
            return Source(index + 1, verb) if index + 1 < verb < before else None
    return None


def _ends_subject(token: Token) -> bool:
    return token.kind in SEGMENT_ENDS or token.finite


def _apposed(tokens: tuple[Token, ...], chunks: list[tuple[int, int]]) -> Source | None:
    """Return the subject whose apposition ends right before the verb ("X, a lawyer, said")."""
    for number, (first, last) in enumerate(chunks):
        start = skip_openers(tokens, first, last)
        if start == last or is_introducer(tokens, start, last):
            continue
        if holds_verb(tokens, start, last):
            continue
        end = chunks[-1][1]
        rest = chunks[number + 1 :]
        if _holds_clause(tokens, rest):
            return None
        if rest and _is_interruption(tokens, rest):
            end = last
        return Source(start, end)
    return None


def _holds_clause(tokens: tuple[Token, ...], chunks: list[tuple[int, int]]) -> bool:
    """Return whether a main clause stands there, and no verb that a relative still waits for.

    "Ada Lind, whose son, Otto, was ill, said": the relative clause has its verb behind commas.
    """
    waits = False
    for first, last in chunks:
        if waits and any(token.finite for token in tokens[first:last]):
            waits = False
        elif not waits and _is_clause(tokens, first, last):
            return True
        relative = [i for i in range(first, last) if tokens[i].lower in _RELATIVES]
        if relative:
            waits = not any(token.finite for token in tokens[relative[-1] + 1 : last])
    return False


def _is_clause(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether a main clause stands there; a participle ("led by Lind") makes none."""
    if is_introducer(tokens, first, last) or is_circumstance(tokens, first, last):
        return False
    for token in tokens[first:last]:
        if token.lower in RELATIVES or token.lower in {"whose", "where"}:
            return False
        if token.finite and token.lower in AUXILIARIES:
            return True
    return False


def _is_interruption(tokens: tuple[Token, ...], chunks: list[tuple[int, int]]) -> bool:
    return all(
        is_introducer(tokens, first, last) or is_circumstance(tokens, first, last)
        for first, last in chunks
    )


def _last_phrase(tokens: tuple[Token, ...], chunks: list[tuple[int, int]]) -> Source | None:
    """Return the subject that ends right before the verb, with no comma between."""
    if not chunks:
        return None
    first, last = chunks[-1]
    start = skip_openers(tokens, first, last)
    for index in range(last - 1, start - 1, -1):
        word = tokens[index].lower
        if word in SUBORDINATORS and (word not in PREPOSITIONS or holds_verb(tokens, start, index)):
            start = index + 1
            break
        if word in RELATIVES | {"what"} and not _complete(tokens, index + 1, last):
            start = index + 1
            break
        if word in CONJUNCTIONS and holds_verb(tokens, start, index):
            start = index + 1
            break
    start = skip_time(tokens, skip_openers(tokens, _after_report(tokens, start, last), last), last)
    if start == last:
        # "Jolly said": an adverb would be written small here.
        named = tokens[last - 1].capital and tokens[last - 1].lower not in SUBORDINATORS
        return Source(last - 1, last) if named else None
    if tokens[start].lower == "please":
        return None
    if is_introducer(tokens, start, last):
        start = _after_introduction(tokens, start, last)
    return Source(start, last) if start < last else None


def _after_report(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Return where the subject starts inside what another says ("X said Y told …")."""
    for index in range(last - 1, first - 1, -1):
        token = tokens[index]
        if token.lower in RELATIVES | {"whose"}:
            return first
        if token.finite and token.lower in _REPORTING:
            return index + 1 if index + 1 < last else first
    return first


def _without_day(tokens: tuple[Token, ...], phrase: Source) -> Source:
    """Return the phrase without the day behind it ("The mayor on Tuesday")."""
    last = phrase.last
    if last - phrase.first > 1 and is_time(tokens[last - 1].lower):
        last -= 1
        if last - phrase.first > 1 and tokens[last - 1].lower in {"on", "in", "late", "early"}:
            last -= 1
    while last - phrase.first > 1 and ends_in_time(tokens, phrase.first, last):
        last -= 2
    return Source(phrase.first, last)


def _described(
    tokens: tuple[Token, ...], chunks: list[tuple[int, int]], phrase: Source
) -> Source | None:
    """Return "A B, professor of C" whole, given "professor of C": no comma ends what describes."""
    if phrase.first != chunks[-1][0] or len(chunks) < _FEWEST_NAMES:
        return None
    start, end = chunks[-2]
    start = skip_openers(tokens, start, end)
    named = end - start >= _FEWEST_NAMES and all(map(_may_name, tokens[start:end]))
    role = tokens[phrase.first].lower in ROLES and not tokens[phrase.first].capital
    return Source(start, phrase.last) if named and role and phrase.last - phrase.first > 1 else None


def _with_list(tokens: tuple[Token, ...], chunks: list[tuple[int, int]], phrase: Source) -> Source:
    """Return "A B, C D and E F" whole, given "C D and E F": the chunks before are names alone."""
    if phrase.first != chunks[-1][0] or not _joins_names(tokens, phrase):
        return phrase
    first = phrase.first
    for start, end in reversed(chunks[:-1]):
        start = skip_openers(tokens, start, end)
        if end - start < _FEWEST_NAMES or not all(map(_may_name, tokens[start:end])):
            break
        first = start
    return Source(first, phrase.last)


def _between_dashes(tokens: tuple[Token, ...], dash: int) -> Source | None:
    """Return the subject that dashes describe ("Ada Lind — the mayor — said"), with that."""
    for opening in range(dash - 1, max(0, dash - _LONGEST_ASIDE), -1):
        token = tokens[opening]
        if token.kind == "dash":
            if holds_verb(tokens, opening + 1, dash):
                return None
            start = segment_start(tokens, opening)
            phrase = _last_phrase(tokens, chunks_between(tokens, start, opening))
            return Source(phrase.first, dash) if phrase is not None else None
        if token.kind not in {"word", "possessive", "comma"}:
            return None
    return None


def _joins_names(tokens: tuple[Token, ...], phrase: Source) -> bool:
    joint = next((i for i in range(phrase.first, phrase.last) if tokens[i].lower == "and"), 0)
    return joint > phrase.first + 1 and all(map(_may_name, tokens[phrase.first : joint]))


def _may_name(token: Token) -> bool:
    """Return whether a word is capitalised as in a name, and no day or function word."""
    plain = token.lower in FUNCTION_WORDS or is_time(token.lower)
    return token.kind == "word" and token.capital and not plain


def _complete(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Return whether a relative clause has its verb already, which leaves the next to another."""
    return first >= last or any(token.finite for token in tokens[first:last])


def _after_introduction(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Return where the subject starts when no comma parts it from an opening phrase."""
    for index in range(last - 1, first, -1):
        word = tokens[index].lower
        if word in DETERMINERS or word in POSSESSIVES:
            return index
        if not tokens[index].capital and tokens[index].kind == "word" and word not in {"of", "for"}:
            return index + 1 if index + 1 < last else first + 1
    return first + 1
