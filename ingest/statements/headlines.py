"""Attribution by colon, as headlines have it: "X: words" and "words: X"."""

from ingest.article import Span
from ingest.statements.cues import Cue
from ingest.statements.names import ROLES, is_body_word
from ingest.statements.noun_phrases import Source
from ingest.statements.saying import Attribution
from ingest.statements.tokens import Frame, Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import FUNCTION_WORDS

_LONGEST_NAME = 5
_SHORTEST_CONTENT = 3
SECTIONS = vocabulary("""
    interview opinion analysis video watch live update updated exclusive photos pictures gallery
    review editorial poll report breaking explainer profile obituary comment feature podcast column
    letter letters quiz recap preview sport business culture explained more related also read
    correction clarification note editor's
""")
"""What sort of piece it is stands before a colon as well."""


def colon_attribution(frame: Frame) -> Attribution | None:
    """Return the attribution of a headline made by a colon, or none.

    The side that is a short run of capitalised words names the speaker; a headline whose both
    sides or neither side could do so attributes nothing.
    """
    tokens = frame.tokens
    colons = [index for index, token in enumerate(tokens) if token.kind == "colon"]
    if len(colons) != 1:
        return None
    colon, end = colons[0], len(tokens)
    while end and tokens[end - 1].kind == "stop":
        end -= 1
    cue = Cue(colon, colon, colon + 1, "colon", None)
    leads, trails = _is_name(tokens, 0, colon), _is_name(tokens, colon + 1, end)
    if leads and not trails and end - colon > _SHORTEST_CONTENT:
        return _attribution(frame, cue, Source(0, colon), colon + 1, end)
    if trails and not leads and colon > _SHORTEST_CONTENT:
        return _attribution(frame, cue, Source(colon + 1, end), 0, colon)
    return None


def _attribution(frame: Frame, cue: Cue, source: Source, first: int, last: int) -> Attribution:
    tokens = frame.tokens[first:last]
    direct = all(token.kind == "quote" for token in tokens)
    spans = tuple(Span(token.start, token.end) for token in tokens)
    content = spans if direct else (frame.span(first, last),)
    return Attribution(cue, source, content, direct, len(frame.tokens))


def _is_name(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    words = tokens[first:last]
    if not 0 < len(words) <= _LONGEST_NAME:
        return False
    if len(words) == 1 and words[0].lower in SECTIONS:
        return False
    return all(_may_name(token) for token in words) and words[-1].capital


def _may_name(token: Token) -> bool:
    if token.kind == "possessive":
        return True
    plain = token.lower in ROLES or is_body_word(token.lower)
    return token.kind == "word" and (plain or (token.capital and token.lower not in FUNCTION_WORDS))
