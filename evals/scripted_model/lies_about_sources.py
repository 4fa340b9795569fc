"""Lies about who said something, and about which evidence says it."""

import json
import random
from collections.abc import Callable, Mapping
from types import MappingProxyType

from evals.scripted_model.claims import Claim, Quoted
from evals.scripted_model.lie import Lie, Make, lied, picked, saying, words
from evals.scripted_model.material import Material, Statement

_NOBODY = "Orsolya Quendt"

Wrong = Callable[[Material, Statement, random.Random], str | None]
"""Returns the name of somebody who did not say these words."""


def _in_the_same_evidence(given: Material, one: Statement, chance: random.Random) -> str | None:
    text = given.block(one.number).text
    near = [name for name in _others(given, one) if name.split()[-1] in text]
    return chance.choice(near) if near else None


def _elsewhere(given: Material, one: Statement, chance: random.Random) -> str | None:
    text = given.block(one.number).text
    far = [name for name in _others(given, one) if name.split()[-1] not in text]
    return chance.choice(far) if far else None


def _nobody(given: Material, one: Statement, chance: random.Random) -> str | None:
    return _NOBODY


def _namesake(given: Material, one: Statement, chance: random.Random) -> str | None:
    return f"Rosamund {one.spoken.speaker.split()[-1]}"


def _others(given: Material, one: Statement) -> list[str]:
    """Return the speakers whose names share no word with this one's, nor stand in the words."""
    own, spoken = set(words(one.spoken.speaker)), set(words(one.spoken.words))
    return [name for name in given.record.names if not set(words(name)) & (own | spoken)]


def _given_to(wrong: Wrong, told: bool, listed: bool) -> Make:
    """Tell true words said by a wrong name: in the claim's text, its list of quotes, or both."""

    def make(given: Material, chance: random.Random) -> Lie | None:
        one = picked(given, chance)
        name = wrong(given, one, chance) if one else None
        if one is None or name is None:
            return None
        spoken, true = one.spoken.words, one.spoken.speaker
        quotes = (Quoted(one.number, spoken, name if listed else true),)
        claim = Claim(f'{name if told else true} said: "{spoken}"', (one.number,), quotes)
        return Lie(written=f"{claim.line}\n", given_to=(spoken, name))

    return make


def _without_speaker(given: Material, chance: random.Random) -> Lie | None:
    """Tell a wrong name in the text, and none in the list."""
    one = picked(given, chance)
    name = _in_the_same_evidence(given, one, chance) if one else None
    if one is None or name is None:
        return None
    quotes = (Quoted(one.number, one.spoken.words),)
    claim = Claim(f'{name} said: "{one.spoken.words}"', (one.number,), quotes)
    return Lie(written=f"{claim.line}\n", given_to=(one.spoken.words, name))


def _name_after(given: Material, chance: random.Random) -> Lie | None:
    """Tell the wrong name behind the words."""
    one = picked(given, chance)
    name = _in_the_same_evidence(given, one, chance) if one else None
    if one is None or name is None:
        return None
    quotes = (Quoted(one.number, one.spoken.words, name),)
    claim = Claim(f"“{one.spoken.words}”, said {name}.", (one.number,), quotes)
    return Lie(written=f"{claim.line}\n", given_to=(one.spoken.words, name))


def _numbered(*numbers: object) -> Make:
    """Tell true words under numbers that no evidence has, or that are none."""

    def make(given: Material, chance: random.Random) -> Lie | None:
        one = picked(given, chance)
        if one is None:
            return None
        claim = saying(one, one.spoken.words)
        quote = {"speaker": one.spoken.speaker, "text": one.spoken.words, "evidence": numbers[0]}
        line = json.dumps({"text": claim.text, "evidence": list(numbers), "quotes": [quote]})
        return Lie(written=f"{line}\n", false=(claim.text,))

    return make


def _just_beyond(given: Material, chance: random.Random) -> Lie | None:
    return _numbered(len(given.evidence) + 1)(given, chance)


def _without_evidence(given: Material, chance: random.Random) -> Lie | None:
    one = picked(given, chance)
    return lied(Claim(f"{one.spoken.speaker} said it.", ())) if one else None


WRONG_NAMES: Mapping[str, Wrong] = MappingProxyType(
    {
        "of the same evidence": _in_the_same_evidence,
        "of other evidence": _elsewhere,
        "of nobody": _nobody,
        "of a namesake": _namesake,
    }
)
LIES_ABOUT_SOURCES: Mapping[str, Make] = MappingProxyType(
    {
        **{f"speaker {k}": _given_to(w, True, True) for k, w in WRONG_NAMES.items()},
        **{f"speaker {k}, in the text": _given_to(w, True, False) for k, w in WRONG_NAMES.items()},
        **{f"speaker {k}, in the list": _given_to(w, False, True) for k, w in WRONG_NAMES.items()},
        "speaker wrong and unlisted": _without_speaker,
        "speaker wrong, behind": _name_after,
        "number one too high": _just_beyond,
        "number far too high": _numbered(999),
        "number zero": _numbered(0),
        "number negative": _numbered(-1),
        "number with a fraction": _numbered(1.5),
        "number beyond all bounds": _numbered(10**30),
        "number missing": _without_evidence,
    }
)
