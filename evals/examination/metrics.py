"""The metrics: what all graded answers of a suite come to."""

from collections.abc import Iterable, Sequence

from evals.examination.asking import Graded
from evals.intervals import durations, share
from evals.report import Figure


def figures(graded: Sequence[Graded], *, floor: float | None = None) -> tuple[Figure, ...]:
    """Return what a suite of questions is judged by; `floor` bounds the share that passed."""
    whole = share("passed", sum(g.outcome.passed for g in graded), len(graded), floor=floor)
    times = [g.outcome.ms for g in graded if g.outcome.ms is not None]
    return (
        whole,
        *by_kind(graded),
        *by_scorer(graded),
        *abstention(graded),
        *durations("ask", times),
    )


def by_kind(graded: Sequence[Graded]) -> Iterable[Figure]:
    """Return the share passed of each kind of question, in order of first appearance."""
    for kind in dict.fromkeys(g.case.kind for g in graded):
        passed = [g.outcome.passed for g in graded if g.case.kind == kind]
        yield share(f"passed, {kind}", sum(passed), len(passed))


def by_scorer(graded: Sequence[Graded]) -> Iterable[Figure]:
    """Return for each scorer the share of full marks among the answers it had to judge."""
    scores = [score for g in graded for score in g.outcome.scores]
    for name in dict.fromkeys(score.name for score in scores):
        values = [s.value for s in scores if s.name == name and s.value is not None]
        if values:
            yield share(f"{name} right", sum(value == 1 for value in values), len(values))


def abstention(graded: Sequence[Graded]) -> Iterable[Figure]:
    """Return how many abstentions were due, and how many that were due came."""
    came = [g.case.abstain for g in graded if g.answer and g.answer.status == "abstained"]
    due = [g for g in graded if g.case.abstain]
    if due or came:
        yield share("abstention precision", sum(came), len(came))
        yield share("abstention recall", sum(came), len(due))
