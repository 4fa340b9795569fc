"""One claim of a model against its evidence: kept with the words that it rests on, or withheld.

A claim holds as it is worded, or in another wording that says the same; several sentences, or a
sentence of two parts, hold when each does. What is shown is always what the model wrote.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest import Span, Statement
from ingest.sentences import sentences
from rag.steps.claiming.claim import Malformed, WrittenClaim
from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.holding import LONGEST, Kept, Refused, held
from rag.steps.claiming.marked import Marked, Unpaired, marked
from rag.steps.claiming.rewording import active, dated_first, parts, points
from rag.steps.claiming.spoken import NotSaid
from rag.steps.claiming.support import Unsupported
from rag.steps.claiming.whose import Misattributed, Told
from rag.values.answer import Withheld, WithheldKind

_PRONOUNS = frozenset({"he", "she", "they"})
_NEIGHBOURS = 60
"""Code points between two sentences, the second of which may point back at the first."""


def checked_claim(
    written: WrittenClaim | Malformed, evidence: Mapping[int, Evidence]
) -> Kept | Withheld:
    """Return the claim with what it rests on, or why it is not shown."""
    if isinstance(written, Malformed):
        return Withheld(written.text, written.reason, "malformed")
    try:
        each = _sentences(written)
        if len(each) > 1:
            return _all_kept(marked(written.text), [held(one, evidence) for one in each])
        return held(written, evidence)
    except Unpaired:
        return Withheld(written.text, "a quotation mark has no partner", "quote")
    except (Refused, NotSaid, Unsupported, Misattributed) as error:
        return _reworded(written, evidence) or Withheld(written.text, str(error), _kind(error))


def _kind(error: Exception) -> WithheldKind:
    kinds: dict[type[Exception], WithheldKind] = {NotSaid: "quote", Misattributed: "speaker"}
    return kinds.get(type(error), "unsupported")


def _sentences(written: WrittenClaim) -> list[WrittenClaim]:
    """Return the claim's sentences, with names for the pronouns by which they go on to tell.

    None where a quote's speaker stands in another sentence than the quote.
    """
    told = Told(marked(written.text))
    spans: list[Span] = []
    for span in sentences(told.text, Span(0, len(told.text)), "en"):
        beside = spans and told.text[span.start] == "("
        spans[-1:] = [Span(spans[-1].start, span.end)] if beside else [*spans[-1:], span]
    found: list[WrittenClaim] = []
    for span in spans if len(spans) > 1 else ():
        telling = [one for one in told.statements if one.source and one.source.overlaps(span)]
        if told.quoted_in(span) and not telling:
            return []
        found.append(_part(written, _with_names(told.text, span, telling)))
    return found


def _with_names(text: str, sentence: Span, telling: Sequence[Statement]) -> str:
    """Return the sentence with the name of whoever it says so of in the place of a pronoun.

    A pronoun of several is left as it is.
    """
    names: dict[Span, set[str]] = {}
    for one in telling:
        if one.source and one.speaker and one.speaker.name:
            names.setdefault(one.source, set()).add(one.speaker.name)
    parts, at = [], sentence.start
    for source, (name, *others) in sorted(names.items()):
        if source.of(text).casefold() in _PRONOUNS and not others and source.start >= at:
            parts += [text[at : source.start], name]
            at = source.end
    return "".join([*parts, text[at : sentence.end]])


def _all_kept(stretches: Sequence[Marked], kept: Sequence[Kept]) -> Kept:
    """Return several sentences that hold as one claim; refuse them where they'd mix voices."""
    if len({one.speaker for one in kept}) > 1 or len({one.readers for one in kept}) > 1:
        raise Refused("its sentences are the words of several, and it does not say so")
    return _as_written(stretches, kept)


def _reworded(written: WrittenClaim, evidence: Mapping[int, Evidence]) -> Kept | None:
    """Return the claim as it is written, kept for another wording that says the same."""
    if not written.evidence or len(written.text) > LONGEST:
        return None
    stretches = marked(written.text)
    told = Told(stretches)
    moved = () if told.statements else dated_first(told.text)
    for text in (*active(told.text), *moved):
        kept = _tried(replace(written, text=text), evidence)
        if kept is not None:
            return _as_written(stretches, (kept,))
    statement = told.statements[0] if len(told.statements) else None
    for first, second in parts(told.text, statement):
        left = _tried(_part(written, first), evidence)
        right = _tried(_part(written, second), evidence) if left else None
        if left and right and _together(left, right, close=points(second, statement)):
            return _as_written(stretches, (left, right))
    return None


def _part(written: WrittenClaim, text: str) -> WrittenClaim:
    """Return a part of the claim with the quotes that stand in it."""
    return replace(
        written, text=text, quotes=tuple(one for one in written.quotes if one.text in text)
    )


def _tried(written: WrittenClaim, evidence: Mapping[int, Evidence]) -> Kept | None:
    try:
        return held(written, evidence)
    except (Unpaired, Refused, NotSaid, Unsupported, Misattributed):
        return None


def _together(left: Kept, right: Kept, *, close: bool) -> bool:
    """Return whether two parts may stand in one sentence; `close`: only of neighbours in a page."""
    if left.readers or right.readers or left.speaker != right.speaker:
        return False
    return not close or any(
        one.evidence.page is other.evidence.page
        and 0 <= other.span.start - one.span.end <= _NEIGHBOURS
        for one in left.rests
        for other in right.rests
    )


def _as_written(stretches: Sequence[Marked], kept: Sequence[Kept]) -> Kept:
    """Return what holds for the parts as the claim that the model wrote."""
    quotes = iter([one.text for part in kept for one in part.stretches if one.quoted])
    return Kept(
        tuple(Marked(next(quotes), quoted=True) if one.quoted else one for one in stretches),
        tuple(dict.fromkeys(rest for part in kept for rest in part.rests)),
        kept[0].speaker,
        any(one.readers for one in kept),
    )
