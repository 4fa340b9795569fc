"""One quoted string against the pages that may hold it: the verdict and what it rests on.

Written rules, the first that fits:
- verified: the words stand in an article, whole (see `locating`), and nobody else says them there.
  With a claimed speaker they must stand between quotation marks and be theirs by the text.
- other_speaker: the words stand there, but as somebody else's, a reader's, the reporter's, or as
  words whose speaker the text does not give.
- altered: near words stand there; or the words only with a negation or condition cut off, only in
  a headline, or with words left out or put in. The note says where these are marked as custom has
  it and turn nothing (see `omitting`): whoever reads may pass them, code compares words.
- spliced: parts stand in different quotations or pages, a statement's parts on the two sides of
  its attribution included: what stood between them is not known.
- absent: none of these; furniture is no source.
"""

import re
from collections.abc import Iterable, Sequence

from rag.steps.quoting.differing import words_of
from rag.steps.quoting.folding import fold
from rag.steps.quoting.locating import places
from rag.steps.quoting.nearest import Near, nearest
from rag.steps.quoting.omitting import honest
from rag.steps.quoting.quoted import Quoted
from rag.steps.quoting.reading import Reading, of_article
from rag.steps.quoting.splicing import Parts, parted, spliced
from rag.steps.quoting.standing import Judgement, by_reader, standing
from rag.values.check import Claim, Verdict

_ALTERED = 0.6
"""Share of the draft's words that the nearest place must have to be their altered source."""
_FEW = 2.01
"""Words that differ from one place alone; so few were changed there, not taken from another."""
_CLOSE = 0.8
"""The same from which no likelier source is sought."""
_HALF = 0.5
"""Share of a reader's or the site's words from which an article may have them retouched."""
_SURE = 6
"""Words of each part of a spliced quote from which it is none by chance."""
_SHOWN = 0.34
"""Share from which the nearest place is worth showing beside `absent`."""

_NEAREST = "the nearest words of the archive are others"
_MARKED = "words left out or put in are marked; the rest stands in one statement, in this order"
_TURNED = "words left out or put in are marked, but they may change what the rest says"

_QUOTE_MARK = re.compile(r"(?<!\w)'|'(?!\w)")

_RANK: tuple[Verdict, ...] = ("verified", "other_speaker", "altered", "spliced", "absent")


def judge(words: Quoted, claim: Claim | None, searches: Iterable[Sequence[Reading]]) -> Judgement:
    """Return the verdict on a quoted string, given the pages that may hold its words.

    They come as the results of searches, the narrowest first: a later one is made only where the
    pages so far leave the verdict open.
    """
    readings: list[Reading] = []
    judgement = Judgement("absent")
    for search in searches:
        readings += search
        judgement = _judged(words, claim, readings)
        if _settled(judgement):
            break
    return judgement


def _settled(judgement: Judgement) -> bool:
    """Return whether other pages, which have none of the quote's runs of words, can't better it."""
    if judgement.verdict == "altered":
        return judgement.near is None or judgement.near.likeness >= _CLOSE
    if judgement.verdict == "spliced":
        return all(len(one.reading.words(one.span).split()) >= _SURE for one in judgement.places)
    standing_there = judgement.verdict in ("verified", "other_speaker")
    return standing_there and of_article(judgement.places[0].voice)


def _judged(words: Quoted, claim: Claim | None, readings: Sequence[Reading]) -> Judgement:
    found = [one for reading in readings for one in places(words, reading)]
    whole = [one for one in found if of_article(one.voice)] or found
    if claim is not None and by_reader(claim):
        whole = found
    if whole:
        judged = [standing(words, one, claim) for one in whole]
        best = _best(words, judged)
        if not of_article(best.places[0].voice):
            return _only_outside(words, best, readings)
        same = [
            one.places[0] for one in judged if (one.verdict, one.note) == (best.verdict, best.note)
        ]
        return Judgement(best.verdict, best.note, tuple(same), best.near)
    return _not_found(words, readings)


def _best(words: Quoted, judged: Sequence[Judgement]) -> Judgement:
    """Return the best verdict; of a denied quote the place that contradicts, if none denies too."""
    if words.denied and all(one.places[0].stance == "said" for one in judged):
        against = (one for one in judged if one.verdict == "altered" and not one.places[0].flaw)
        found = next(against, None)
        if found is not None:
            return found
    return min(judged, key=lambda one: _RANK.index(one.verdict))


def _only_outside(words: Quoted, outside: Judgement, readings: Sequence[Reading]) -> Judgement:
    """Return the verdict on words of a reader or the site: altered, if an article has them near."""
    near = nearest(words.text, readings)
    if near is None or near.likeness < _HALF or not _retouched(words, near):
        return outside
    return Judgement("altered", f"{outside.note}; the article has others", outside.places, near)


def _not_found(words: Quoted, readings: Sequence[Reading]) -> Judgement:
    parts = parted(words, readings) if words.parted else None
    if parts is not None:
        return _of_parts(words, parts)
    near = nearest(words.text, readings)
    if near is not None and _retouched(words, near):
        return Judgement("altered", _wording_note(words, near), near=near)
    parts = spliced(words, readings)
    if parts is not None:
        return _of_parts(words, parts)
    if near is not None and near.likeness >= _ALTERED:
        return Judgement("altered", near=near)
    if near is not None and near.likeness < _SHOWN:
        near = None
    return Judgement("absent", _NEAREST if near else "", near=near)


def _retouched(words: Quoted, near: Near) -> bool:
    """Return whether one place has all but a few of the words, and few others between them."""
    source = fold(near.reading.words(near.span)).text
    count = len(words_of(words.text))
    if len(_QUOTE_MARK.findall(source)) > len(_QUOTE_MARK.findall(words.text)):
        return False  # somebody else's words, or an attribution, stand in between
    return (1 - near.likeness) * count <= _FEW and abs(len(words_of(source)) - count) <= _FEW


def _wording_note(words: Quoted, near: Near) -> str:
    source = words_of(fold(near.reading.words(near.span)).text)
    same = [one.bare.casefold() for one in words_of(words.text)]
    if same == [one.bare.casefold() for one in source]:
        return "only punctuation or capital letters differ"
    return ""


def _of_parts(words: Quoted, parts: Parts) -> Judgement:
    if parts.together:
        near = nearest(words.text, [parts.places[0].reading])
        return Judgement("altered", _omission_note(words, parts), parts.places, near)
    if parts.one_statement:
        note = "both parts are one statement, but joined over its attribution"
        return Judgement("spliced", note, parts.places)
    return Judgement("spliced", "the parts stand in different places", parts.places)


def _omission_note(words: Quoted, parts: Parts) -> str:
    if not words.parted:
        return "words between these were left out without a mark"
    return _MARKED if honest(words, parts) else _TURNED
