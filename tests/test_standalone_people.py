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
    ],
)
def test_another_person_or_the_one_who_answered_is_meant(
    before: Turn, asked: str, meant: str
) -> None:
    assert standalone(Question(asked, history=(before,))) == meant
