"""Who says what somebody else says in the same sentence ("X said it would close, as Y had warned").

The words stay with whoever says them first; the one behind "as" has said the same.
"""

from collections.abc import Sequence

from ingest.statements.cues import Cue
from ingest.statements.sources import source_of
from ingest.statements.tokens import Frame, Token
from ingest.statements.words import (
    AUXILIARIES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_time,
)

_LONGEST_ADJUNCT = 8
_LATEST = frozenset(["last", "this", "earlier", "all", "long"])


def said_alike(frame: Frame, cue: Cue) -> int | None:
    """Return the token of the "as" in ", as X had warned" where that ends a sentence, else none."""
    tokens = frame.tokens
    if not cue.speaks or cue.shape != "finite" or not _closes(frame, cue.last):
        return None
    source = source_of(frame, cue)
    if source is None or not 1 < source.first < cue.first:
        return None
    alike = tokens[source.first - 1].lower == "as" and tokens[source.first - 2].kind == "comma"
    return source.first - 1 if alike else None


def _closes(frame: Frame, index: int) -> bool:
    """Return whether nothing but an adjunct ("in the spring") follows up to the sentence's end."""
    rest = [token for token in frame.tokens[index:] if token.kind not in {"stop", "close"}]
    if not rest or _repeats_clause(rest):
        return True
    if len(rest) > _LONGEST_ADJUNCT or any(t.kind != "word" or t.finite for t in rest):
        return False
    opener = rest[0].lower
    told = opener in PREPOSITIONS | _LATEST or is_time(opener) or is_adverb(opener)
    return told and all(token.lower != "that" for token in rest)


def _repeats_clause(words: Sequence[Token]) -> bool:
    """Return whether a pronoun with its auxiliary only stands for a clause ("said it would")."""
    if len(words) != 2:
        return False
    return words[0].lower in SUBJECT_PRONOUNS and words[1].lower in AUXILIARIES
