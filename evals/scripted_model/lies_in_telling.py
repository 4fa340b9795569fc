"""Lies without quotation marks: sentences of the evidence told falsely."""

import random
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from evals.quotecheck.mutations import MUTATIONS, Said
from evals.scripted_model.claims import Claim, Quoted
from evals.scripted_model.lie import Lie, Make, changed, lied, picked, words
from evals.scripted_model.material import Material, Sentence

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*"
_NUMBER = re.compile(r"\b\d[\d,]*\d\b|\b\d\b")
_TWO_NAMES = re.compile(rf"\b({_NAME})\b(.+?)\b({_NAME})\b")
_FULL_NAME = re.compile(r"\b[A-Z][a-z]{2,} [A-Z][a-z]{2,}\b")
_TWO_WORDS = re.compile(r"\b([a-z]{5,})\b((?: \w+){1,3} )\b([a-z]{5,})\b")
_NUMBERED = re.compile(r"\bNo\. ?\d")
"""Not a negation."""
_SMALL = frozenset(
    """about after again among because before being between could during every himself herself
    might other others should since still their theirs themselves there these those though through
    under until where which while whose within without would""".split()  # noqa: SIM905
)
_QUALIFIER = re.compile(
    r"\b(?:allegedly|alleged|reportedly|nearly|almost|(?:about|around)(?= \d)|only|partly|"
    r"possibly|perhaps|probably|likely|suspected|apparently|at least|up to(?= \d)|more than|"
    r"less than|some of|most of|planned to|tried to|threatened to|refused to|failed to) "
)
_OPPOSITES = {
    "denied": "confirmed", "confirmed": "denied", "accused": "praised", "rejected": "accepted",
    "refused": "agreed", "agreed": "refused", "accepted": "rejected", "criticized": "praised",
    "supported": "opposed", "opposed": "supported", "opened": "closed", "closed": "opened",
    "more": "fewer", "fewer": "more", "less": "more", "before": "after", "after": "before",
    "rose": "fell", "fell": "rose", "won": "lost", "lost": "won", "first": "last", "last": "first",
    "without": "with", "above": "below", "against": "for", "increase": "decrease", "all": "some",
    "called": "failed to call", "condemned": "welcomed", "warned": "promised",
    "at least": "at most", "over": "under", "killed": "rescued",
    "attacked": "defended", "north": "south", "east": "west",
}  # fmt: skip
_OPPOSED = re.compile(rf"\b(?:{'|'.join(_OPPOSITES)})\b")
_UNITS = {
    "million": "billion", "billion": "million", "percent": "percentage points", "hours": "days",
    "days": "weeks", "weeks": "months", "months": "years", "years": "months", "km": "miles",
    "kilometres": "miles", "kilometers": "miles", "minutes": "hours", "metres": "kilometres",
}  # fmt: skip
_UNIT = re.compile(rf"(?<=\d )(?:{'|'.join(_UNITS)})\b")

Falsify = Callable[[str, Material, random.Random], str | None]
"""Returns the sentence told falsely; none when it cannot be in this way."""


def _as_quotes_are(name: str) -> Falsify:
    def falsify(sentence: str, given: Material, chance: random.Random) -> str | None:
        if _NUMBERED.search(sentence):
            return None
        return MUTATIONS[name].mutate(Said(sentence, "", (), given.record.names), chance)

    return falsify


def _replaced(pattern: re.Pattern[str], by: Callable[[str, random.Random], str]) -> Falsify:
    def falsify(sentence: str, given: Material, chance: random.Random) -> str | None:
        found = list(pattern.finditer(sentence))
        if not found:
            return None
        match = chance.choice(found)
        return sentence[: match.start()] + by(match.group(), chance) + sentence[match.end() :]

    return falsify


def _another(of: tuple[str, ...]) -> Callable[[str, random.Random], str]:
    return lambda true, chance: chance.choice([one for one in of if one != true])


def _another_year(true: str, chance: random.Random) -> str:
    return str(int(true) + chance.choice((-10, -1, 1, 2)))


def _roles_swapped(sentence: str, given: Material, chance: random.Random) -> str | None:
    found = _TWO_NAMES.search(
        sentence, sentence.find(" ") + 1
    )  # the first word is no name for sure
    return _swapped(sentence, found) if found else None


def _swapped(sentence: str, found: re.Match[str]) -> str | None:
    """Return the sentence with the match's first and third group in each other's place."""
    if found[1] == found[3]:
        return None
    swapped = f"{found[3]}{found[2]}{found[1]}"
    return sentence[: found.start()] + swapped + sentence[found.end() :]


def _words_swapped(sentence: str, given: Material, chance: random.Random) -> str | None:
    """Swap two words with one to three between them: who did it and to whom, it may be."""
    found = [one for one in _TWO_WORDS.finditer(sentence) if not {one[1], one[3]} & _SMALL]
    return _swapped(sentence, chance.choice(found)) if found else None


def _subject_of_another(sentence: str, given: Material, chance: random.Random) -> str | None:
    """Give the sentence the name of somebody whom another sentence of the evidence names."""
    names = list(_FULL_NAME.finditer(sentence))
    texts = " ".join(one.text for one in given.evidence if sentence in one.text)
    others = {one.group() for one in _FULL_NAME.finditer(texts)}
    others = {one for one in others if one.split()[-1] not in sentence}
    if not names or not others:
        return None
    match = chance.choice(names)
    return sentence[: match.start()] + chance.choice(sorted(others)) + sentence[match.end() :]


def _numbers_swapped(sentence: str, given: Material, chance: random.Random) -> str | None:
    found = re.search(r"\b(\d[\d,.]*\d|\d)\b(.+?)\b(\d[\d,.]*\d|\d)\b", sentence)
    return _swapped(sentence, found) if found else None


def _number_of_another(sentence: str, given: Material, chance: random.Random) -> str | None:
    """Put a number of the same evidence, true elsewhere, in the place of this one."""
    found = _NUMBER.search(sentence)
    texts = " ".join(one.text for one in given.evidence if sentence in one.text)
    if found is None:
        return None
    others = {one.group() for one in _NUMBER.finditer(texts)} - {found.group()}
    if not others:
        return None
    return sentence[: found.start()] + chance.choice(sorted(others)) + sentence[found.end() :]


_FALSIFY: Mapping[str, Falsify] = MappingProxyType(
    {
        "digit": _as_quotes_are("digit"),
        "number word": _as_quotes_are("number word"),
        "negation dropped": _as_quotes_are("negation dropped"),
        "negation added": _as_quotes_are("negation added"),
        "name swapped": _as_quotes_are("name swapped"),
        "month": _replaced(_MONTH, _another(_MONTHS)),
        "day of the week": _replaced(_DAY, _another(_DAYS)),
        "year": _replaced(_YEAR, _another_year),
        "opposite": _replaced(_OPPOSED, lambda true, _: _OPPOSITES[true]),
        "unit": _replaced(_UNIT, lambda true, _: _UNITS[true]),
        "qualifier dropped": _replaced(_QUALIFIER, lambda true, _: ""),
        "roles swapped": _roles_swapped,
        "words swapped": _words_swapped,
        "subject of another": _subject_of_another,
        "numbers swapped": _numbers_swapped,
        "number of another": _number_of_another,
    }
)


def _told(falsify: Falsify, *, listed: bool) -> Make:
    """Tell a falsified sentence; with `listed`, beside the true one as its quote."""

    def make(given: Material, chance: random.Random) -> Lie | None:
        for one in chance.sample(given.sentences, len(given.sentences)):
            false = falsify(one.text, given, chance)
            if false and words(false) != words(one.text):
                quotes = (Quoted(one.number, one.text),) if listed else ()
                return lied(Claim(false, (one.number,), quotes), changed(one.text, false))
        return None

    return make


def _sentence(given: Material, chance: random.Random) -> Sentence | None:
    return chance.choice(given.sentences) if given.sentences else None


def _fabricated(given: Material, chance: random.Random) -> Lie | None:
    """Tell a sentence on people and places that no evidence has."""
    one = _sentence(given, chance)
    text = "Orsolya Quendt sold the lighthouse of Vellmark in a secret auction."
    return lied(Claim(text, (one.number,))) if one else None


def _fabricated_of_known(form: str) -> Make:
    """Tell a deed that the evidence does not tell, of somebody whom it names."""

    def make(given: Material, chance: random.Random) -> Lie | None:
        one = picked(given, chance)
        if one is None:
            return None
        return lied(Claim(form.format(one.spoken.speaker), (one.number,)))

    return make


def _denied(given: Material, chance: random.Random) -> Lie | None:
    """Tell true words told as denied."""
    one = picked(given, chance)
    if one is None:
        return None
    quotes = (Quoted(one.number, one.spoken.words, one.spoken.speaker),)
    told = f'{one.spoken.speaker} denied having said: "{one.spoken.words}"'
    return lied(Claim(told, (one.number,), quotes))


def _added_behind(given: Material, chance: random.Random) -> Lie | None:
    """Tell a true quote with a made-up deed behind it, in the same claim."""
    one = picked(given, chance)
    if one is None:
        return None
    quotes = (Quoted(one.number, one.spoken.words, one.spoken.speaker),)
    lie = "and then resigned from every office"
    told = f'{one.spoken.speaker} said: "{one.spoken.words}" {lie}.'
    return lied(Claim(told, (one.number,), quotes), lie)


def _dated(given: Material, chance: random.Random) -> Lie | None:
    """Tell a true quote with a date that nothing supports."""
    one = picked(given, chance)
    if one is None:
        return None
    quotes = (Quoted(one.number, one.spoken.words, one.spoken.speaker),)
    when = f"On {chance.randint(1, 28)} {chance.choice(_MONTHS)} {chance.randint(1990, 1999)}"
    told = f'{when}, {one.spoken.speaker} said: "{one.spoken.words}"'
    return lied(Claim(told, (one.number,), quotes), when)


LIES_IN_TELLING: Mapping[str, Make] = MappingProxyType(
    {
        **{f"telling: {name}": _told(how, listed=False) for name, how in _FALSIFY.items()},
        **{f"telling beside it: {name}": _told(how, listed=True) for name, how in _FALSIFY.items()},
        "telling: fabricated": _fabricated,
        "telling: known person resigned": _fabricated_of_known("{} resigned that day."),
        "telling: known person arrested": _fabricated_of_known("{} was arrested for fraud."),
        "telling: known person admitted": _fabricated_of_known("{} admitted to having lied."),
        "telling: said as denied": _denied,
        "telling: deed added behind a quote": _added_behind,
        "telling: date added to a quote": _dated,
    }
)
