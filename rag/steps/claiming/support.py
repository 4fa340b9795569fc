"""Whether a sentence of a claim says only what sentences of its evidence say.

The measure, stated: every word of the claim that carries meaning must be a word of one sentence of
the evidence, in its order, apart from the page's outlet, whom the claim says to have said it, and a
short list of words that only tell that something is told. Numbers and dates must stand beside the
same words. One word that is nowhere in the evidence may turn a claim into its opposite, so none
is allowed.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from ingest import Span
from rag.steps.claiming.aligning import misjoined
from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.framing import own_words, sources
from rag.steps.claiming.pronouns import stranger
from rag.steps.claiming.renderings import renderings
from rag.steps.claiming.resting import Resting
from rag.steps.claiming.tellers import named, tells, told_there, without_descriptions, without_names
from rag.steps.claiming.tokens import Token, before, following, holds, same, tokens
from rag.steps.claiming.turning import turned
from rag.steps.words import word_list

_EXACTNESS = word_list(
    """more less fewer than over under above below about around nearly almost at least most up as
    many some roughly approximately estimated only just close"""
)
_POINTING = word_list(
    "about also as at in it of on so that the these this to too way with a an and"
)
"""Small words around a quote that claim nothing."""
_NEAR = 3
"""Words that carry meaning, within which a number's own word must stand."""


class Unsupported(Exception):
    """The evidence does not say this; the message says what is not there, for people."""


def resting(
    text: str,
    evidence: Sequence[Evidence],
    first: Sequence[Span] = (),
    tellers: Sequence[str] = (),
) -> Resting | None:
    """Return the sentence that says what `text`, one sentence without quotes, says.

    Those that hold the spans `first`, of its quotes, are tried first. The names of `tellers`, whose
    words the claim tells, need not stand in a sentence that is theirs. None when the text has no
    more words than them. Raises Unsupported.
    """
    claim = own_words(text)
    described = claim
    for one in evidence:
        described = without_descriptions(described, tellers, one)
    left = without_names(described, tellers)
    if not any(one.carries for one in left):
        _only_points(left, evidence, first)
        return None
    free = [one for one in tellers if not first or tells(one, text)]
    best: tuple[int, str] | None = None
    for candidate in _candidates(claim, evidence, first):
        there = told_there(tellers, free, candidate)
        described = without_descriptions(claim, there, candidate.evidence)
        untold = without_names(described, there)
        for said in dict.fromkeys((claim, without_names(claim, there), untold)):
            reason, missing = _fault(said, candidate)
            reason = reason or stranger(claim[1:], tokens(candidate.text), needed=False)
            reason = reason or _unsourced(text, candidate)
            if not reason:
                return candidate
            best = min(best or (missing, reason), (missing, reason))
    raise Unsupported(best[1] if best else "the evidence that it names has no sentences")


def says_more(plain: str, tellers: Sequence[str]) -> bool:
    """Return whether the text has words of its own beside who says so."""
    return any(one.carries for one in without_names(own_words(plain), tellers))


def apart(whole: str, rest: Resting, quotes: Sequence[Span], tellers: Sequence[str]) -> str:
    """Return what is wrong with a claim read with its quotes, as one sentence of the page.

    Without it, "the ferry is “a scandal”" would hold where a page calls the toll so, and has the
    ferry elsewhere in the sentence. Nothing is held against quotes of several sentences.
    """
    if not all(rest.span.covers(one) for one in quotes):
        return ""
    claim = own_words(whole)
    there = told_there(tellers, tellers, rest)
    described = without_descriptions(claim, there, rest.evidence)
    reason = ""
    for said in dict.fromkeys(
        (claim, without_names(claim, there), without_names(described, there))
    ):
        reason = _fault(said, rest)[0]
        if not reason:
            return ""
    return reason


def _unsourced(text: str, rest: Resting) -> str:
    """Return whom the claim goes "according to" though they do not tell this."""
    article = rest.evidence.page.article
    there = [one.speaker for one in rest.evidence.statements(rest.span) if one.speaker]
    forms = tokens(
        " ".join(
            [article.outlet.value or "", rest.evidence.speaker or "", *sources(rest.text)]
            + [f"{one.as_written} {one.name or ''}" for one in there]
        )
    )
    for source in sources(text):
        words = [one for one in tokens(source) if one.carries]
        if not all(holds(forms, one) for one in words):
            return f"the evidence does not give this to {source}"
    return ""


def _only_points(
    left: Sequence[Token], evidence: Sequence[Evidence], first: Sequence[Span]
) -> None:
    """Refuse small words that say something by themselves, unless they stand beside the quote."""
    beside = tuple(
        word
        for one in _candidates(left, evidence, first)
        if any(one.span.overlaps(span) for span in first)
        for word in tokens(one.text)
    )
    for one in left:
        if not one.mark and one.word not in _POINTING and not holds(beside, one):
            raise Unsupported(f"nothing in the evidence can be held against {one.word!r}")


def _candidates(
    claim: Sequence[Token], evidence: Sequence[Evidence], first: Sequence[Span]
) -> list[Resting]:
    """Return the sentences that hold one of the spans, then all, those with most words first."""
    wanted = [one for one in claim if one.carries]
    everything = [Resting(one, span) for one in evidence for span in one.sentences]
    singles = sorted(everything, key=lambda one: -_shared(wanted, one))
    holding = [one for one in singles if any(one.span.overlaps(span) for span in first)]
    return [*holding, *singles]


def _shared(wanted: Sequence[Token], one: Resting) -> int:
    found = tokens(one.text)
    return sum(holds(found, word) for word in wanted)


def _fault(claim: tuple[Token, ...], rest: Resting) -> tuple[str, int]:
    """Return what the sentence does not say of the claim, and how many of its words it lacks."""
    wanted = [one for one in claim if one.carries]
    found = own_words(rest.text)
    outlet = tokens(rest.evidence.page.article.outlet.value or "")
    missing = [one for one in wanted if not holds(found, one) and not named(outlet, one)]
    if missing:
        return f"{missing[0].word!r} does not stand in one sentence of the evidence", len(missing)
    if rest.text.rstrip("”’\"' ").endswith("?"):
        return "the evidence asks this, and does not say it", 0
    said = tuple(one for one in claim if one.mark or holds(found, one) or not one.carries)
    hanging = bool(rest.evidence.statements(rest.span))
    reason = ""
    for form in (found, *map(own_words, islice(renderings(rest.text), 1, None))):
        new = _misplaced(said, form) or turned(said, form) or misjoined(said, form, hanging=hanging)
        if not new:
            return "", 0
        reason = reason or new
    return reason, 0


def fault(claim: tuple[Token, ...], found: tuple[Token, ...], *, asks: bool) -> str:
    """Return what these words of a page do not say of the claim's, or nothing."""
    for one in claim:
        if one.carries and not holds(found, one):
            return f"{one.word!r} does not stand in what they say there"
    if asks:
        return "the evidence asks this, and does not say it"
    return (
        _misplaced(claim, found) or turned(claim, found) or misjoined(claim, found, hanging=False)
    )


def _misplaced(claim: tuple[Token, ...], found: tuple[Token, ...]) -> str:
    """Return a number or date word that stands beside other words than in the evidence."""
    for at, one in enumerate(claim):
        if one.measure and not any(
            _same_place(claim, at, found, there)
            for there, other in enumerate(found)
            if same(one, other)
        ):
            return f"{one.word!r} belongs to something else in the evidence"
    return ""


def _same_place(claim: tuple[Token, ...], at: int, found: tuple[Token, ...], there: int) -> bool:
    if _qualified(claim, at) != _qualified(found, there):
        return False
    own = next(following(claim, at, 1), None)
    if own is not None:
        return holds(_until_measure(following(found, there, _NEAR), own), own)
    own = next(before(claim, at, 1), None)
    return own is None or holds(_until_measure(before(found, there, _NEAR), own), own)


def _qualified(text: tuple[Token, ...], at: int) -> list[str]:
    """Return the words right before a number that say how exact it is: "more than", "about"."""
    start = at
    while start > 0 and text[start - 1].word in _EXACTNESS:
        start -= 1
    return [one.word for one in text[start:at]]


def _until_measure(near: Iterator[Token], own: Token) -> Iterator[Token]:
    """Yield words until another number begins, which takes what comes after it."""
    for one in near:
        yield one
        if one.measure and not same(one, own):
            return
