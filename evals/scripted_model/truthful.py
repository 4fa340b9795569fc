"""A model that says only what the evidence says, in the ways in which good models say it."""

import random
import re
from collections.abc import Callable, Sequence

from evals.scripted_model.claims import Claim, Quoted, written
from evals.scripted_model.material import Material, Sentence, Statement, material
from evals.scripted_model.prompt import question_of, read_evidence
from evals.scripted_model.record import Record
from evals.scripted_model.reply import Asked, Reply
from evals.scripted_model.wire import said

MOST_CLAIMS = 4

_CONDITION = re.compile(
    r"(?:if|unless|when|until|but|though|although|except|provided|because|only|or|not|never|as|so|"
    r"then)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r", (?:who|which|whose|where) [^,;:()]{5,80}, ")
_TIME_FIRST = re.compile(r"^(?:On|At|In|During|Last|Earlier)\b[^,;:()]{2,60}, (\w)")

Say = Callable[[Statement], Claim]
Tell = Callable[[Sentence, Material], Claim]


def _said(one: Statement, text: str) -> Claim:
    return Claim(text, (one.number,), (Quoted(one.number, one.spoken.words, one.spoken.speaker),))


def _plainly(one: Statement) -> Claim:
    return _said(one, f'{one.spoken.speaker} said: "{one.spoken.words}"')


def _in_curly_marks(one: Statement) -> Claim:
    return _said(one, f"{one.spoken.speaker} said, “{one.spoken.words}”")


def _words_first(one: Statement) -> Claim:
    return _said(one, f"“{one.spoken.words}”, said {one.spoken.speaker}.")


def _by_surname(one: Statement) -> Claim:
    names = [part for part in one.spoken.speaker.split() if len(part) > 3] or [one.spoken.speaker]
    return _said(one, f'{names[-1]} put it this way: "{one.spoken.words}"')


def _only_pointing(one: Statement) -> Claim:
    return _said(one, f"{one.spoken.speaker} commented on this.")


def _beginning(one: Statement) -> Claim:
    """Quote up to the first comma, where that leaves a phrase and no condition on either side."""
    first, _, rest = one.spoken.words.partition(", ")
    whole = len(first.split()) < 4 or _CONDITION.match(first) or _CONDITION.match(rest)
    words = one.spoken.words if whole else first
    quoted = Quoted(one.number, words, one.spoken.speaker)
    return Claim(f'{one.spoken.speaker} said: "{words}"', (one.number,), (quoted,))


SAYINGS: Sequence[Say] = (
    _plainly, _in_curly_marks, _words_first, _by_surname, _only_pointing, _beginning,
)  # fmt: skip


def _as_it_stands(one: Sentence, _: Material) -> Claim:
    return Claim(one.text, (one.number,))


def _with_its_words(one: Sentence, _: Material) -> Claim:
    return Claim(one.text, (one.number,), (Quoted(one.number, one.text),))


def _with_its_source(one: Sentence, given: Material) -> Claim:
    outlet = given.block(one.number).outlet
    return Claim(f"According to {outlet}, {one.text}" if outlet else one.text, (one.number,))


def _with_its_date(one: Sentence, given: Material) -> Claim:
    date = given.block(one.number).date
    told = f"{one.text} (published {date})" if date else one.text
    return Claim(told, (one.number,))


def _shorter(one: Sentence, _: Material) -> Claim:
    """Tell it without the time that it begins with, and without what is told of somebody aside."""
    text = _TIME_FIRST.sub(lambda found: found[1].upper(), _ASIDE.sub(" ", one.text, count=1))
    return Claim(text, (one.number,))


TELLINGS: Sequence[Tell] = (_as_it_stands, _with_its_words, _with_its_source, _with_its_date,
    _shorter,
)  # fmt: skip


class Truthful:
    """Writes a few true claims about whatever it is asked, other ones for another seed."""

    def __init__(
        self, record: Record | None = None, seed: int = 0, most: int = MOST_CLAIMS
    ) -> None:
        self._record = record or Record()
        self._most = most
        self._seed = seed
        self.told: tuple[Claim, ...] = ()
        """What it said last."""

    def __call__(self, asked: Asked) -> Reply:
        """Answer one request."""
        evidence = read_evidence(asked)
        given = material(evidence, self._record, question=question_of(asked))
        chance = random.Random(self._seed)  # noqa: S311 - drawn for a test, not for a secret
        self.told = true_claims(given, chance, self._most)
        return said(written(self.told), asked)


def true_claims(
    given: Material, chance: random.Random, most: int = MOST_CLAIMS
) -> tuple[Claim, ...]:
    """Return up to `most` true claims, statements first."""
    statements = chance.sample(given.statements, min(most, len(given.statements)))
    claims = [chance.choice(SAYINGS)(one) for one in statements]
    left = most - len(claims)
    sentences = chance.sample(given.sentences, min(left, len(given.sentences)))
    claims += [chance.choice(TELLINGS)(one, given) for one in sentences]
    return tuple(claims)
