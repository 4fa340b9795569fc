"""Timelines, comparisons and lists: told from the question, with the plain question behind."""

import pytest

from rag.steps.question.form import form_of
from rag.steps.question.shape import Shape, shaped
from rag.steps.question.standalone import pronoun_choices, put, standalone
from rag.values.question import Question, Turn


@pytest.mark.parametrize(
    ("question", "shape", "core"),
    [
        (
            "timeline of what Maren said about the toll",
            "timeline",
            "what Maren said about the toll",
        ),
        ("a short chronology of the flood", "timeline", "the flood"),
        (
            "How did Maren's position on the toll change",
            "timeline",
            "What did Maren say about the toll",
        ),
        (
            "Has Maren changed her mind about the toll",
            "timeline",
            "What did Maren say about the toll",
        ),
        (
            "What did Maren say about the toll over time",
            "timeline",
            "What did Maren say about the toll",
        ),
        (
            "Compare what Maren and Pell said about the weir",
            "compare",
            "What did Maren and Pell say about the weir",
        ),
        (
            "compare Maren's and Pell's statements on the weir",
            "compare",
            "What did Maren and Pell say about the weir",
        ),
        (
            "Where do Maren and Pell disagree about the weir",
            "compare",
            "What did Maren and Pell say about the weir",
        ),
        ("Who commented on the weir", "list", "Who commented on the weir"),
        ("everyone who spoke about the weir", "list", "Who spoke about the weir"),
        ("Who said what about the weir", "list", "Who spoke about the weir"),
        ("What did Maren say about the weir", "plain", "What did Maren say about the weir"),
        ("How many boats waited", "plain", "How many boats waited"),
    ],
)
def test_the_shape_is_taken_off_the_question(question: str, shape: Shape, core: str) -> None:
    found = shaped(question)
    assert (found.shape, found.core) == (shape, core)


def test_a_form_keeps_the_shape_and_takes_the_plain_question_apart() -> None:
    form = form_of("Please give me a timeline of what Maren said about the toll.")
    assert (form.shape, form.kind, form.asked, form.topic) == (
        "timeline",
        "said",
        "Maren",
        "the toll",
    )


@pytest.mark.parametrize(
    ("question", "claims"),
    [
        ("Did Maren say the weir is shut?", True),
        ("Did Maren say anything about the weir?", False),
        ("Has Maren ever commented on tolls?", False),
    ],
)
def test_speaking_of_a_thing_is_no_claim(question: str, claims: bool) -> None:
    assert form_of(question).proposition is claims


def test_a_pronoun_after_two_people_may_mean_either() -> None:
    before = (Turn("Compare what Odile Maren and Bruno Pell said about the weir", ""),)
    asked = Question("What did he say about flour?", before)
    assert pronoun_choices(asked) == ("Odile Maren", "Bruno Pell")
    assert standalone(asked) == asked.text
    assert put(asked.text, "Bruno Pell") == "What did Bruno Pell say about flour?"


def test_a_pronoun_after_who_said_it_means_whoever_the_answer_named() -> None:
    answer = "On record about this:\n\n> **Bruno Pell**: “It is a theatre.” [1]"
    asked = Question("What did he say about flour?", (Turn("Who spoke of a theatre?", answer),))
    assert standalone(asked) == "What did Bruno Pell say about flour?"
