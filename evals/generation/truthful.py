"""A truthful model: what it says of an archive's own pages is shown, all but a little."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.generation.askings import questions
from evals.generation.doors import doors
from evals.generation.oracle import claim_shown, off_topic
from evals.generation.stand import Ask, Stand, standing
from evals.generation.trial import SEED, Step, Trial, archive_of, in_turn, tried
from evals.intervals import durations, share
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Outcome, Report
from evals.scripted_model.claims import Claim
from evals.scripted_model.truthful import Truthful

CASES = 300
SHOWN = 0.99
_ROUNDS = 20
"""How often one question is put, at most; each time the model says other things."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer to a truthful model."""

    outcome: Outcome
    generative: bool
    claims: int
    shown: int
    broken: int
    """Promises that the answer breaks."""


def run(archive: Path | None, pages: Path | None, cases: int | None) -> Report:
    """Have that many answers (300 without a number) made by a truthful model."""
    started, count = time.perf_counter(), cases or CASES
    with archive_of(archive, pages) as folder, standing(folder) as stand, doors(stand) as ways:
        with progress("truthful") as step:
            answers = tuple(heard(stand, ways, count, lambda: step(count)))
        return Report(
            suite="truthful",
            digest=digest(article.id.encode() for article in stand.articles),
            version=onrecord_version(),
            figures=tuple(figures(answers)),
            outcomes=tuple(one.outcome for one in answers if not one.outcome.passed),
            archive=f"{len(stand.articles)} articles",
            seconds=time.perf_counter() - started,
        )


def heard(
    stand: Stand, ways: Mapping[str, Ask], count: int, step: Step = lambda: None
) -> Iterator[Heard]:
    """Yield the answers to up to `count` questions at which the model had something to say."""
    number, asked = 0, questions(stand.articles, SEED)
    for at in range(min(len(asked) * _ROUNDS, count * 2)):
        question = asked[at % len(asked)]
        script = Truthful(stand.record, SEED + at)
        trial = tried(stand, script, question, in_turn(ways, number))
        if script.told or trial.failure:
            number += 1
            step()
            yield _heard(stand, trial, script.told, f"{number}")
        if number == count:
            return


def _heard(stand: Stand, trial: Trial, told: Sequence[Claim], name: str) -> Heard:
    broken, answer = trial.broken(stand), trial.answer
    if answer is None:
        return Heard(trial.outcome(name, "asked", broken), False, len(told), 0, 1)
    why = {one["text"]: one["reason"] for one in answer["withheld"]}
    told = [one for one in told if not off_topic(answer, one.text)]
    missing = [one for one in told if not claim_shown(answer, one.text)]
    reasons = [f"not shown ({why.get(one.text, 'no reason given')}): {one.line}" for one in missing]
    outcome = trial.outcome(name, "claims", (*broken, *reasons))
    shown = len(told) - len(missing)
    return Heard(outcome, trial.generative, len(told), shown, len(broken))


def figures(answers: Sequence[Heard]) -> Iterator[Figure]:
    """Yield what the answers come to."""
    claims, shown = sum(one.claims for one in answers), sum(one.shown for one in answers)
    yield share("true claims shown", shown, claims, floor=SHOWN)
    yield share("answers with a broken promise", _broken(answers), len(answers), ceiling=0.0)
    made = sum(one.generative for one in answers)
    yield share("answers made of the model's claims", made, len(answers))
    yield from durations("ask", [o.outcome.ms for o in answers if o.outcome.ms is not None])


def _broken(answers: Sequence[Heard]) -> int:
    return sum(bool(one.broken) for one in answers)
