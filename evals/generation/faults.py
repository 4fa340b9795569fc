"""A model's endpoint that fails in every way: always an answer, in time, and an honest one."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evals.generation.askings import questions
from evals.generation.stand import Json, Stand, standing
from evals.generation.trial import SEED, Step, Trial, archive_of, tried
from evals.intervals import durations, share
from evals.progress import progress
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Outcome, Report
from evals.scripted_model.claims import written
from evals.scripted_model.faults import (
    FAULTS,
    Break,
    Right,
    cut_at,
    finished_at,
    stream_length,
)
from evals.scripted_model.reply import Asked, Reply, Script
from evals.scripted_model.truthful import Truthful
from evals.scripted_model.unreachable import never_accepting, refusing
from evals.scripted_model.wire import said
from rag.ports.embedder import Embedder
from rag.steps.as_json import answer_json

DEADLINE_S = 3.0
GRACE_S = 2.0
"""Seconds over the deadline that an answer may take: the archive's own work."""
MOST_REQUESTS = 3
"""One, and two more tries."""
_CLAIMS = 2


@dataclass(frozen=True, slots=True)
class Reference:
    """What is right: the answer of a model without faults, and the one without a model."""

    question: str
    text: str
    """What the model writes."""
    generative: Json
    extractive: Json


def run(archive: Path | None, pages: Path | None, cases: int | None) -> Report:
    """Run every fault and every cut of one stream; with a number, only so many cuts."""
    started = time.perf_counter()
    with archive_of(archive, pages) as folder:
        reference = reference_of(folder)
        cuts = cuts_of(reference.text, cases)
        total = len(FAULTS) + len(cuts)
        with progress("faults") as step:
            outcomes = (
                *unreachable(folder, reference),
                *faults(folder, reference, tuple(FAULTS), lambda: step(total)),
                *cut_streams(folder, reference, cuts, lambda: step(total)),
            )
    return Report(
        suite="faults",
        digest=digest([*(name.encode() for name in FAULTS), reference.text.encode()]),
        version=onrecord_version(),
        figures=tuple(figures(outcomes)),
        outcomes=tuple(one for one in outcomes if not one.passed),
        seconds=time.perf_counter() - started,
        notes=(f"{reference.question} The deadline was {DEADLINE_S:g} s.",),
    )


def reference_of(folder: Path) -> Reference:
    """Return the first question whose answer a truthful model makes of two claims, all shown.

    Raises LookupError when the archive gives occasion for none.
    """
    from rag.adapters.settings import Settings
    from rag.wiring.archive import open_archive

    with (
        standing(folder) as stand,
        open_archive(folder, Settings(archive=folder, model="")) as plain,
    ):
        for at, question in enumerate(questions(stand.articles, SEED)):
            script = Truthful(stand.record, SEED + at, most=_CLAIMS)
            trial = tried(stand, script, question, ("Python", stand.ask))
            answer = trial.answer
            if answer is not None and trial.generative and answer["status"] == "answered":
                text = written(script.told)
                return Reference(question, text, answer, answer_json(plain.ask(question)))
    raise LookupError("no question of this archive is answered by a model")


def cuts_of(text: str, most: int | None) -> Sequence[int]:
    """Return the bytes at which the stream of this text is cut: every one, or so many in steps."""
    length = stream_length(text)
    return range(0, length + 1, 1 if most is None else max(1, length // most))


def faults(
    folder: Path,
    reference: Reference,
    names: Sequence[str],
    step: Step = lambda: None,
    deadline: float = DEADLINE_S,
) -> Iterator[Outcome]:
    """Yield what comes of each of these faults; each meets an archive freshly opened."""
    embedder = _loaded(folder)
    for name in names:
        fault = FAULTS[name]
        with standing(folder, deadline=deadline, embedder=embedder) as stand:
            script = _broken(fault.reply, reference)
            yield _judged(stand, script, reference, f"fault: {name}", fault.right, deadline)
        step()


def cut_streams(
    folder: Path,
    reference: Reference,
    cuts: Sequence[int],
    step: Step = lambda: None,
    deadline: float = DEADLINE_S,
) -> Iterator[Outcome]:
    """Yield what comes of a stream that ends after each of these numbers of bytes.

    A good answer lies between any two, lest the endpoint is given up for a while.
    """
    whole = finished_at(reference.text)
    with standing(folder, deadline=deadline) as stand:
        for byte in cuts:
            right: Right = "as if nothing" if byte > whole else "fallback"
            if byte == whole:  # the event is there, but its end is not: either is right
                right = "any"
            script = _broken(cut_at(byte), reference)
            yield _judged(stand, script, reference, f"cut at byte {byte}", right, deadline)
            tried(stand, _saying(reference), reference.question, ("Python", stand.ask))
            step()


def unreachable(
    folder: Path, reference: Reference, deadline: float = DEADLINE_S
) -> Iterator[Outcome]:
    """Yield what comes of addresses where nobody answers, or nobody speaks the protocol."""
    embedder = _loaded(folder)
    for name, address in _ADDRESSES.items():
        with (
            address() as url,
            standing(folder, deadline=deadline, url=url, embedder=embedder) as stand,
        ):
            yield _judged(
                stand, _saying(reference), reference, f"address: {name}", "fallback", deadline
            )


def _loaded(folder: Path) -> Embedder:
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings

    return load_embedder(Settings(archive=folder))


@contextmanager
def _no_encryption() -> Iterator[str]:
    with refusing() as url:
        yield url.replace("http://", "https://")


_ADDRESSES = {
    "refusing": refusing,
    "never accepting": never_accepting,
    "without encryption": _no_encryption,
}


def _broken(how: Break, reference: Reference) -> Script:
    return lambda asked: how(asked, reference.text)


def _saying(reference: Reference) -> Callable[[Asked], Reply]:
    return lambda asked: said(reference.text, asked)


def _judged(
    stand: Stand, script: Script, reference: Reference, name: str, right: Right, deadline: float
) -> Outcome:
    trial = tried(stand, script, reference.question, ("Python", stand.ask))
    reasons = [*trial.broken(stand), *_late(trial, deadline)]
    if trial.answer is not None:
        reasons += _dishonest(trial.answer, reference, right)
    return trial.outcome(name, name.split(" ")[0].rstrip(":"), reasons)


def _late(trial: Trial, deadline: float) -> Iterator[str]:
    if trial.ms > (deadline + GRACE_S) * 1000:
        yield f"it took {trial.ms / 1000:.1f} s with a deadline of {deadline:g} s"
    if trial.requests > MOST_REQUESTS:
        yield f"the model was asked {trial.requests} times"


def _dishonest(answer: Json, reference: Reference, right: Right) -> Iterator[str]:
    """Yield why the answer is not what should come of the fault."""
    if answer["mode"] == "extractive":
        if right == "as if nothing":
            yield f"what the model said is lost: {answer['text'][:200]!r}"
        if answer["citations"] != reference.extractive["citations"]:
            yield "the answer without the model is not the extractive one"
        if answer["text"] == reference.extractive["text"]:
            yield "it does not say that the model failed"
        return
    same = answer["text"] == reference.generative["text"]
    if right == "as if nothing" and not same:
        yield f"the answer differs from that without a fault: {answer['text']!r}"
    if right == "fallback" and (same or answer["status"] != "partial"):
        yield f"a broken answer is shown as a whole one: {answer['text']!r}"


def figures(outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    """Yield what the faults come to, as a whole and by kind."""
    good = sum(one.passed for one in outcomes)
    yield share("faults answered rightly", good, len(outcomes), floor=1.0)
    for kind in dict.fromkeys(one.kind for one in outcomes):
        some = [one.passed for one in outcomes if one.kind == kind]
        yield share(f"{kind}: answered rightly", sum(some), len(some))
    yield from durations("ask", [one.ms for one in outcomes if one.ms is not None])
