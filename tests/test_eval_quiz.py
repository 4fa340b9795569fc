import json
from pathlib import Path

import numpy as np
import pytest

from evals.examination.case import SuiteInvalid
from evals.newsquiz.choices import chosen
from evals.newsquiz.plain_search import PlainBm25, PlainVectors
from evals.newsquiz.quiz import bears, read_quiz
from evals.newsquiz.rankings import Ranking, distinct, first_right

TUNNEL = {
    "url": "https://a.example/tunnel",
    "title": "Tunnel opens",
    "text": "The Orrin tunnel opened on Monday.",
    "authors": ["Ada Quist"],
    "publish_date": "2022/06/12",
}
CHOICES = ["Monday", "May"]


def quiz_folder(folder: Path) -> Path:
    found = [TUNNEL, {"url": "https://a.example/empty", "title": "Empty"}]
    again = [{**TUNNEL, "text": "Changed later."}]
    (folder / "1_gcs.jsonl").write_text(
        json.dumps({"question_id": "1", "search_result": found})
        + "\n"
        + json.dumps({"question_id": "2", "search_result": again})
        + "\n"
    )
    questions = [
        {
            "question_id": n,
            "question_sentence": "When?",
            "choices": ["Monday", "May"],
            "answer": [a],
        }
        for n, a in (("1", "0"), ("2", "1"), ("3", "0"))
    ]
    (folder / "1_qa.jsonl").write_text("".join(json.dumps(q) + "\n" for q in questions))
    return folder


def test_a_quiz_pools_its_articles_by_address(tmp_path: Path) -> None:
    quiz = read_quiz(quiz_folder(tmp_path))
    (article,) = quiz.articles
    assert article.page() == (
        "Tunnel opens\n\nBy Ada Quist\n2022-06-12\n\nThe Orrin tunnel opened on Monday.\n"
    )
    assert [(q.answer, len(q.found)) for q in quiz.questions] == [
        ("Monday", 1),
        ("May", 1),
        ("Monday", 0),
    ]


def test_a_folder_without_questions_is_told(tmp_path: Path) -> None:
    with pytest.raises(SuiteInvalid, match="holds no RealTimeQA questions"):
        read_quiz(tmp_path)


@pytest.mark.parametrize(
    ("text", "answer", "good"),
    [
        ("It opened on Monday.", "“Monday”", True),
        ("The U.S. team", "u.s.", True),
        ("about 1120 people", "12", False),
        ("Mondays", "Monday", False),
        ("12 people", "12", True),
    ],
)
def test_an_answer_stands_whole(text: str, answer: str, good: bool) -> None:
    assert bears(text, answer) is good


@pytest.mark.parametrize(
    ("evidence", "choice"),
    [
        (("It opened in May.",), "in May"),
        (("It opened on a Monday.",), "on Monday"),
        (("No day was named.",), None),
        ((), None),
        (("in May", "on Monday", "on Monday"), "on Monday"),
    ],
)
def test_a_choice_needs_support(evidence: tuple[str, ...], choice: str | None) -> None:
    assert chosen(("in May", "on Monday", "never"), evidence) == choice


def test_ranks_count_different_items() -> None:
    assert distinct("abacad", 3) == ("a", "b", "c")
    assert first_right("abc", lambda item: item == "c") == 3
    assert first_right("abc", lambda item: item == "z") is None
    ranking = Ranking("ours", (1, 4, None))
    assert [ranking.at(cut).value for cut in (1, 5)] == pytest.approx([1 / 3, 2 / 3])


def test_plain_bm25_takes_any_question() -> None:
    plain = PlainBm25([("tunnel", "the tunnel opened"), ("ferry", "the ferry sank in the tunnel")])
    assert plain.search('What "tunnel" opened? (AND NOT *)', 5) == ("tunnel", "ferry")
    assert plain.search("?!", 5) == ()


def test_plain_vectors_rank_articles_by_their_best_passage() -> None:
    vectors = np.array([[1, 0], [0, 1], [0.9, 0.1], [0.6, 0.8]], dtype=np.float32)
    plain = PlainVectors(["a", "b", "c", "a"], vectors)
    assert plain.search(np.array([0, 1], dtype=np.float32), 2) == ("b", "a")
