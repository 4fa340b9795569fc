"""Follow-ups that ask for another person than the one before."""

import pytest

from rag.steps.question.standalone import standalone
from rag.values.question import Question, Turn


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        (
            Turn("What did Samuel Orr say about the toll?", ""),
            "And his spokesman?",
            "What did Orr's spokesman say about the toll?",
        ),
        (
            Turn("Who said the weir has a frost problem?", "On record:\n\n> **Lena Abel**: ..."),
            "when?",
            "When did Lena Abel say the weir has a frost problem?",
        ),
        (
            Turn(
                "How many sank in Quennell?",
                "From the archive:\n\n> The weir holds 40 boats. [1]\n\n> Nine sank, it said. [2]",
            ),
            "Who said so?",
            "Who said “Nine sank, it said.”?",
        ),
        (
            Turn("Who asked Orr?", "> **Lena Abel**: Why? [1]\n\n> **Samuel Orr**: No. [2]"),
            "What did she say about flour?",
            "What did Lena Abel say about flour?",
        ),
    ],
)
def test_another_person_or_the_one_who_answered_is_meant(
    before: Turn, asked: str, meant: str
) -> None:
    assert standalone(Question(asked, history=(before,))) == meant


def test_a_pronoun_passes_over_a_person_whom_it_does_not_fit() -> None:
    history = (
        Turn("What did Abel say about flour?", "What Lena Abel is on record as saying:"),
        Turn("And Orr?", "What Samuel Orr is on record as saying about flour:"),
    )
    asked = Question("What did she say about the toll?", history)
    assert standalone(asked) == "What did Lena Abel say about the toll?"
