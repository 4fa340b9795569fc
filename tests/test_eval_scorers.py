from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_answers import (
    CASE,
    GOOD,
    TEXT,
    UNANSWERABLE,
    abstaining,
    answered,
    article,
    cite,
    sample,
)

from evals.examination.case import Case
from evals.examination.scorers import (
    SCORERS,
    Scorer,
    abstained,
    document_right,
    few_citations,
    markers_point,
    nobody_else,
    nothing_forbidden,
    quotes_found,
    speaker_right,
    told,
    verbatim,
    voice_right,
)
from evals.folding import fold, holds
from ingest import Voice
from rag.values.answer import Answer

PIER = '"The pier is not closed,"'
OPEN = '"It is open."'
CLOSED = '"Closed!"'
TWO_QUOTES = replace(CASE, quotes=(PIER, "no such"))
COMMENTS = replace(CASE, voice=Voice.COMMENT)


def test_a_right_answer_gets_full_marks_from_every_scorer() -> None:
    scores = [scorer(sample()) for scorer in SCORERS]
    assert {score.name: score.value for score in scores} == dict.fromkeys(
        (
            "abstain",
            "quotes",
            "speaker",
            "only-speaker",
            "document",
            "voice",
            "forbidden",
            "told",
            "max-citations",
            "markers",
            "verbatim",
        ),
        1.0,
    )
    assert not any(score.reason for score in scores)


def test_a_right_abstention_is_marked_only_where_there_is_something_to_judge() -> None:
    scores = {
        score.name: score.value
        for score in (scorer(sample(abstaining(), UNANSWERABLE)) for scorer in SCORERS)
    }
    assert scores["abstain"] == scores["forbidden"] == scores["max-citations"] == 1
    assert scores["quotes"] is scores["speaker"] is scores["voice"] is scores["verbatim"] is None


@pytest.mark.parametrize(
    ("scorer", "answer", "case", "value", "why"),
    [
        (abstained, abstaining(), CASE, 0, "should not abstain"),
        (abstained, GOOD, UNANSWERABLE, 0, "should abstain"),
        (abstained, replace(abstaining(), citations=GOOD.citations), UNANSWERABLE, 0, "cites"),
        (quotes_found, answered(cite(OPEN)), CASE, 0, "not quoted"),
        (
            quotes_found,
            answered(cite(PIER)),
            replace(CASE, quotes=(PIER, "no such")),
            0.5,
            "no such",
        ),
        (speaker_right, answered(cite(PIER, speaker="Tom Quill")), CASE, 0, "'Tom Quill'"),
        (speaker_right, answered(cite(PIER, speaker=None)), CASE, 0, "None"),
        (
            speaker_right,
            answered(cite(PIER), cite(PIER, n=2, speaker="Tom Quill")),
            CASE,
            0,
            "[2]",
        ),
        (nobody_else, answered(cite(OPEN, speaker="Tom Quill")), CASE, 0, "Tom Quill"),
        (document_right, answered(cite(PIER, file="other.txt")), CASE, 0, "other.txt"),
        (voice_right, answered(cite(CLOSED, voice=Voice.COMMENT)), CASE, 0, "comment"),
        (voice_right, answered(cite(CLOSED, voice=Voice.FURNITURE)), CASE, 0, "furniture"),
        (voice_right, GOOD, COMMENTS, 0, "narration"),
        (voice_right, abstaining(cite(OPEN, voice=Voice.FURNITURE)), UNANSWERABLE, 0, "furniture"),
        (nothing_forbidden, answered(cite("A reader: ")), CASE, 0, "A reader"),
        (nothing_forbidden, answered(text="As a  READER put it"), CASE, 0, "A reader"),
        (nothing_forbidden, abstaining(cite("Ferry talks")), UNANSWERABLE, 0, "Ferry"),
        (told, GOOD, replace(CASE, told=("No, the pier",)), 0, "does not say"),
        (few_citations, answered(*(cite(OPEN, n=n) for n in (1, 2, 3))), CASE, 0, "at most 2"),
        (markers_point, answered(cite(OPEN), text="It is open [2]"), CASE, 0, "[2] leads nowhere"),
        (markers_point, answered(cite(OPEN), text="It is open"), CASE, 0, "nothing leads to [1]"),
        (markers_point, answered(cite(OPEN), cite(PIER)), CASE, 0, "share a number"),
        (verbatim, answered(replace(cite(OPEN), quote='"It is shut."')), CASE, 0, "differs"),
        (verbatim, answered(replace(cite(OPEN), end=10_000)), CASE, 0, "outside"),
        (verbatim, answered(replace(cite(OPEN), start=-5)), CASE, 0, "outside"),
        (verbatim, abstaining(replace(cite(OPEN), quote="It")), UNANSWERABLE, 0, "differs"),
        (
            verbatim,
            answered(replace(cite(OPEN), article=article(article_id="gone"))),
            CASE,
            0,
            "not stored",
        ),
    ],
)
def test_a_fault_is_scored_and_named(
    scorer: Scorer, answer: Answer, case: Case, value: float, why: str
) -> None:
    score = scorer(sample(answer, case))
    assert score.value == value
    assert why in score.reason


@pytest.mark.parametrize(
    ("scorer", "answer", "case"),
    [
        (speaker_right, answered(cite(PIER)), replace(CASE, speaker=None)),
        (speaker_right, answered(cite(OPEN)), CASE),
        (nobody_else, answered(cite(OPEN, speaker="Tom Quill")), replace(CASE, kind="fact")),
        (document_right, GOOD, replace(CASE, document=None)),
        (voice_right, abstaining(), UNANSWERABLE),
        (nothing_forbidden, GOOD, replace(CASE, forbidden=())),
        (told, GOOD, replace(CASE, told=())),
    ],
)
def test_what_a_scorer_cannot_judge_is_unscored_and_not_zero(
    scorer: Scorer, answer: Answer, case: Case
) -> None:
    assert scorer(sample(answer, case)).value is None


@pytest.mark.parametrize(
    ("scorer", "answer", "case"),
    [
        (
            voice_right,
            answered(cite(CLOSED, voice=Voice.COMMENT)),
            replace(CASE, voice=Voice.COMMENT),
        ),
        (nobody_else, answered(cite(OPEN, speaker=None)), CASE),
        (nothing_forbidden, abstaining(text="Nothing on the Ferry."), UNANSWERABLE),
        (markers_point, answered(cite(OPEN), text=r"It \[7\] is open [1]"), CASE),
        (markers_point, abstaining(cite(OPEN), text="Nearest: [1]"), UNANSWERABLE),
    ],
)
def test_what_is_allowed_gets_full_marks(scorer: Scorer, answer: Answer, case: Case) -> None:
    assert scorer(sample(answer, case)).value == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("“The pier\u00a0is\nnot closed”", '"the pier is not closed"'),
        ("the mayor’s pier", "The mayor's  pier"),
        ("a so\u00adft hyphen", "soft"),
        ("2019–2021", "2019-2021"),
    ],
)
def test_typography_is_folded(text: str, part: str) -> None:
    assert holds(text, part)


@pytest.mark.parametrize("part", ["the pier is closed", "not open", "pier.is"])
def test_words_are_not_folded(part: str) -> None:
    assert not holds(TEXT, part)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
