"""What somebody is asked to have done, and whether a sentence tells it."""

import pytest

from rag.steps.question.act import act_of, tells_act
from rag.steps.words import topic_stems


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("When did Ulla Maren resign?", "resign"),
        ("when did Lund of Orrin leave the board?", "leav"),
        ("When was Lund first arrested?", "arrest"),
        ("When does Maren's book come out?", None),
        ("When did the bridge close?", "close"),
        ("When did the bridge in the valley start?", "start"),
        ("When did the board order repairs?", None),
        ("Why did Lund resign?", "resign"),
        ("Where did Lund resign?", None),
    ],
)
def test_the_act_stands_behind_a_name_or_at_the_end(question: str, act: str | None) -> None:
    assert act_of(question) == act


@pytest.mark.parametrize(
    ("act", "sentence", "told"),
    [
        ("resign", "Maren stepped down on Friday.", True),
        ("resign", "Her resignation came on Friday.", True),
        ("resign", "Before she was chief, Maren spoke in May.", False),
        ("die", "Her death was told on Friday.", True),
    ],
)
def test_another_word_for_the_act_tells_it(act: str, sentence: str, told: bool) -> None:
    assert tells_act(act, topic_stems(sentence)) is told
