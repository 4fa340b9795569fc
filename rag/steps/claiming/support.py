"""Whether a sentence of a claim says only what sentences of its evidence say.

The measure, stated: every word of the claim that carries meaning must be a word of one sentence of
the evidence (of one sentence in each block, when the claim names several), apart from the names
that the block's heading gives and a short list of words that only tell that something is told.
Numbers and dates must stand beside the same words there, and names and numbers in the same order.
One word that is nowhere in the evidence may turn a claim into its opposite, so none is allowed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest import Span
from rag.steps.claiming.evidence import Evidence
from rag.steps.claiming.tokens import Token, before, following, holds, same, tokens
from rag.steps.claiming.turning import turned
from rag.steps.words import word_list

_FRAMING = word_list(
    """say says said saying tell tells told state states stated add adds added comment comments
    commented remark remarks remarked speak speaks spoke quote quotes quoted accord according word
    words statement statements report reports reported reporting article page paper wrote writes
    written answer answered reply replied reader readers put"""
)
"""Words that only tell that something is told; that is checked by whose words they are."""
_NEAR = 3
"""Words that carry meaning, within which a number's own word must stand."""


class Unsupported(Exception):
    """The evidence does not say this; the message says what is not there, for people."""


@dataclass(frozen=True, slots=True)
class Resting:
    """A sentence of evidence that a claim's sentence rests on."""

    evidence: Evidence
    span: Span

    @property
    def text(self) -> str:
        """The page's own words."""
        return self.evidence.page.text(self.span)


def resting(
    text: str, evidence: Sequence[Evidence], first: Sequence[Span] = ()
) -> tuple[Resting, ...]:
    """Return the sentences that say what `text`, one sentence without quotes, says.

    Those that hold the spans `first` are tried first. Nothing when the text has no words of its
    own. Raises Unsupported.
    """
    claim = own_words(text)
    wanted = [one for one in claim if one.carries]
    if not wanted:
        return ()
    best: tuple[int, str] | None = None
    for candidate in _candidates(wanted, evidence, first):
        reason, missing = _fault(claim, wanted, candidate)
        if not reason:
            return candidate
        best = min(best or (missing, reason), (missing, reason))
    raise Unsupported(best[1] if best else "the evidence that it names has no sentences")


def own_words(text: str) -> tuple[Token, ...]:
    """Return the words of a text without those that only tell that something is told."""
    return tuple(
        one
        for at, one in enumerate(tokens(text))
        if one.word not in _FRAMING or (one.capital and at > 0)
    )


def _candidates(
    wanted: Sequence[Token], evidence: Sequence[Evidence], first: Sequence[Span]
) -> Iterator[tuple[Resting, ...]]:
    """Yield single sentences, those with most of the words first; then the best of each block."""
    ranked = [
        sorted((Resting(one, span) for span in one.sentences), key=lambda r: -_shared(wanted, r))
        for one in evidence
    ]
    singles = sorted((one for block in ranked for one in block), key=lambda r: -_shared(wanted, r))
    holding = [one for one in singles if any(one.span.overlaps(span) for span in first)]
    yield from ((one,) for one in (*holding, *singles))
    if len(evidence) > 1 and all(ranked):
        yield tuple(block[0] for block in ranked)


def _shared(wanted: Sequence[Token], one: Resting) -> int:
    found = tokens(one.text)
    return sum(holds(found, word) for word in wanted)


def _fault(
    claim: tuple[Token, ...], wanted: Sequence[Token], rests: tuple[Resting, ...]
) -> tuple[str, int]:
    """Return what these sentences do not say of the claim, and how many of its words they lack."""
    found = tuple(word for one in rests for word in own_words(one.text))
    names = tuple(word for one in rests for word in tokens(_heading(one)))
    missing = [one for one in wanted if not holds(found, one) and not _named(names, one)]
    if missing:
        return f"{missing[0].word!r} does not stand in one sentence of the evidence", len(missing)
    said = tuple(one for one in claim if one.mark or holds(found, one) or not one.carries)
    return _misplaced(said, found) or _reordered(said, rests) or turned(said, found), 0


def _named(names: Sequence[Token], one: Token) -> bool:
    return any(one.word == name.word for name in names)


def _heading(one: Resting) -> str:
    """Return the names that the block gives: its outlet and the speakers of the sentence."""
    speakers = [
        part
        for statement in one.evidence.statements(one.span)
        if statement.speaker
        for part in (statement.speaker.name, statement.speaker.as_written)
    ]
    outlet = one.evidence.page.article.outlet.value
    return " . ".join(part for part in (outlet, one.evidence.speaker, *speakers) if part)


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
    own = next(following(claim, at, 1), None)
    if own is not None:
        return holds(_until_measure(following(found, there, _NEAR), own), own)
    own = next(before(claim, at, 1), None)
    return own is None or holds(_until_measure(before(found, there, _NEAR), own), own)


def _until_measure(near: Iterator[Token], own: Token) -> Iterator[Token]:
    """Yield words until another number begins, which takes what comes after it."""
    for one in near:
        yield one
        if one.measure and not same(one, own):
            return


def _reordered(claim: tuple[Token, ...], rests: Sequence[Resting]) -> str:
    """Return a name or number that comes in another order than in the evidence."""
    if len(rests) != 1:
        return ""
    anchors = [one for one in tokens(rests[0].text) if _anchor(one)]
    at = 0
    for one in claim:
        if not _anchor(one) or not holds(anchors, one):
            continue
        place = next((i for i in range(at, len(anchors)) if same(anchors[i], one)), None)
        if place is None:
            return f"{one.word!r} comes in another order than in the evidence"
        at = place
    return ""


def _anchor(one: Token) -> bool:
    return one.carries and (one.capital or one.measure)
