"""Follow-up questions made to stand alone by the questions before them."""

import pytest

from rag.steps.question.standalone import standalone
from rag.values.question import Question, Turn

FIRST = "What did Odile Maren say about the weir?"

TURNS = [
    ((), "When?", "When?"),
    ((FIRST,), "When?", "When did Odile Maren speak about the weir?"),
    ((FIRST,), "And Bruno Pell?", "What did Bruno Pell say about the weir?"),
    ((FIRST,), "What about the toll?", "What did Odile Maren say about the toll?"),
    ((FIRST,), "and about the toll?", "What did Odile Maren say about the toll?"),
    ((FIRST,), "What did she say about the toll?", "What did Odile Maren say about the toll?"),
    ((FIRST,), "in 2030?", "What did Odile Maren say about the weir in 2030?"),
    ((FIRST,), "When was it built?", "When was weir built?"),
    ((FIRST,), "Who is Kerstin Aldous?", "Who is Kerstin Aldous?"),
    (
        (FIRST, "And Bruno Pell?"),
        "What did he say about flour?",
        "What did Bruno Pell say about flour?",
    ),
    ((FIRST,), "And Bruno Pell about flour?", "What did Bruno Pell say about flour?"),
    (
        (FIRST, "What did she say about an inquiry?"),
        "Why was it called off?",
        "Why was inquiry called off?",
    ),
    (
        ("How many millers drowned in Quennell?",),
        "and how many are missing?",
        "How many millers are missing in Quennell?",
    ),
    (
        ("How many boats have been raised?",),
        "Where?",
        "Where have boats been raised?",
    ),
    ((FIRST,), "And the wardens' lawyers?", "What did the wardens' lawyers say about the weir?"),
    ((FIRST,), "And the bridge?", "What did Odile Maren say about the bridge?"),
    (
        ("Who asked Odile Maren about the weir?",),
        "And Bruno Pell?",
        "Who asked Bruno Pell about the weir?",
    ),
    (
        ("Who blocks the weir?",),
        "When did it begin?",
        "Since when is it that somebody blocks the weir?",
    ),
    (("Who blocks the weir?",), "Why?", "Why is it that somebody blocks the weir?"),
    ((FIRST, "only TollPost"), "What else did she say?", "What else did Odile Maren say?"),
    (("What is Quennell Weir?",), "Who built it?", "Who built Quennell Weir?"),
    (
        ("Tell me about the Quennell Weir.",),
        "Are there boats?",
        "Are there boats of Quennell Weir?",
    ),
]


@pytest.mark.parametrize(("before", "said", "alone"), TURNS)
def test_a_follow_up_stands_alone(before: tuple[str, ...], said: str, alone: str) -> None:
    history = tuple(Turn(text, "") for text in before)
    assert standalone(Question(said, history)) == alone
