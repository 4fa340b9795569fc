import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_answers import CASE, GOOD, ID, TEXT, UNANSWERABLE, abstaining, answered, cite
from rich.console import Console

from evals.compare import NotComparable, compare, sign_test
from evals.compare import show as show_comparison
from evals.examination.asking import Asked, Graded, ask_all, ask_case
from evals.examination.case import Case, Exchange
from evals.examination.metrics import figures
from evals.intervals import durations, f1, percentile, share, wilson
from evals.report import Figure, Outcome, Report, ReportInvalid, read_report, report_json
from evals.table import show
from ingest import Article, Fact, Region, Voice
from rag.values.answer import Answer
from rag.values.errors import ArticleMissing, QuestionRefused
from rag.values.question import Question, Turn

PAGE = Article(
    id=ID,
    sha256="0" * 64,
    file="pier.txt",
    path="pier.txt",
    text=TEXT,
    title=Fact(),
    outlet=Fact(),
    byline=Fact(),
    published=Fact(),
    url=None,
    language="en",
    regions=(Region(Voice.NARRATION, 0, len(TEXT)),),
    statements=(),
)


class Replies:
    """Answers every question by a function; holds one page."""

    def __init__(self, reply: Callable[[Question], Answer]) -> None:
        self.reply = reply

    def ask(self, question: Question | str) -> Answer:
        assert isinstance(question, Question)
        return self.reply(question)

    def article(self, article_id: str) -> Article:
        if article_id != ID:
            raise ArticleMissing(article_id)
        return PAGE


def refuse(question: Question) -> Answer:
    raise QuestionRefused("too long")


def asked(*pairs: tuple[Case, Answer]) -> tuple[Graded, ...]:
    replies = {case.question: answer for case, answer in pairs}
    archive: Asked = Replies(lambda question: replies[question.text])
    return ask_all(archive, [case for case, _ in pairs], step=lambda: None)


def value(found: tuple[Figure, ...], name: str) -> float | None:
    return next(figure.value for figure in found if figure.name == name)


def test_a_case_passes_with_its_time_and_scores() -> None:
    graded = ask_case(Replies(lambda _: GOOD), CASE)
    assert graded.outcome.passed
    assert not graded.outcome.reasons
    assert graded.outcome.ms is not None


def test_a_case_fails_with_every_reason() -> None:
    wrong = answered(replace(cite('"It is open."'), quote='"It is shut."'))
    (graded,) = asked((CASE, wrong))
    assert not graded.outcome.passed
    assert [reason.split(":")[0] for reason in graded.outcome.reasons] == [
        "quotes",
        "told",
        "verbatim",
    ]


def test_an_error_is_a_failed_case_and_the_rest_goes_on() -> None:
    outcome = ask_case(Replies(refuse), CASE).outcome
    assert not outcome.passed
    assert outcome.reasons == ("QuestionRefused: too long",)
    assert outcome.ms is None


def test_earlier_turns_are_asked_along() -> None:
    seen: list[Question] = []

    def remember(question: Question) -> Answer:
        seen.append(question)
        return GOOD

    earlier = Exchange(question="and before?", answer="Nothing.")
    ask_case(Replies(remember), replace(CASE, history=(earlier,)))
    assert seen[0].history == (Turn("and before?", "Nothing."),)


def test_each_answer_is_stepped() -> None:
    steps: list[int] = []
    ask_all(Replies(lambda _: GOOD), [CASE] * 3, workers=2, step=lambda: steps.append(1))
    assert len(steps) == 3


def test_the_metrics_count_what_passed_by_kind_and_by_scorer() -> None:
    other = replace(CASE, id="other", question="other", kind="fact")
    found = figures(asked((CASE, GOOD), (other, abstaining()), (UNANSWERABLE, abstaining())))
    assert value(found, "passed") == pytest.approx(2 / 3)
    assert value(found, "passed, who-said") == 1
    assert value(found, "passed, fact") == 0
    assert value(found, "quotes right") == 0.5
    assert value(found, "abstention precision") == 0.5
    assert value(found, "abstention recall") == 1


def test_an_interval_is_wilsons() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share(pair: tuple[int, int]) -> None:
    hits, n = pair
    low, high = wilson(hits, n)
    assert 0 <= low <= hits / n + 1e-12
    assert hits / n - 1e-12 <= high <= 1


def test_nothing_counted_has_no_value() -> None:
    assert share("x", 0, 0).value is None
    assert percentile([], 0.5) is None
    assert f1(None, 1.0) is None
    assert f1(0.0, 0.0) == 0


def test_percentiles_are_values_that_were_measured() -> None:
    half, most = durations("ask", [float(n) for n in range(1, 101)])
    assert (half.value, most.value) == (50, 95)


@pytest.mark.parametrize(
    ("figure", "good"),
    [
        (Figure(name="x", value=0.9, n=1, floor=0.9), True),
        (Figure(name="x", value=0.89, n=1, floor=0.9), False),
        (Figure(name="x", value=0.02, n=1, ceiling=0.01), False),
        (Figure(name="x", value=None, n=0), True),
        (Figure(name="x", value=None, n=0, floor=0.1), False),
    ],
)
def test_a_figure_knows_its_bounds(figure: Figure, good: bool) -> None:
    assert figure.holds is good


def report(*passed: bool, digest: str = "d") -> Report:
    outcomes = tuple(
        Outcome(id=f"q{n}", kind="fact", passed=good, reasons=() if good else ("quotes: [why]",))
        for n, good in enumerate(passed)
    )
    return Report(
        suite="s.jsonl",
        digest=digest,
        version="1",
        figures=(share("passed", sum(passed), len(passed), floor=0.5),),
        outcomes=outcomes,
    )


def test_a_report_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(report_json(report(True, False)), encoding="utf-8")
    assert read_report(path) == report(True, False)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff"])
def test_a_file_that_is_no_report_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(content)
    with pytest.raises(ReportInvalid, match=r"report\.json is no report"):
        read_report(path)
    with pytest.raises(ReportInvalid, match="cannot be read"):
        read_report(tmp_path)


def test_a_report_names_what_failed_and_what_broke() -> None:
    assert [failed.id for failed in report(True, False).failures] == ["q1"]
    assert [figure.name for figure in report(False, False, True).broken] == ["passed"]
    with pytest.raises(KeyError):
        report(True).figure("none")


def test_the_table_shows_figures_bounds_and_reasons() -> None:
    console = Console(file=io.StringIO(), width=120)
    show(report(True, False), console)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "0.500" in shown
    assert ">= 0.500" in shown
    assert "quotes: [why]" in shown


def test_a_comparison_names_what_was_mended_and_what_broke() -> None:
    comparison = compare(report(True, False, False), report(False, True, True))
    assert (comparison.mended, comparison.broken) == (("q1", "q2"), ("q0",))
    assert comparison.changes[0].difference == pytest.approx(1 / 3)
    console = Console(file=io.StringIO(), width=120)
    show_comparison(comparison, console)
    assert "+0.333" in console.file.getvalue()  # type: ignore[attr-defined]


def test_reports_on_different_items_do_not_compare() -> None:
    with pytest.raises(NotComparable, match="different things"):
        compare(report(True), report(True, digest="other"))


@pytest.mark.parametrize(("one", "other", "p"), [(0, 0, 1.0), (5, 5, 1.0), (6, 0, 0.03125)])
def test_the_sign_test_is_exact(one: int, other: int, p: float) -> None:
    assert sign_test(one, other) == pytest.approx(p)
