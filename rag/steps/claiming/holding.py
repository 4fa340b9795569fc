"""One claim as it is worded, held to its evidence: what it rests on, or why it does not hold.

Nothing is repaired: a claim that fails one check fails whole, with the first reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest import Span, Statement, Voice
from ingest.sentences import sentences
from rag.steps.claiming.claim import WrittenClaim
from rag.steps.claiming.cuts import torn
from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.framing import own_words
from rag.steps.claiming.heading import without_heading
from rag.steps.claiming.marked import Marked, marked
from rag.steps.claiming.resting import Resting
from rag.steps.claiming.retelling import retold
from rag.steps.claiming.signs import foreign_signs
from rag.steps.claiming.spoken import Spoken, spoken
from rag.steps.claiming.support import Unsupported, apart, resting, says_more
from rag.steps.claiming.turning import unsaid
from rag.steps.claiming.whose import (
    Told,
    held_to_content,
    held_to_speakers,
)
from rag.values.check import Claim

LONGEST = 1_200
"""Code points of one claim."""
_MOST_EVIDENCE = 8
_READER = "a reader's comment is no source for what somebody else said"


@dataclass(frozen=True, slots=True)
class Rest:
    """A stretch of a page that a kept claim is shown with."""

    evidence: Evidence
    span: Span
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim that holds: its text, quotes in the pages' own characters, and what it rests on."""

    stretches: tuple[Marked, ...]
    rests: tuple[Rest, ...]
    speaker: str | None
    """Whom to name beside it, because it leaves out whose words it repeats."""
    readers: bool
    """Whether it rests on readers' comments."""


class Refused(Exception):
    """A claim fails a check of its form."""


_Quotes = Sequence[tuple[Spoken, Claim | None]]


def held(written: WrittenClaim, evidence: Mapping[int, Evidence]) -> Kept:
    """Return the claim with what it rests on.

    Raises Unpaired, Refused, NotSaid, Unsupported or Misattributed.
    """
    cited = _cited(written, evidence)
    stretches = marked(written.text)
    plain = without_heading(" ; ".join(one.text for one in stretches if not one.quoted), cited)
    if reason := foreign_signs(plain, (one.text for one in cited)):
        raise Refused(reason)
    told = Told(stretches)
    inside = _inside(stretches, told, cited)
    listed = [
        (spoken(one.text, _claim(one.speaker), [evidence[one.evidence]]), _claim(one.speaker))
        for one in written.quotes
    ]
    if any(one.evidence.voice is Voice.COMMENT and claim for one, claim in inside):
        raise Refused(_READER)
    for one, _ in (*inside, *listed):
        if word := torn(one, plain):
            raise Refused(f"it leaves out {word!r}, which turns the quoted words")
    doubtful = (inside or listed) and unsaid(own_words(plain))
    try:
        if doubtful:
            raise Unsupported("it tells the quoted words as not said, or as doubtful")
        rests = _resting(
            plain, without_heading(told.text, cited), _tellers(told, inside, listed), inside, cited
        )
    except Unsupported as error:
        if doubtful and not says_more(plain, _tellers(told, inside, listed)):
            raise
        rests = _retold(told, inside, cited, error)
    if not (rests or inside or listed):
        raise Refused("it says nothing that could be checked")
    voices = {one.evidence.voice for one in rests} | {one.evidence.voice for one, _ in inside}
    readers = Voice.COMMENT in (voices or {one.evidence.voice for one, _ in listed})
    if readers and told.reported():
        raise Refused(_READER)
    held_to_content(told, rests)
    speaker = held_to_speakers(plain, told, inside or (() if rests else listed), rests)
    return Kept(_shown(stretches, inside), _stretches(inside, listed, rests), speaker, readers)


def _cited(written: WrittenClaim, evidence: Mapping[int, Evidence]) -> tuple[Evidence, ...]:
    numbers = dict.fromkeys((*written.evidence, *(one.evidence for one in written.quotes)))
    if len(written.text) > LONGEST:
        raise Refused("it is too long to be one claim")
    if not written.evidence:
        raise Refused("it names no evidence")
    if len(numbers) > _MOST_EVIDENCE:
        raise Refused("it names too much evidence to be held to any")
    for number in numbers:
        if number not in evidence:
            raise Refused(f"there is no evidence number {str(number)[:12]}")
    return tuple(evidence[number] for number in numbers)


def _inside(
    stretches: Sequence[Marked], told: Told, cited: Sequence[Evidence]
) -> list[tuple[Spoken, Claim | None]]:
    """Return the quotes in the text, each with whom the text gives it to."""
    found: list[tuple[Spoken, Claim | None]] = []
    for one in (stretch for stretch in stretches if stretch.quoted):
        claim = told.claim(len(found))
        found.append((spoken(one.text, claim, cited), claim))
    return found


def _claim(speaker: str | None) -> Claim | None:
    named = speaker is not None and speaker.strip()
    return Claim(speaker, speaker) if named and speaker else None


def _tellers(told: Told, inside: _Quotes, listed: _Quotes) -> tuple[str, ...]:
    """Return the names of those whose words the claim tells, as far as it may name them."""
    quoting = [one.statement for one, _ in (*inside, *listed)]
    speakers = [one.speaker for one in (*quoting, *told.reported()) if one]
    return tuple(dict.fromkeys(one.name for one in speakers if one and one.name))


def _resting(
    plain: str, whole: str, names: Sequence[str], inside: _Quotes, cited: Sequence[Evidence]
) -> tuple[Resting, ...]:
    """Return the sentences that say what the plain part of the claim says."""
    own = [one.found.span for one, _ in inside if one.statement is None]
    if inside:
        quotes = [one.found.span for one, _ in inside]
        more = says_more(plain, names)
        if more and (as_one := _as_one(whole, names, quotes, cited)) is not None:
            return (as_one,)
        found = resting(plain, cited, quotes, names)
        if own and found and not any(found.span.overlaps(span) for span in own):
            raise Unsupported("the quoted words stand in another sentence than the rest")
        if found and (reason := apart(whole, found, quotes, names)):
            raise Unsupported(reason)
        return (found,) if found else ()
    spans = sentences(plain, Span(0, len(plain)), "en")
    each = (resting(plain[span.start : span.end], cited, (), names) for span in spans)
    return tuple(one for one in each if one is not None)


def _as_one(
    whole: str, names: Sequence[str], quotes: Sequence[Span], cited: Sequence[Evidence]
) -> Resting | None:
    """Return the sentence that says the claim with its quotes as it stands, if one does."""
    try:
        found = resting(whole, cited, quotes, names)
    except Unsupported:
        return None
    return found if found and all(found.span.covers(one) for one in quotes) else None


def _retold(
    told: Told, inside: _Quotes, cited: Sequence[Evidence], error: Unsupported
) -> tuple[Resting, ...]:
    """Return the sentences in which those say it who are said to, or raise the error."""
    found: list[Resting] = []
    for span in sentences(told.text, Span(0, len(told.text)), "en"):
        here = [one for one in told.statements if one.span.overlaps(span)]
        if len(here) != 1 or not (here[0].cue and here[0].source):
            raise error
        quotes = [
            one.found.span for number, (one, _) in enumerate(inside) if told.within(number, span)
        ]
        try:
            found.append(retold(told.text, here[0], cited, span, quotes))
        except Unsupported:
            raise error from None
    return tuple(found)


def _shown(stretches: Sequence[Marked], inside: _Quotes) -> tuple[Marked, ...]:
    """Return the text with every quote in the page's own characters."""
    quotes = iter(inside)
    return tuple(
        Marked(next(quotes)[0].words, quoted=True) if one.quoted else one for one in stretches
    )


def _stretches(inside: _Quotes, listed: _Quotes, rests: Sequence[Resting]) -> tuple[Rest, ...]:
    """Return what to cite: the sentences around the quotes, then those of the plain part."""
    quoted = [
        Rest(one.evidence, _around(one.evidence, one.found.span), one.statement)
        for one, _ in (*inside, *listed)
    ]
    plain = [
        Rest(one.evidence, one.span, _statement(one))
        for one in rests
        if not any(
            one.evidence is other.evidence and one.span.overlaps(other.span) for other in quoted
        )
    ]
    return tuple(dict.fromkeys((*quoted, *plain)))


def _around(evidence: Evidence, span: Span) -> Span:
    return evidence.page.around(span) or span


def _statement(one: Resting) -> Statement | None:
    """Return the one statement of the sentence; none where several people speak."""
    there = one.evidence.statements(one.span)
    return there[0] if len(there) == 1 else None
