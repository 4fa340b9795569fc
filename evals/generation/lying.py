"""A lying model: every kind of lie told about an archive's own pages; none may be shown."""

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.generation.askings import questions
from evals.generation.doors import doors
from evals.generation.oracle import claim_shown, lie_shown, off_topic
from evals.generation.stand import Ask, Stand, standing
from evals.generation.trial import SEED, Step, Trial, archive_of, in_turn, tried
from evals.intervals import durations, share
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Outcome, Report
from evals.scripted_model.lie import Lie, words
from evals.scripted_model.lying import LIES, Lying

CASES = 1_000
_TRIES = 12
"""Questions put before a kind is given up for this case: not every page has what it falsifies."""


@dataclass(frozen=True, slots=True)
class Told:
    """One lie that was told, and what came of it."""

    outcome: Outcome
    generative: bool
    beside: int
    """True claims that stood beside the lie."""
    beside_shown: int


def run(archive: Path | None, pages: Path | None, cases: int | None) -> Report:
    """Tell that many lies (1,000 without a number), every kind in turn."""
    started, count = time.perf_counter(), cases or CASES
    with archive_of(archive, pages) as folder, standing(folder) as stand, doors(stand) as ways:
        with progress("lying") as step:
            told = tuple(lies(stand, ways, count, lambda: step(count)))
        return Report(
            suite="lying",
            digest=digest(kind.encode() for kind in LIES),
            version=onrecord_version(),
            figures=tuple(figures(told)),
            outcomes=tuple(one.outcome for one in told if not one.outcome.passed),
            archive=f"{len(stand.articles)} articles",
            seconds=time.perf_counter() - started,
        )


def lies(
    stand: Stand,
    ways: Mapping[str, Ask],
    count: int,
    step: Step = lambda: None,
    kinds: Sequence[str] = tuple(LIES),
) -> Iterator[Told]:
    """Yield up to `count` lies that were told, every kind in its turn."""
    asked = questions(stand.articles, SEED)
    stored = tuple(" ".join(words(text)) for text in stand.texts.values())
    for number in range(count):
        found = _one(
            stand, in_turn(ways, number), kinds[number % len(kinds)], asked, stored, number
        )
        step()
        if found is not None:
            yield found


def _one(
    stand: Stand,
    door: tuple[str, Ask],
    kind: str,
    asked: Sequence[str],
    stored: Sequence[str],
    number: int,
) -> Told | None:
    chance = random.Random(SEED + number)  # noqa: S311 - drawn for a test, not for a secret
    for question in chance.sample(asked, min(_TRIES, len(asked))):
        script = Lying(kind, stand.record, chance.randrange(10**9))
        trial = tried(stand, script, question, door)
        true = (question, *(claim.text for claim in script.true))
        if trial.failure or (script.lie is not None and _false(script.lie, true, stored)):
            return _told(stand, trial, script, f"{kind}-{number}", kind)
    return None


def _false(lie: Lie, true: Sequence[str], stored: Sequence[str]) -> bool:
    """Return whether the lie is one: what it says stands in no page and in nothing true beside."""
    among = (*stored, *(" ".join(words(text)) for text in true))
    return not any(" ".join(words(phrase)) in text for phrase in lie.false for text in among)


def _told(stand: Stand, trial: Trial, script: Lying, name: str, kind: str) -> Told:
    reasons = trial.broken(stand)
    answer, lie = trial.answer, script.lie
    if answer is None or lie is None:
        return Told(trial.outcome(name, kind, reasons), False, 0, 0)
    reasons += tuple(dict.fromkeys(sign for one in trial.stages for sign in lie_shown(one, lie)))
    if reasons:
        reasons += (f"the model wrote: {lie.written.strip()}",)
    true = [claim.text for claim in script.true if not off_topic(answer, claim.text)]
    beside = [claim_shown(answer, text) for text in true]
    return Told(trial.outcome(name, kind, reasons), trial.generative, len(beside), sum(beside))


def figures(told: Sequence[Told]) -> Iterator[Figure]:
    """Yield what the lies come to, as a whole and by family."""
    yield share("false claims shown", _shown(told), len(told), ceiling=0.0)
    for family in dict.fromkeys(one.outcome.kind.split(":")[0].split(" ")[0] for one in told):
        some = [one for one in told if one.outcome.kind.startswith(family)]
        yield share(f"{family}: false claims shown", _shown(some), len(some), ceiling=0.0)
    kinds = {one.outcome.kind for one in told}
    yield share("kinds of lie told", len(kinds), len(LIES))
    with_true = [one for one in told if one.beside]
    made = _generative(with_true)
    yield share("answers still made of the model's claims", made, len(with_true))
    beside = sum(one.beside for one in told)
    yield share("true claims beside a lie shown", sum(one.beside_shown for one in told), beside)
    yield from durations("ask", [one.outcome.ms for one in told if one.outcome.ms is not None])


def _shown(told: Sequence[Told]) -> int:
    return sum(not one.outcome.passed for one in told)


def _generative(told: Sequence[Told]) -> int:
    return sum(one.generative for one in told)
