"""Statements, letters and posts that speak, and who they are from."""

from ingest.statements.heads import head_noun
from ingest.statements.noun_phrases import Source
from ingest.statements.subjects import subject_before
from ingest.statements.tokens import Frame, Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import PREPOSITIONS

DOCUMENTS = vocabulary("""
    statement letter release memo email post tweet report document ruling complaint filing
    message article text
""")
_ISSUED = DOCUMENTS - {"report", "ruling", "article", "text"}
_ISSUING = vocabulary("""
    issued issues released releases published publishes posted posts sent wrote put
""")
_REACH = 6
"""Tokens between "issued" and "statement"."""
_MOST_ADJECTIVES = 2


def is_document(tokens: tuple[Token, ...], source: Source) -> bool:
    """Return whether a source is a text and not a person or body."""
    words = [token.lower for token in tokens[source.first : source.last] if token.kind == "word"]
    return head_noun(words) in DOCUMENTS


def issuer_in(tokens: tuple[Token, ...], source: Source) -> Source | None:
    """Return whom "a statement from X" or "X's letter" names, or describes; else none."""
    noun = next((i for i in range(source.first, source.last) if tokens[i].lower in DOCUMENTS), -1)
    if noun < 0:
        return None
    if noun + 2 < source.last and tokens[noun + 1].lower in {"from", "by"}:
        return Source(noun + 2, source.last)
    for index in range(noun - 1, max(source.first, noun - 2 - _MOST_ADJECTIVES), -1):
        if tokens[index].kind == "possessive":
            return Source(source.first, index)
        if tokens[index].kind != "word" or tokens[index].lower in PREPOSITIONS:
            return None
    return None


def issued(frame: Frame) -> Source | None:
    """Return who issues a text in a sentence ("The ministry issued a statement"), if anybody."""
    tokens = frame.tokens
    for index, token in enumerate(tokens):
        if token.lower not in _ISSUING or not index:
            continue
        object_ = tokens[index + 1 : index + 1 + _REACH]
        told = next((i for i, one in enumerate(object_) if one.lower in _ISSUED), None)
        if told is not None and all(one.kind == "word" for one in object_[:told]):
            return subject_before(frame, index)
    return None
