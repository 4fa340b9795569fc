import json
from pathlib import Path

import pytest

from evals.examination.case import SuiteInvalid
from evals.newsquiz.judged import read_judged
from evals.newsquiz.suite import run
from evals.report import Report

ARTICLES = [
    {
        "url": "https://a.example/tunnel",
        "title": "Orrin tunnel opens after nine years",
        "text": "The Orrin tunnel opened to traffic on Monday.\n\n"
        '"The first train carried 412 passengers," transport minister Ada Quist said.',
        "authors": ["Tam Orrell"],
        "publish_date": "2022/06/12",
    },
    {
        "url": "https://a.example/ferry",
        "title": "Ferry to Cape Morrow sold to a sailing club",
        "text": "The last ferry to Cape Morrow was sold to a sailing club for one crown.",
        "authors": [],
        "publish_date": "2022/06/13",
    },
]
QUESTIONS = [
    ("1", "How many passengers did the first train through the Orrin tunnel carry?", ["412", "80"]),
    ("2", "To whom was the ferry to Cape Morrow sold?", ["A sailing club", "The army"]),
    ("3", "Which planet has rings?", ["Saturn", "Venus"]),
]


def quiz(folder: Path) -> Path:
    found = [{"question_id": n, "search_result": ARTICLES} for n, _, _ in QUESTIONS]
    asked = [
        {"question_id": n, "question_sentence": q, "choices": choices, "answer": ["0"]}
        for n, q, choices in QUESTIONS
    ]
    for name, rows in (("1_gcs.jsonl", found), ("1_qa.jsonl", asked)):
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def test_the_suite_measures_search_answers_and_abstention(tmp_path: Path) -> None:
    report: Report = run(quiz(tmp_path))
    assert report.figure("questions whose own articles bear the answer").value == 2 / 3
    for search in ("OnRecord", "plain BM25", "vectors alone"):
        assert report.figure(f"{search}, top 1").value == 1
    assert report.figure("answer in 3 short quotes").value == 1
    assert report.figure("abstention recall").n == 100
    assert {outcome.kind for outcome in report.outcomes} == {"fact", "abstain"}


def test_questions_that_no_article_answers_count_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdicts = {"1": "answered", "2": "chance"}
    monkeypatch.setattr("evals.newsquiz.suite.read_judged", lambda: verdicts)
    report = run(quiz(tmp_path))
    assert report.figure("OnRecord, top 1").n == 2
    assert report.figure("OnRecord, judged answerable, top 1").n == 1
    right = report.figure("abstention recall").value
    assert report.figure("abstention precision, judged answerable").n == round(100 * (right or 0))


def test_every_judged_question_has_one_of_the_verdicts_once(tmp_path: Path) -> None:
    assert len(read_judged()) == 170
    file = tmp_path / "judged.jsonl"
    file.write_text('{"id": "1", "verdict": "chance"}\n' * 2)
    with pytest.raises(SuiteInvalid, match=r"judged\.jsonl:2: 1 is judged twice"):
        read_judged(file)
    file.write_text('{"id": "1", "verdict": "perhaps"}\n')
    with pytest.raises(SuiteInvalid, match=r"judged\.jsonl:1: "):
        read_judged(file)
