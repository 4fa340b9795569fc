"""Sentences that only continue: nothing but a quotation, a signature, or "She paused."."""

from ingest.article import Span
from ingest.statements.introductions import signature
from ingest.statements.noun_phrases import Source
from ingest.statements.saying import Attribution
from ingest.statements.subjects import main_subject
from ingest.statements.tokens import Frame
from ingest.statements.words import CONJUNCTIONS, DETERMINERS, POSSESSIVES, is_adverb

_LONGEST_LINK = 3
_SHORTEST_SENTENCE = 6


def quotations_only(frame: Frame) -> tuple[Span, ...]:
    """Return the quotations of a sentence that is nothing else ("And “…”"); empty when it is."""
    tokens = frame.tokens
    first = 0
    while first < len(tokens) and (
        tokens[first].kind in {"comma", "dash"}
        or tokens[first].lower in CONJUNCTIONS
        or is_adverb(tokens[first].lower)
    ):
        first += 1
    rest = tokens[first:]
    if first > _LONGEST_LINK or any(t.kind not in {"quote", "stop", "dash"} for t in rest):
        return ()
    return tuple(Span(token.start, token.end) for token in rest if token.kind == "quote")


def is_whole_sentence(frame: Frame) -> bool:
    """Return whether the quotation is too long and too whole to be a title or a scare quote."""
    words = frame.tokens[0].text.split() if frame.tokens else []
    return len(words) >= _SHORTEST_SENTENCE and words[-1][-1:] in {".", "?", "!"}


def keeps_subject(frame: Frame) -> bool:
    """Return whether the sentence goes on about the speaker before it ("She paused.")."""
    subject = main_subject(frame, len(frame.tokens))
    if subject is None or subject.last - subject.first != 1:
        return False
    return frame.tokens[subject.first].lower in {"he", "she"}


def turns_to_another(frame: Frame, attribution: Attribution) -> bool:
    """Return whether somebody else acts behind an attribution (`"…," she said, and Hass rose.`)."""
    tokens = frame.tokens
    for index in range(attribution.last, len(tokens) - 2):
        joined = tokens[index].kind == "comma" and tokens[index + 1].lower in {"and", "but"}
        opener = tokens[index + 2]
        if not joined or not (opener.capital or opener.lower in DETERMINERS | POSSESSIVES):
            continue
        return any(token.kind == "word" and not token.capital for token in tokens[index + 3 :])
    return False


def signer(frame: Frame) -> Source | None:
    """Return who signs on a line of its own ("— Ada Lindqvist")."""
    return signature(frame, 0) if frame.tokens else None
