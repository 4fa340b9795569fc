"""One quoted string against the pages that may hold it: the verdict and what it rests on.

Written rules, the first that fits:
- verified: the words stand in an article, whole (see `locating`), and nobody else says them there.
  With a claimed speaker they must stand between quotation marks and be theirs by the text.
- other_speaker: the words stand there, but as somebody else's, a reader's, the reporter's, or as
  words whose speaker the text does not give.
- altered: near words stand there; or the words only with a negation or condition cut off, only in
  a headline, or with an omission or insertion inside one quotation, marked or not.
- spliced: parts stand in different quotations or pages, a statement's parts on the two sides of
  its attribution included: what stood between them is not known.
- absent: none of these; furniture is no source.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Speaker, Voice
from rag.steps.identities import compatible
from rag.steps.quoting.differing import words_of
from rag.steps.quoting.folding import fold
from rag.steps.quoting.locating import Found, places
from rag.steps.quoting.nearest import Near, nearest, nearest_said
from rag.steps.quoting.quoted import Quoted
from rag.steps.quoting.reading import Reading, of_article
from rag.steps.quoting.splicing import Parts, parted, spliced
from rag.values.check import Claim, Verdict

_ALTERED = 0.6
"""Share of the draft's words that the nearest place must have to be their altered source."""
_FEW = 2.01
"""Words that differ from one place alone; so few were changed there, not taken from another."""
_SHOWN = 0.34
"""Share from which the nearest place is worth showing beside `absent`."""

_QUOTE_MARK = re.compile(r"(?<!\w)'|'(?!\w)")

_RANK: tuple[Verdict, ...] = ("verified", "other_speaker", "altered", "spliced", "absent")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the places that it rests on."""

    verdict: Verdict
    note: str = ""
    places: tuple[Found, ...] = ()
    near: Near | None = None


def judge(words: Quoted, claim: Claim | None, readings: Sequence[Reading]) -> Judgement:
    """Return the verdict on a quoted string, given the pages that may hold its words."""
    found = [one for reading in readings for one in places(words, reading)]
    whole = [one for one in found if of_article(one.voice)] or found
    if whole:
        judged = [_standing(words, one, claim) for one in whole]
        best = min(judged, key=lambda one: _RANK.index(one.verdict))
        if not of_article(best.places[0].voice):
            return _only_outside(words, best, readings)
        same = [
            one.places[0] for one in judged if (one.verdict, one.note) == (best.verdict, best.note)
        ]
        return Judgement(best.verdict, best.note, tuple(same), best.near)
    return _not_found(words, readings)


def _only_outside(words: Quoted, outside: Judgement, readings: Sequence[Reading]) -> Judgement:
    """Return the verdict on words of a reader or the site: altered, if an article has them near."""
    near = nearest(words.text, readings)
    if near is None or not _retouched(words, near):
        return outside
    return Judgement("altered", f"{outside.note}; the article has others", outside.places, near)


def _not_found(words: Quoted, readings: Sequence[Reading]) -> Judgement:
    parts = parted(words, readings) if words.parted else None
    if parts is not None:
        return _of_parts(words, parts)
    near = nearest(words.text, readings)
    if near is not None and _retouched(words, near):
        return Judgement("altered", near=near)
    parts = spliced(words, readings)
    if parts is not None:
        return _of_parts(words, parts)
    if near is not None and near.likeness >= _ALTERED:
        return Judgement("altered", near=near)
    if near is not None and near.likeness < _SHOWN:
        near = None
    return Judgement("absent", near=near)


def _retouched(words: Quoted, near: Near) -> bool:
    """Return whether one place has all but a few of the words, and few others between them."""
    source = fold(near.reading.words(near.span)).text
    count = len(words_of(words.text))
    if len(_QUOTE_MARK.findall(source)) > len(_QUOTE_MARK.findall(words.text)):
        return False  # somebody else's words, or an attribution, stand in between
    return (1 - near.likeness) * count <= _FEW and abs(len(words_of(source)) - count) <= _FEW


def _of_parts(words: Quoted, parts: Parts) -> Judgement:
    if parts.together:
        near = nearest(words.text, [parts.places[0].reading])
        marked = "words left out or put in are marked; the rest stands in one place, in this order"
        plain = "words between these were left out without a mark"
        return Judgement("altered", marked if words.parted else plain, parts.places, near)
    if parts.one_statement:
        note = "both parts are one statement, but joined over its attribution"
        return Judgement("spliced", note, parts.places)
    return Judgement("spliced", "the parts stand in different places", parts.places)


def _standing(words: Quoted, found: Found, claim: Claim | None) -> Judgement:
    """Return what one place alone says."""

    def told(verdict: Verdict, note: str = "", near: Near | None = None) -> Judgement:
        return Judgement(verdict, note, (found,), near)

    if found.voice is Voice.FURNITURE:
        return told("absent", "the words stand only in what the site wrote around the article")
    if found.voice is Voice.COMMENT:
        return told("other_speaker", "the words stand only in a reader's comment")
    if found.flaw:
        return told("altered", found.flaw)
    name = claim.name if claim else None
    quoted = _is_quoted(found)
    if found.voice is Voice.HEADLINE:
        if name is None and not quoted:
            return told("verified", "the words are a headline's")
        near = _body_wording(words, name, found.reading)
        return told(
            "altered", "only a headline has these words; the article quotes otherwise", near
        )
    if name is not None:
        return told(*_for(name, found, quoted=quoted))
    if claim is not None and not quoted:
        return told("other_speaker", _whose(found, quoted=quoted))
    return told("verified", _whose(found, quoted=quoted))


def _is_quoted(found: Found) -> bool:
    """Return whether the page has these words as somebody's own, between quotation marks."""
    direct = found.statement is not None and found.statement.kind == "direct"
    return direct or found.reading.in_marks(found.span)


def _for(name: str, found: Found, *, quoted: bool) -> tuple[Verdict, str]:
    """Return the verdict on a place in the article for words given to this speaker."""
    article, statement = found.reading.article, found.statement
    if article.outlet.value and compatible(name, article.outlet.value, person=False):
        return "verified", "the words are the outlet's own"
    if statement is None or statement.speaker is None:
        note = "the article has these words, but does not say whose they are"
        return "other_speaker", note if quoted else "these are the article's own words"
    speaker = statement.speaker
    if speaker.name is None:
        return "other_speaker", f"the article gives these words to {speaker.as_written!r} only"
    if not compatible(name, speaker.name, person=speaker.person):
        return "other_speaker", f"the article gives these words to {speaker.name}"
    if not quoted:
        return "other_speaker", f"the article reports {speaker.name} in its own words here"
    return "verified", ""


def _whose(found: Found, *, quoted: bool) -> str:
    speaker = found.statement.speaker if found.statement else None
    if speaker is None or not (speaker.name or speaker.as_written):
        return "" if quoted else "these are the article's own words"
    name = speaker.name or speaker.as_written
    if not quoted:
        return f"the article reports {name} in its own words here"
    return f"the article gives these words to {name}"


def _body_wording(words: Quoted, name: str | None, reading: Reading) -> Near | None:
    """Return how the article itself quotes the one whom its headline quotes otherwise."""
    said = [
        span
        for statement in reading.article.statements
        if statement.kind != "reported" and (name is None or _by(name, statement.speaker))
        for span in statement.content
        if reading.voice(span) is Voice.NARRATION
    ]
    return nearest_said(words.text, reading, said)


def _by(name: str, speaker: Speaker | None) -> bool:
    return (
        speaker is not None
        and speaker.name is not None
        and compatible(name, speaker.name, person=speaker.person)
    )
