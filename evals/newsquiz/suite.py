"""Finding and answering on RealTimeQA: all its articles pooled in one archive."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from evals.archives import Exact, growing
from evals.examination.case import Case, read_cases
from evals.intervals import durations, share
from evals.newsquiz.choices import chosen
from evals.newsquiz.judged import read_judged
from evals.newsquiz.plain_search import PlainBm25
from evals.newsquiz.quiz import Quiz, QuizArticle, QuizQuestion, bears, read_quiz
from evals.newsquiz.rankings import Ranking, distinct, first_right
from evals.progress import progress
from evals.provenance import files_digest, onrecord_version
from evals.report import Figure, Outcome, Report
from rag.values.answer import Answer

if TYPE_CHECKING:
    from rag.wiring.archive import Archive

CUTS = (1, 5, 10)
DEEP = 200
"""Passages asked for, so that ten different articles are among them."""
MOST_QUOTES = 3
MOST_WORDS = 60
"""A quote longer than this, or a fourth quote, does not count as an answer."""

NEIGHBOURS = 20
RECALL_WANTED = 0.99
ABSTENTION_WANTED = 0.85
UNANSWERABLE = Path(__file__).parents[1] / "questions" / "unanswerable_news.jsonl"
"""Own questions with speaker, topic or period swapped: checked that no pooled article answers."""

JUDGED = "judged answerable"
"""Marks figures of the questions that somebody who read the articles found answered there."""

Search = Callable[[QuizQuestion], Sequence[str]]
"""From a question to article files, best first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with our answer and how long it took."""

    question: QuizQuestion
    answer: Answer
    ms: float

    @property
    def evidence(self) -> tuple[str, ...]:
        """The quotes that count: the first three, if short."""
        quotes = (citation.quote for citation in self.answer.citations[:MOST_QUOTES])
        return tuple(quote for quote in quotes if len(quote.split()) <= MOST_WORDS)

    @property
    def borne(self) -> bool:
        """Whether one of these quotes bears the answer."""
        return any(bears(quote, self.question.answer) for quote in self.evidence)


def run(folder: Path, kept: Path | None = None) -> Report:
    """Measure on the RealTimeQA files in `folder`.

    Args:
        folder: holds `*_qa.jsonl` and `*_gcs.jsonl`.
        kept: an archive folder for the pooled articles, filled if need be; none: a temporary one.

    """
    started = time.perf_counter()
    quiz = read_quiz(folder)
    with growing(kept, [article.capture() for article in quiz.articles]) as (archive, exact):
        figures, outcomes = measure(quiz, archive, exact)
    return Report(
        suite="realtimeqa",
        digest=files_digest(folder.glob("*_qa.jsonl")),
        version=onrecord_version(),
        figures=figures,
        outcomes=outcomes,
        archive=f"{len(quiz.articles)} pooled articles",
        seconds=time.perf_counter() - started,
    )


def measure(
    quiz: Quiz, archive: "Archive", exact: Exact
) -> tuple[tuple[Figure, ...], tuple[Outcome, ...]]:
    """Return the figures of search and answers, and the questions whose quotes bear no answer."""
    by_file = {article.file: article for article in quiz.articles}
    answerable = [q for q in quiz.questions if _own(q, by_file)]
    rankings = [
        Ranking(name, tuple(_rank(search(q), q, by_file) for q in answerable))
        for name, search in _searches(quiz, archive, exact)
    ]
    with progress("asking") as step:
        asked = [_ask(archive, q, step, len(quiz.questions)) for q in quiz.questions]
    unanswerable = read_cases(UNANSWERABLE)
    with progress("asking what no article answers") as step:
        silent = [_abstains(archive, case, step, len(unanswerable)) for case in unanswerable]
    own = set(answerable)
    verdicts = read_judged()
    told = [one for one in asked if verdicts.get(one.question.id, "chance") != "chance"]
    figures = (
        share("questions whose own articles bear the answer", len(own), len(quiz.questions)),
        *(ranking.at(cut) for cut in CUTS for ranking in rankings),
        *(one.at(cut) for one in _judged(rankings, answerable) for cut in CUTS),
        *(half.at(cut) for half in _halves(rankings[0], answerable) for cut in CUTS),
        *_answer_figures(asked, own),
        _index_recall(quiz, exact),
        *_abstention_figures([one for one in asked if one.question in own], silent),
        _precision(f"abstention precision, {JUDGED}", told, silent),
    )
    outcomes = [_outcome(one) for one in asked if one.question in own]
    return figures, (*outcomes, *silent)


def _searches(quiz: Quiz, archive: "Archive", exact: Exact) -> tuple[tuple[str, Search], ...]:
    bm25 = PlainBm25((a.file, f"{a.title}\n{a.text}") for a in quiz.articles)
    files = {summary.id: summary.file for summary in archive.summaries()}

    def ours(question: QuizQuestion) -> Sequence[str]:
        hits = archive.search(question.question, limit=DEEP)
        return distinct((files[hit.passage.article_id] for hit in hits), CUTS[-1])

    return (
        ("OnRecord", ours),
        ("plain BM25", lambda q: bm25.search(q.question, CUTS[-1])),
        ("vectors alone", lambda q: [files[i] for i in exact.articles(q.question, CUTS[-1])]),
    )


def _halves(ranking: Ranking, questions: Sequence[QuizQuestion]) -> tuple[Ranking, ...]:
    """Return the ranking on two halves, told apart by a digest: a gain should show on both."""
    first = [sha256(one.question.encode()).digest()[0] % 2 == 0 for one in questions]
    pairs = [*zip(ranking.ranks, first, strict=True)]
    return (
        Ranking(f"{ranking.name}, one half", tuple(rank for rank, mine in pairs if mine)),
        Ranking(f"{ranking.name}, other half", tuple(rank for rank, mine in pairs if not mine)),
    )


def _judged(rankings: Sequence[Ranking], questions: Sequence[QuizQuestion]) -> list[Ranking]:
    """Return the rankings over the questions that an own article truly answers."""
    verdicts = read_judged()
    true = [verdicts.get(one.id) == "answered" for one in questions]
    return [
        Ranking(
            f"{one.name}, {JUDGED}",
            tuple(rank for rank, counts in zip(one.ranks, true, strict=True) if counts),
        )
        for one in rankings
    ]


def _index_recall(quiz: Quiz, exact: Exact) -> Figure:
    recalls = [exact.recall(question.question, NEIGHBOURS) for question in quiz.questions]
    return Figure(
        name=f"vector index against exact search, recall at {NEIGHBOURS}",
        value=sum(recalls) / len(recalls),
        n=len(recalls),
        floor=RECALL_WANTED,
    )


def _own(question: QuizQuestion, by_file: dict[str, QuizArticle]) -> bool:
    found = (a for a in by_file.values() if a.url in question.found)
    return any(article.bears(question.answer) for article in found)


def _rank(
    files: Sequence[str], question: QuizQuestion, by_file: dict[str, QuizArticle]
) -> int | None:
    def right(file: str) -> bool:
        article = by_file[file]
        return article.url in question.found and article.bears(question.answer)

    return first_right(files, right)


def _ask(
    archive: "Archive", question: QuizQuestion, step: Callable[[int], None], total: int
) -> Asked:
    started = time.perf_counter()
    answer = archive.ask(question.question)
    ms = (time.perf_counter() - started) * 1000
    step(total)
    return Asked(question, answer, ms)


def _answer_figures(asked: Sequence[Asked], own: set[QuizQuestion]) -> tuple[Figure, ...]:
    of_own = [one for one in asked if one.question in own]
    right = [chosen(o.question.choices, o.evidence) == o.question.answer for o in asked]
    return (
        share(f"answer in {MOST_QUOTES} short quotes", sum(o.borne for o in of_own), len(of_own)),
        share(
            "multiple choice by overlap with the quotes",
            sum(right),
            len(right),
            anchor=".712 GPT-3 + search",
        ),
        *durations("ask", [one.ms for one in asked]),
    )


def _abstains(archive: "Archive", case: Case, step: Callable[[int], None], total: int) -> Outcome:
    answer = archive.ask(case.question)
    step(total)
    silent = answer.status == "abstained"
    told = f"{case.question} -> {[citation.quote for citation in answer.citations]}"
    return Outcome(id=case.id, kind="abstain", passed=silent, reasons=() if silent else (told,))


def _abstention_figures(
    answerable: Sequence[Asked], unanswerable: Sequence[Outcome]
) -> tuple[Figure, ...]:
    right = sum(outcome.passed for outcome in unanswerable)
    return (
        share("abstention recall", right, len(unanswerable), floor=ABSTENTION_WANTED),
        _precision("abstention precision", answerable, unanswerable),
        share(
            "abstained although an article bears the answer", _silent(answerable), len(answerable)
        ),
    )


def _precision(name: str, answerable: Sequence[Asked], unanswerable: Sequence[Outcome]) -> Figure:
    right = sum(outcome.passed for outcome in unanswerable)
    return share(name, right, right + _silent(answerable), floor=ABSTENTION_WANTED)


def _silent(asked: Sequence[Asked]) -> int:
    return sum(one.answer.status == "abstained" for one in asked)


def _outcome(asked: Asked) -> Outcome:
    question = asked.question
    told = f"{question.question} -> {question.answer}; {asked.answer.status}: {asked.evidence}"
    return Outcome(
        id=question.id,
        kind="fact",
        passed=asked.borne,
        reasons=() if asked.borne else (told,),
        ms=asked.ms,
    )
