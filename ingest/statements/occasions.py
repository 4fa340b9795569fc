"""Where or on what occasion something was said ("in an interview", "told parliament").

Only words of the attribution's own clause count: those beside the cue, between speaker and cue, at
the sentence's start before the speaker, or right behind the quotation. Words inside the content
never do, for they may belong to what was said.
"""

from ingest.article import Span
from ingest.statements.clauses import skip_openers
from ingest.statements.noun_phrases import Source
from ingest.statements.saying import Attribution
from ingest.statements.scenes import (
    GATHERINGS,
    LATEST,
    OCCASIONS,
    PLACING,
    TEXTS,
    head_end,
    noun_phrase,
    placed,
    tells_time,
)
from ingest.statements.tokens import Frame, Token
from ingest.statements.vocabulary import vocabulary
from ingest.statements.words import RELATIVES, is_adverb, is_time

_SPEAKING = vocabulary("""
    speaking addressing testifying writing appearing talking tweeting posting commenting
""")
_TELLING = frozenset(["tell", "inform", "remind", "assure"])
_MANNERS = frozenset(["phone", "telephone", "email", "e-mail", "letter", "video", "text"])
_LONGEST_ZONE = 40
"""Tokens behind a cue within which its adjuncts stand."""
_ENDS = frozenset({"quote", "colon", "semicolon", "stop", "dash", "open", "close"})

_Phrase = tuple[int, int]
"""Tokens `first` to before `last`."""


def occasion_of(frame: Frame, attribution: Attribution) -> Span | None:
    """Return the words that name the place or occasion of a saying; none where none are there."""
    if attribution.cue.shape in {"passive", "according", "colon"}:
        return None
    found = (
        _beside_cue(frame, attribution)
        or _before_cue(frame, attribution)
        or _opening(frame, attribution)
        or _behind_quotation(frame, attribution)
    )
    span = frame.span(*found) if found is not None else None
    if span is None or any(content.overlaps(span) for content in attribution.content):
        return None
    return span


def _beside_cue(frame: Frame, attribution: Attribution) -> _Phrase | None:
    """Return "told parliament" or, behind cue, speaker, hearer and day, "in an interview"."""
    tokens, cue, source = frame.tokens, attribution.cue, attribution.source
    if not cue.speaks:
        return None
    after = max(cue.last, source.last) if source is not None else cue.last
    last = _zone_end(frame, after, attribution)
    if cue.verb is not None and cue.verb.kind == "tell" and after == cue.last:
        told = noun_phrase(tokens, after, last, GATHERINGS)
        if told is not None and cue.verb.lemma in _TELLING:
            return cue.head, told
        after = _skip_hearer(tokens, after, last)
    if source is not None and after == source.last and _is_described(tokens, source):
        return _after_description(tokens, after, last)
    return _first_phrase(tokens, after, last)


def _is_described(tokens: tuple[Token, ...], source: Source) -> bool:
    return any(token.kind == "comma" for token in tokens[source.first : source.last])


def _after_description(tokens: tuple[Token, ...], index: int, last: int) -> _Phrase | None:
    """Return the occasion behind "said X, a teacher …", which may hang on the teacher too."""
    if index < last and tokens[index].kind == "comma":
        return _first_phrase(tokens, index, last)
    if index < last and tokens[index].lower in {"in", "during"}:
        end = noun_phrase(tokens, index + 1, last, TEXTS)
        return (index, end) if end is not None else None
    return None


def _before_cue(frame: Frame, attribution: Attribution) -> _Phrase | None:
    """Return the occasion between speaker and cue ("X, speaking in TOWN, said")."""
    cue, source = attribution.cue, attribution.source
    if source is None or source.last >= cue.first:
        return None
    if frame.tokens[source.last].kind == "comma":
        return _first_phrase(frame.tokens, source.last + 1, cue.first)
    if frame.tokens[source.last].lower not in {"in", "during"}:
        return None
    end = noun_phrase(frame.tokens, source.last + 1, cue.first, TEXTS)
    return (source.last, end) if end is not None else None


def _opening(frame: Frame, attribution: Attribution) -> _Phrase | None:
    """Return the occasion that opens the sentence, before a comma and the speaker."""
    tokens, cue, source = frame.tokens, attribution.cue, attribution.source
    first = min(cue.first, source.first) if source is not None else cue.first
    opening = skip_openers(tokens, 0, first)
    joint = first - 1
    while joint > opening and is_adverb(tokens[joint].lower):
        joint -= 1
    if not opening < joint <= opening + _LONGEST_ZONE or tokens[joint].kind != "comma":
        return None
    inside = tokens[opening:joint]
    if any(t.kind in _ENDS or t.finite or t.lower in RELATIVES for t in inside):
        return None
    if inside[0].lower in {"addressing", "testifying"}:
        end = noun_phrase(tokens, opening + 1, joint, GATHERINGS)
        if end is not None:
            return opening, end
    found = _first_phrase(tokens, opening, joint)
    if found is None or cue.speaks:
        return found
    # "On taxes, both oppose it": only an occasion, never a bare name, goes with an act.
    return found if noun_phrase(tokens, found[0] + 1, joint, OCCASIONS) is not None else None


def _behind_quotation(frame: Frame, attribution: Attribution) -> _Phrase | None:
    """Return the occasion right behind the words (`called it "…" in an interview`)."""
    tokens, last = frame.tokens, attribution.last
    if not attribution.cue.last < last < len(tokens) or tokens[last - 1].kind != "quote":
        return None
    return _first_phrase(tokens, last, _zone_end(frame, last, attribution))


def _zone_end(frame: Frame, start: int, attribution: Attribution) -> int:
    """Return where the adjuncts that start at token `start` end at the latest."""
    tokens = frame.tokens
    limit = min(len(tokens), start + _LONGEST_ZONE)
    for index in range(start, limit):
        token = tokens[index]
        if token.kind in _ENDS or token.lower in RELATIVES:
            return index
        if any(one.start <= token.start < one.end for one in attribution.content):
            return index
    return limit


def _first_phrase(tokens: tuple[Token, ...], first: int, last: int) -> _Phrase | None:
    """Return the first occasion of a stretch, over days, hearers and "speaking"; else none."""
    index = first
    while index < last:
        word = tokens[index].lower
        if word == "by" and index + 1 < last and tokens[index + 1].lower in _MANNERS:
            return index, index + 2
        if word in PLACING:
            end = placed(tokens, index, last)
            if end is not None:
                return index, end
        index = _skipped(tokens, index, last)
    return None


def _skipped(tokens: tuple[Token, ...], index: int, last: int) -> int:
    """Return the token behind what may stand before an occasion; `last` when nothing may."""
    token = tokens[index]
    word = token.lower
    if is_time(word) or is_adverb(word) or word in _SPEAKING or token.text[:1].isdigit():
        return index + 1
    if token.kind == "comma":
        following = tokens[index + 1].lower if index + 1 < last else ""
        plain = following in PLACING or following in _SPEAKING or following[:1].isdigit()
        return index + 1 if plain else last
    if word in {"in", "on", "at"} and tells_time(tokens, index + 1):
        return index + 2
    if word in LATEST and index + 1 < last:
        return index + 2
    if word in {"to", "with", "of", "about"}:
        return _skip_hearer(tokens, index + 1, last)
    return last


def _skip_hearer(tokens: tuple[Token, ...], start: int, last: int) -> int:
    """Return the end of the noun phrase at `start`, the hearer or what the words are about."""
    end = head_end(tokens, start, last)
    if end < last and tokens[end].lower in {"of", "for"}:
        end = head_end(tokens, end + 1, last)
    return end if end > start else last
