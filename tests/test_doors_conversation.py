"""A question on the chat page: its states, its memory, and what happens when it fails."""

import datetime as dt

import pytest
from shelf import HARBOUR, BrokenShelf, Shelf

from ingest import Voice
from rag.doors.chat.conversation import LONGEST_MEMORY, State, conversation, read_filters
from rag.values.answer import Answer
from rag.values.errors import SettingInvalid
from rag.values.question import Filters, Question

NO_FIELDS = ("", None, "", "", "")
BRIDGE = "Is the bridge safe?"


class Listening(Shelf):
    """A shelf that remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(HARBOUR)
        self.asked: list[Question] = []

    def ask(self, question: Question | str) -> Answer:
        assert isinstance(question, Question)
        self.asked.append(question)
        return super().ask(question)


def states(shelf: Shelf, text: str, before: State = ("", [], [])) -> list[State]:
    return list(conversation(shelf)(text, before[1], before[2], *NO_FIELDS))


def test_an_answer_comes_after_the_question_and_a_sign_of_life() -> None:
    first, *_, last = states(Shelf(HARBOUR), BRIDGE)
    assert [message["role"] for message in first[1]] == ["user", "assistant"]
    assert "Searching" in first[1][1]["content"]
    assert "The bridge is not safe today" in last[1][1]["content"]
    assert last[1][1]["options"]
    assert [question for question, _ in last[2]] == [BRIDGE]


def test_the_next_question_carries_the_conversation_until_it_is_cleared() -> None:
    shelf = Listening()
    before = states(shelf, BRIDGE)[-1]
    states(shelf, "And the tunnel?", before)
    states(shelf, "And now?", ("", [], before[2]))
    assert [len(question.history) for question in shelf.asked] == [0, 1, 0]
    assert shelf.asked[1].history[0].question == BRIDGE


def test_memory_is_bounded() -> None:
    shelf = Listening()
    long = [("q", "a")] * (LONGEST_MEMORY * 3)
    last = states(shelf, BRIDGE, ("", [{"role": "user", "content": "q"}], long))[-1]
    assert len(shelf.asked[0].history) == LONGEST_MEMORY
    assert len(last[2]) == LONGEST_MEMORY


def test_an_empty_question_and_a_failure_get_a_friendly_word() -> None:
    [(_, messages, _)] = states(Shelf(HARBOUR), "  \n ")
    assert "Write a question first" in messages[-1]["content"]
    failed = states(BrokenShelf(HARBOUR), BRIDGE)[-1]
    assert "sk-abc123" not in failed[1][-1]["content"]
    assert "log" in failed[1][-1]["content"]
    assert failed[2] == []


def test_fields_become_filters() -> None:
    assert read_filters("", None, " ", "", "") == Filters()
    assert read_filters(" Mara ", "Post", "2031", "2031-04", "comment") == Filters(
        speaker="Mara",
        outlet="Post",
        since=dt.date(2031, 1, 1),
        until=dt.date(2031, 4, 30),
        voice=Voice.COMMENT,
    )
    with pytest.raises(SettingInvalid, match="is not a date"):
        read_filters("", "", "soon", "", "")
