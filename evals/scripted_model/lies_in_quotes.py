"""Lies about words: quotes that nobody said in that form, or not where the claim says."""

import random
import re
from collections.abc import Mapping
from types import MappingProxyType

from evals.quotecheck.mutations import MUTATIONS, Mutate, Said
from evals.scripted_model.claims import Claim, Quoted
from evals.scripted_model.lie import Lie, Make, changed, lied, picked, saying, words
from evals.scripted_model.material import Material, Statement

_INVENTED = (
    "We will never open the glass tunnel again.",
    "I signed the secret paper in the orchard myself.",
    "Nobody will be paid before the lighthouse burns.",
)
_NEGATION = re.compile(r"\b(?:not|never|no)\b |n['’]t ", re.IGNORECASE)
_MARKS = {
    "guillemets": "«{}»",
    "low marks": "„{}“",
    "single angle marks": "‹{}›",
    "single curly marks": "‘{}’",
    "doubled apostrophes": "''{}''",
    "grave marks": "``{}''",
    "full-width marks": "＂{}＂",
    "corner brackets": "「{}」",
    "white corner brackets": "『{}』",
    "heavy ornaments": "❝{}❞",
    "double primes": "″{}″",
    "an entity": "&quot;{}&quot;",
    "an escaped entity": "&#8220;{}&#8221;",
    "an HTML quotation": "<q>{}</q>",
    "emphasis": "*{}*",
    "code": "`{}`",
    "a block quotation": "\n\n> {}\n\n",
    "a dash": "\n— {}",
    "a colon": "{}",
}


def _mutated(mutate: Mutate, given: Material, one: Statement, chance: random.Random) -> str | None:
    """Return the statement's words made false; none when that way changes none of the words."""
    quote = one.spoken.words
    others = [other for other in given.record.words if other != quote]
    names = [name for name in given.record.names if name != one.spoken.speaker]
    made = mutate(Said(quote, one.spoken.speaker, others, names), chance)
    return made if made and words(made) != words(quote) else None


def _everywhere(name: str) -> Make:
    """Tell the false words both as the quote and in the claim."""

    def make(given: Material, chance: random.Random) -> Lie | None:
        one = picked(given, chance)
        false = _mutated(MUTATIONS[name].mutate, given, one, chance) if one else None
        if one is None or false is None:
            return None
        return lied(saying(one, false), changed(one.spoken.words, false))

    return make


def _only_told(name: str) -> Make:
    """Tell true words as the quote, false ones between the claim's quotation marks."""

    def make(given: Material, chance: random.Random) -> Lie | None:
        one = picked(given, chance)
        false = _mutated(MUTATIONS[name].mutate, given, one, chance) if one else None
        if one is None or false is None:
            return None
        true = saying(one, one.spoken.words)
        claim = Claim(f"{one.spoken.speaker} said: “{false}”", true.evidence, true.quotes)
        return lied(claim, changed(one.spoken.words, false))

    return make


def _only_listed(name: str) -> Make:
    """Tell false words as the quote beside a claim that quotes nothing."""

    def make(given: Material, chance: random.Random) -> Lie | None:
        one = picked(given, chance)
        false = _mutated(MUTATIONS[name].mutate, given, one, chance) if one else None
        if one is None or false is None:
            return None
        claim = Claim(f"{one.spoken.speaker} spoke.", (one.number,), saying(one, false).quotes)
        return lied(claim, changed(one.spoken.words, false))

    return make


def _hidden(form: str) -> Make:
    """Made-up words in other marks, where no quote is listed."""

    def make(given: Material, chance: random.Random) -> Lie | None:
        one = picked(given, chance)
        if one is None:
            return None
        false = chance.choice(_INVENTED)
        told = f"{one.spoken.speaker} said: {form.format(false)}"
        quotes = chance.choice(((), saying(one, one.spoken.words).quotes))
        return lied(Claim(told, (one.number,), quotes), false)

    return make


def _invented(given: Material, chance: random.Random) -> Lie | None:
    one = picked(given, chance)
    false = chance.choice(_INVENTED)
    return lied(saying(one, false), false) if one else None


def _from_the_question(given: Material, chance: random.Random) -> Lie | None:
    """Words of the question given as the answer's quote."""
    one = picked(given, chance)
    asked = " ".join(given.question.rstrip("?").split()[-6:])
    return lied(saying(one, asked)) if one and len(words(asked)) > 3 else None


def _from_the_instructions(given: Material, chance: random.Random) -> Lie | None:
    """Words of our own prompt given as a quote."""
    one = picked(given, chance)
    lines = [line for line in given.instructions.splitlines() if len(line.split()) > 6]
    if one is None or not lines:
        return None
    false = " ".join(chance.choice(lines).split()[:9])
    return lied(saying(one, false))


def _from_the_heading(given: Material, chance: random.Random) -> Lie | None:
    """Tell what is told about the evidence given as a quote from it."""
    one = picked(given, chance)
    about = given.block(one.number).about if one else ""
    return lied(saying(one, about)) if one and len(words(about)) > 2 else None


def _from_other_evidence(given: Material, chance: random.Random) -> Lie | None:
    """Words that stand in another block than the claim says."""
    one = picked(given, chance)
    if one is None:
        return None
    without = [e.number for e in given.evidence if one.spoken.words not in e.text]
    return lied(saying(one, one.spoken.words, number=chance.choice(without))) if without else None


def _zero_width(given: Material, chance: random.Random) -> Lie | None:
    """Tell a sign that nobody sees inside the words."""
    one = picked(given, chance)
    if one is None:
        return None
    sign = chance.choice("\u200b\u200d\u2060\u00ad\u202e\u2066\U000e0041")
    at = len(one.spoken.words) // 2
    claim = saying(one, one.spoken.words[:at] + sign + one.spoken.words[at:])
    return Lie(written=f"{claim.line}\n", signs=(sign,))


def _after_the_negation(given: Material, chance: random.Random) -> Lie | None:
    """Tell the words that stand after a "not", quoted without it."""
    for one in chance.sample(given.statements, len(given.statements)):
        found = _NEGATION.search(one.spoken.words)
        rest = one.spoken.words[found.end() :].strip() if found else ""
        if found and len(words(rest)) > 2:
            claim = saying(one, rest)
            return lied(claim)
    return None


def _made_of_two(given: Material, chance: random.Random) -> Lie | None:
    """Tell the beginnings of two people's statements in one pair of marks."""
    if len(given.statements) < 2:
        return None
    one, other = chance.sample(given.statements, 2)
    joined = " ".join(one.spoken.words.split()[:5] + other.spoken.words.split()[:5])
    numbers = tuple(sorted({one.number, other.number}))
    quotes = (Quoted(one.number, joined, one.spoken.speaker),)
    claim = Claim(f'{one.spoken.speaker} said: "{joined}"', numbers, quotes)
    return lied(claim, changed(one.spoken.words, joined))


LIES_IN_QUOTES: Mapping[str, Make] = MappingProxyType(
    {
        **{f"quote: {name}": _everywhere(name) for name in MUTATIONS},
        **{f"quote in the text: {name}": _only_told(name) for name in MUTATIONS},
        **{f"quote in the list: {name}": _only_listed(name) for name in MUTATIONS},
        **{f"quote hidden in {name}": _hidden(form) for name, form in _MARKS.items()},
        "quote: invented": _invented,
        "quote: from the question": _from_the_question,
        "quote: from the instructions": _from_the_instructions,
        "quote: from the heading": _from_the_heading,
        "quote: from other evidence": _from_other_evidence,
        "quote: invisible sign": _zero_width,
        "quote: after the negation": _after_the_negation,
        "quote: of two statements": _made_of_two,
    }
)
