"""Quotations that punctuation attributes: after a colon, or before a verb no table knows."""

from ingest.article import Span
from ingest.statements.cues import Cue, find_cues
from ingest.statements.names import names_in
from ingest.statements.noun_phrases import Source, noun_phrase_after
from ingest.statements.saying import Attribution
from ingest.statements.sources import source_of
from ingest.statements.subjects import main_subject
from ingest.statements.tokens import Frame
from ingest.statements.words import CONJUNCTIONS, PREPOSITIONS, is_adverb

_LONGEST_LABEL = 8
_LONGEST_SUBJECT = 10
_LONGEST_DEED = 8
_LONGEST_HEARER = 4
_NAMING = frozenset(["titled", "entitled", "called", "named", "dubbed", "headlined", "labeled"])


def introduced(frame: Frame) -> Attribution | None:
    """Return the attribution of a quotation that no reporting verb claims, or none.

    `"…," NAME VERB` and `NAME did this: "…"` are structure enough, whatever the verb.
    """
    quotes = [index for index, token in enumerate(frame.tokens) if token.kind == "quote"]
    if not quotes:
        return None
    return (
        _before_verb(frame, quotes)
        or _after_colon(frame, quotes)
        or _signed(frame, quotes)
        or _after_comma(frame, quotes[-1])
    )


def announced(frame: Frame) -> tuple[Cue, Source | None] | None:
    """Return who is about to speak in the next sentence ("She put it this way:", "He agreed.").

    The cue's own content must be missing; the caller knows whether it is.
    """
    tokens = frame.tokens
    if not tokens:
        return None
    speaking = [cue for cue in find_cues(frame) if cue.speaks]
    if tokens[-1].kind != "colon":
        speaking = [cue for cue in speaking if cue.last >= len(tokens) - 1]
    if speaking:
        return speaking[-1], source_of(frame, speaking[-1])
    if tokens[-1].kind != "colon":
        return None
    source = main_subject(frame, len(tokens) - 1) or _label(frame, len(tokens) - 1)
    return (_colon_cue(source, len(tokens) - 1), source) if source is not None else None


def _before_verb(frame: Frame, quotes: list[int]) -> Attribution | None:
    """Return `"…," NAME VERB` where the quotation opens the sentence."""
    tokens = frame.tokens
    quote = quotes[0]
    if quote != 0 or not _stays_open(frame, quote):
        return None
    first = quote + 1 + (len(tokens) > 1 and tokens[1].kind == "comma")
    inverted = _after_verb(frame, first)
    if inverted is not None:
        words = Span(tokens[quote].start, tokens[quote].end)
        cue = Cue(first, first, first + 1, "finite", None)
        return Attribution(cue, inverted, (words,), True, inverted.last)
    for index in range(first, min(len(tokens), first + _LONGEST_SUBJECT)):
        token = tokens[index]
        if token.kind not in {"word", "possessive"} or token.lower in CONJUNCTIONS | PREPOSITIONS:
            return None
        if index > first and token.finite:
            last = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].lower == "on")
            cue = Cue(index, index, last, "finite", None)
            later = [q for q in quotes[1:] if tokens[q - 1].kind in {"comma", "colon"}]
            content = [Span(tokens[q].start, tokens[q].end) for q in (quote, *later[:1])]
            end = index
            while end > first and is_adverb(tokens[end - 1].lower):
                end -= 1
            if end == first:
                return None
            return Attribution(cue, Source(first, end), tuple(content), True, last)
    return None


def _after_verb(frame: Frame, verb: int) -> Source | None:
    """Return the person behind a verb that no table knows (`"…!" beamed Ada Lind`)."""
    tokens = frame.tokens
    if verb + 1 >= len(tokens) or not (tokens[verb].finite and tokens[verb].lower.endswith("ed")):
        return None
    name = next(names_in(tokens, verb + 1, min(len(tokens), verb + _LONGEST_SUBJECT)), None)
    if name is None or name.first - len(name.titles) > verb + 1:
        return None
    return noun_phrase_after(frame, verb + 1)


def _stays_open(frame: Frame, quote: int) -> bool:
    following = frame.tokens[quote + 1].kind if quote + 1 < len(frame.tokens) else "stop"
    return frame.tokens[quote].open_ended or following == "comma"


def _after_colon(frame: Frame, quotes: list[int]) -> Attribution | None:
    tokens = frame.tokens
    for quote in quotes:
        if quote == 0 or tokens[quote - 1].kind != "colon":
            continue
        colon = quote - 1
        source = _label(frame, colon) or _teller(frame, colon)
        source = source or _with_name(frame, main_subject(frame, colon))
        if source is not None and source.last <= colon:
            content = (Span(tokens[quote].start, tokens[quote].end),)
            return Attribution(_colon_cue(source, colon), source, content, True, quote + 1)
    return None


def _with_name(frame: Frame, source: Source | None) -> Source | None:
    """Return a subject that tells an office with the name behind it ("its head, ADA LIND,")."""
    tokens = frame.tokens
    if source is None or source.last + 1 >= len(tokens) or tokens[source.last].kind != "comma":
        return source
    name = next(names_in(tokens, source.last + 1, len(tokens)), None)
    beside = name is not None and name.first - len(name.titles) <= source.last + 1
    if name is None or not beside or name.last >= len(tokens):
        return source
    return Source(source.first, name.last) if tokens[name.last].kind == "comma" else source


def _teller(frame: Frame, colon: int) -> Source | None:
    """Return who tells what stands behind the colon ("Lind said Hass had told her: “…”")."""
    cues = [cue for cue in find_cues(frame) if cue.speaks and cue.last < colon]
    if not cues or cues[-1].shape != "finite" or not _is_told(cues[-1]):
        return None
    if any(token.finite for token in frame.tokens[cues[-1].last : colon]):
        return None
    return source_of(frame, cues[-1]) if colon - cues[-1].last <= _LONGEST_HEARER else None


def _is_told(cue: Cue) -> bool:
    """Return whether somebody is told ("had told her")."""
    return cue.verb is not None and cue.verb.kind == "tell"


def _after_comma(frame: Frame, quote: int) -> Attribution | None:
    """Return `As NAME puts it, "Whole sentence."`; the title of a thing is no speech."""
    tokens = frame.tokens
    if quote < 2 or tokens[quote - 1].kind != "comma" or quote + 2 < len(tokens):
        return None
    words = tokens[quote].text
    if not (words[:1].isupper() and words[-1:] in {".", "?", "!"}):
        return None
    if tokens[quote - 2].lower in _NAMING:
        return None
    first = next((i for i in range(quote) if tokens[i].finite), None)
    source = main_subject(frame, quote - 1)
    if first is None or source is None or source.last > first:
        return None
    cue = Cue(source.last, first, quote - 1, "finite", None)
    content = (Span(tokens[quote].start, tokens[quote].end),)
    return Attribution(cue, source, content, True, quote + 1)


def _signed(frame: Frame, quotes: list[int]) -> Attribution | None:
    """Return `"…" ― NAME`, as a quotation is signed."""
    tokens = frame.tokens
    if quotes[0] != 0 or len(quotes) > 1 or len(tokens) < 3 or tokens[1].kind != "dash":
        return None
    source = signature(frame, 1)
    if source is None:
        return None
    content = (Span(tokens[0].start, tokens[0].end),)
    return Attribution(Cue(1, 1, 2, "colon", None), source, content, True, len(tokens))


def signature(frame: Frame, dash: int) -> Source | None:
    """Return the name that is all that follows a dash, with what describes it."""
    tokens = frame.tokens
    last = len(tokens)
    while last > dash and tokens[last - 1].kind == "stop":
        last -= 1
    if tokens[dash].kind != "dash" or not 0 < last - dash - 1 <= _LONGEST_SUBJECT:
        return None
    names = list(names_in(tokens, dash + 1, last))
    if not names or names[0].first - len(names[0].titles) > dash + 1:
        return None
    return Source(dash + 1, last)


def _label(frame: Frame, colon: int) -> Source | None:
    """Return the name that stands alone before a colon, as in a transcript."""
    start = colon
    while start > 0 and frame.tokens[start - 1].kind in {"word", "possessive"}:
        start -= 1
    if colon - start > _LONGEST_LABEL:
        return None
    names = [name for name in names_in(frame.tokens, start, colon) if name.last == colon]
    before = names[-1].first - len(names[-1].titles) - 1 if names else -1
    if before >= start and frame.tokens[before].lower in PREPOSITIONS:
        # "Her message to NAME: …" is the writer's.
        return None
    return Source(names[-1].first, colon) if names else None


def _colon_cue(source: Source, colon: int) -> Cue:
    near = colon - source.last <= _LONGEST_DEED
    return Cue(min(source.last, colon) if near else colon, colon, colon + 1, "colon", None)
