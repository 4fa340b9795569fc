"""What one place where a quote's words stand says about it: whose words they are there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest import Speaker, Voice
from rag.steps.people.identities import compatible, untitled
from rag.steps.people.names import titled
from rag.steps.quoting.locating import Found
from rag.steps.quoting.namesakes import namesakes, unsure
from rag.steps.quoting.nearest import Near, nearest_said
from rag.steps.quoting.quoted import Quoted
from rag.steps.quoting.reading import Reading
from rag.steps.words import FUNCTION_WORDS, word_list
from rag.steps.words import words as name_words
from rag.values.catalogued import KnownSpeaker
from rag.values.check import Claim, Verdict

_HEADLINE = "only a headline has these words, and a headline's words are the page's own"
_IN_HEADLINE = "only a headline has these words; the article quotes otherwise"
_PRONOUNS = word_list("i he she it we they you him her them his their who")
_ARTICLES = word_list("the a an of")
_READER = re.compile(r"\b(?:readers?|commenters?|comments?)\b", re.IGNORECASE)
"""How a draft calls somebody who wrote under a page."""
_JOINED = re.compile(r",? and | & |, ")
"""What stands between two names that a draft gives words to."""
_NESTED = 4
"""Words from which a quotation within a quotation is somebody else's, and not a title or irony."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the places that it rests on."""

    verdict: Verdict
    note: str = ""
    places: tuple[Found, ...] = ()
    near: Near | None = None


def standing(words: Quoted, found: Found, claim: Claim | None) -> Judgement:
    """Return what one place alone says."""

    def told(verdict: Verdict, note: str = "", near: Near | None = None) -> Judgement:
        return Judgement(verdict, note, (found,), near)

    if found.voice is Voice.FURNITURE:
        return told("absent", "the words stand only in what the site wrote around the article")
    if found.voice is Voice.COMMENT and claim is not None and by_reader(claim):
        note = found.flaw or "the words stand in a reader's comment"
        return told("altered" if found.flaw else "verified", note)
    if found.voice is Voice.COMMENT:
        return told("other_speaker", "the words stand only in a reader's comment")
    name = claim.name if claim else None
    quoted = _is_quoted(found)
    if found.voice is Voice.HEADLINE and (quoted or name is not None):
        near = _body_wording(words, name, found.reading)
        if near is None and not quoted:
            return told("other_speaker", _HEADLINE)
        return told("altered", _IN_HEADLINE, near)
    turned = _turned(words, found)
    if turned:
        return told("altered", turned)
    if found.stance != "said" and found.statement is None and found.flaw:
        return told("altered", found.flaw)
    verdict, note = _said_by(claim, found, quoted=quoted)
    if verdict == "verified" and found.flaw:
        return told("altered", found.flaw)
    quoting = _quoting(words, found) if claim else ""
    if verdict == "verified" and quoting:
        return told("other_speaker", f"these are words that {quoting} quotes")
    return told(verdict, note)


def _turned(words: Quoted, found: Found) -> str:
    """Return how a draft denies or doubts what the page has said, or nothing.

    That somebody else did not say it is no contradiction.
    """
    if words.stance == "said" or found.stance != "said":
        return ""
    speakers = [one for one in found.speakers if one.name]
    meant = [one for one in speakers if _among(one, words.by_none_of)] or speakers
    if speakers and words.by_none_of and not any(_among(one, words.by_none_of) for one in meant):
        return ""
    names = _and(one.name or "" for one in meant)
    whose = f"the article gives these words to {names}" if names else "the article has these words"
    if words.stance == "denied":
        return f"the draft denies these words, but {whose}"
    return f"the draft only supposes that these words are said, but {whose}"


def _among(speaker: Speaker, named: tuple[str, ...]) -> bool:
    name = speaker.name or ""
    surname = untitled(name)[-1:]
    return any(
        compatible(one, name, person=speaker.person) or (surname and untitled(one)[-1:] == surname)
        for one in named
    )


def _and(names: Iterable[str]) -> str:
    return " and ".join(dict.fromkeys(filter(None, names)))


def by_reader(claim: Claim) -> bool:
    """Return whether a draft gives words to a reader of the page."""
    return claim.name is None and _READER.search(claim.as_written) is not None


def _said_by(claim: Claim | None, found: Found, *, quoted: bool) -> tuple[Verdict, str]:
    if found.voice is Voice.HEADLINE:
        return "verified", "the words are a headline's"
    if claim is None:
        return "verified", _whose(found, quoted=quoted)
    written = (claim.as_written, *_JOINED.split(claim.as_written))
    described = [_described(one, found) for one in written]
    if claim.name is None and quoted and (described[0] or all(described[1:])):
        return "verified", _whose(found, quoted=quoted)
    names = _names(claim)
    if not names:
        return "other_speaker", _whose(found, quoted=quoted)
    if claim.placed and _is_outlet(names[0], found):
        return "verified", _whose(found, quoted=quoted)
    told = [_for(name, found, quoted=quoted) for name in names]
    return next((one for one in told if one[0] != "verified"), told[0])


def _names(claim: Claim) -> tuple[str, ...]:
    """Return whom a draft gives words to; the names in "Ames and Brandt", where it names two."""
    if claim.name is not None:
        return (claim.name, *claim.others)
    names = _JOINED.split(claim.as_written)
    return tuple(names) if len(names) > 1 and all(one[:1].isupper() for one in names) else ()


def _described(written: str, found: Found) -> bool:
    """Return whether a description ("the mayor") is the speaker's; a pronoun may be anybody's."""
    if all(word in _PRONOUNS or word in FUNCTION_WORDS for word in name_words(written)):
        return True
    return any(_describes(written, speaker, found) for speaker in found.speakers)


def _describes(written: str, speaker: Speaker, found: Found) -> bool:
    if set(name_words(written)) - _ARTICLES <= set(name_words(speaker.as_written)):
        return True
    name = speaker.name
    capitals = all(word[0].isupper() for word in written.split())
    if name and capitals and compatible(written, name, person=speaker.person):
        return True
    named = (KnownSpeaker(speaker.name or "", person=True, statements=1, articles=1),)
    return bool(speaker.name and titled(written, [found.reading.article.text], named))


def _is_quoted(found: Found) -> bool:
    """Return whether the page has these words as somebody's own, between quotation marks."""
    direct = found.statement is not None and found.statement.kind == "direct"
    return direct or found.reading.in_marks(found.span)


def _is_outlet(name: str, found: Found) -> bool:
    outlet = found.reading.article.outlet.value
    return outlet is not None and compatible(name, outlet, person=False)


def _for(name: str, found: Found, *, quoted: bool) -> tuple[Verdict, str]:
    """Return the verdict on a place in the article for words given to this speaker."""
    if not quoted and _is_outlet(name, found):
        return "verified", "the words are the outlet's own"
    speakers = found.speakers
    if not speakers:
        note = "the article has these words, but does not say whose they are"
        return "other_speaker", note if quoted else "these are the article's own words"
    named = [one for one in speakers if one.name is not None]
    if not named:
        written = _and(one.as_written for one in speakers)
        return "other_speaker", f"the article gives these words to {written!r} only"
    theirs = [one for one in named if compatible(name, one.name or "", person=one.person)]
    if not theirs:
        given = _and(one.name or "" for one in named)
        return "other_speaker", f"the article gives these words to {given}"
    if not quoted:
        return "other_speaker", f"the article reports {theirs[0].name} in its own words here"
    if len(untitled(name)) > 1:
        doubts = [unsure(name, namesakes(one, found.reading.article)) for one in theirs]
        return ("other_speaker", doubts[0]) if all(doubts) else ("verified", "")
    return "verified", ""


def _quoting(words: Quoted, found: Found) -> str:
    """Return who only quotes these words there, unless the draft shows that by its own marks."""
    statement = found.statement
    if (
        statement is None
        or words.nested
        or not found.reading.nested(found.span, statement, _NESTED)
    ):
        return ""
    return statement.speaker.name or "" if statement.speaker else ""


def _whose(found: Found, *, quoted: bool) -> str:
    name = _and(one.name or one.as_written for one in found.speakers)
    if not name:
        return "" if quoted else "these are the article's own words"
    if not quoted:
        return f"the article reports {name} in its own words here"
    return f"the article gives these words to {name}"


def _body_wording(words: Quoted, name: str | None, reading: Reading) -> Near | None:
    """Return how the article itself quotes the one whom its headline quotes otherwise."""
    ours = [
        statement
        for statement in reading.article.statements
        if name is None or _by(name, statement.speaker)
    ]
    for kinds in (("direct", "mixed"), ("reported",)):
        said = [
            span
            for statement in ours
            if statement.kind in kinds
            for span in statement.content
            if reading.voice(span) is Voice.NARRATION
        ]
        near = nearest_said(words.text, reading, said)
        if near is not None:
            return near
    return None


def _by(name: str, speaker: Speaker | None) -> bool:
    return (
        speaker is not None
        and speaker.name is not None
        and compatible(name, speaker.name, person=speaker.person)
    )
