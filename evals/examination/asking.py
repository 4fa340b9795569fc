"""The solver: puts every case's question to an archive and has the answer scored."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from evals.examination.case import Case
from evals.examination.sample import Sample
from evals.examination.scorers import SCORERS
from evals.report import Outcome, Score
from ingest import Article
from rag.values.answer import Answer
from rag.values.errors import ArticleMissing
from rag.values.question import Question, Turn


class Asked(Protocol):
    """The part of an archive that an examination needs."""

    def ask(self, question: Question | str) -> Answer:
        """Return the archive's answer."""
        ...

    def article(self, article_id: str) -> Article:
        """Return a stored article."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One case with its answer and what came of it."""

    case: Case
    answer: Answer | None
    """None when asking failed."""
    outcome: Outcome


def grade(sample: Sample, ms: float) -> Graded:
    """Score an answer: it passes when every scorer that has something to judge gives 1."""
    scores = tuple(scorer(sample) for scorer in SCORERS)
    reasons = tuple(f"{s.name}: {s.reason}" for s in scores if s.value is not None and s.value < 1)
    outcome = Outcome(
        id=sample.case.id,
        kind=sample.case.kind,
        passed=not reasons,
        reasons=reasons,
        scores=scores,
        ms=ms,
    )
    return Graded(case=sample.case, answer=sample.answer, outcome=outcome)


def ask_case(archive: Asked, case: Case) -> Graded:
    """Ask one question. A failure to answer is a failed case with the error as its reason."""
    history = tuple(Turn(turn.question, turn.answer) for turn in case.history)
    started = time.perf_counter()
    try:
        answer = archive.ask(Question(case.question, history))
    except Exception as error:  # an examination goes on to the next question, whatever broke
        reason = f"{type(error).__name__}: {error}"
        score = Score(name="asked", value=0.0, reason=reason)
        failed = Outcome(
            id=case.id, kind=case.kind, passed=False, reasons=(reason,), scores=(score,)
        )
        return Graded(case=case, answer=None, outcome=failed)
    ms = (time.perf_counter() - started) * 1000
    return grade(Sample(case=case, answer=answer, texts=texts_behind(archive, answer)), ms)


def texts_behind(archive: Asked, answer: Answer) -> dict[str, str]:
    """Return the stored text of every article that the answer cites or names as nearest."""
    nearest = answer.abstention.nearest if answer.abstention else ()
    texts: dict[str, str] = {}
    for article_id in {citation.article.id for citation in answer.citations + nearest}:
        try:
            texts[article_id] = archive.article(article_id).text
        except ArticleMissing:
            continue  # the verbatim scorer names the citation that rests on nothing
    return texts


def ask_all(
    archive: Asked, cases: Sequence[Case], *, workers: int = 1, step: Callable[[], None]
) -> tuple[Graded, ...]:
    """Ask every case, at most `workers` at a time, and call `step` after each; in case order."""
    with ThreadPoolExecutor(max_workers=workers) as pool:
        return tuple(_stepped(pool.map(lambda case: ask_case(archive, case), cases), step))


def _stepped(graded: Iterable[Graded], step: Callable[[], None]) -> Iterator[Graded]:
    for one in graded:
        step()
        yield one
