"""Questions taken apart: kind, who is asked about, what about, what an answer must hold."""

import pytest

from rag.steps.question.form import form_of

SAID = [
    ("What did Maren say about the weir?", "said", "Maren", "the weir"),
    ("what odile maren said about the weir", "said", "odile maren", "the weir"),
    ("What has the harbour board said about tolls?", "said", "the harbour board", "tolls"),
    ("How did Maren respond to the board's offer?", "said", "Maren", "the board's offer"),
    ("What did Maren say is the only way out?", "said", "Maren", "the only way out"),
    ("What is Maren's position on tolls?", "said", "Maren", "tolls"),
    ("What was Maren's reaction to the ruling?", "said", "Maren", "the ruling"),
    ("Statements by Maren on the weir", "said", "Maren", "the weir"),
    ("What are the comments of Maren on tolls?", "said", "Maren", "tolls"),
    ("quotes by Odile Maren", "said", "Odile Maren", ""),
    ("All statements from the harbour board", "said", "the harbour board", ""),
    ("Did Maren say the weir is shut?", "did_say", "Maren", "the weir is shut"),
    ("Has Maren ever commented on tolls?", "did_say", "Maren", "tolls"),
    ("What was said about the weir?", "who_said", None, "the weir"),
    ("What do people say about the weir?", "said", None, "the weir"),
    ("Did anyone deny the leak?", "who_said", None, "the leak"),
    ("Hello! Please tell me what Maren said about tolls. Thank you.", "said", "Maren", "tolls"),
    ("A new weir opened. What is it called?", "fact", None, "A new weir opened. What is it called"),
    ("According to the board, how high is the toll?", "said", "the board", "how high is the toll"),
]


@pytest.mark.parametrize(("question", "kind", "asked", "topic"), SAID)
def test_who_is_asked_about_and_what_about(
    question: str, kind: str, asked: str | None, topic: str
) -> None:
    form = form_of(question)
    assert (form.kind, form.asked, form.topic) == (kind, asked, topic)


WANTS = [
    ("How many boats passed the weir?", "number"),
    ("What number of boats passed?", "number"),
    ("When did the weir close?", "date"),
    ("Where is the weir?", "place"),
    ("Who mediated the talks?", "person"),
    ("Why did the weir close?", "reason"),
    ("What does the mill run on when the weir is shut?", "any"),
    ("Where and when would they meet?", "any"),
]


@pytest.mark.parametrize(("question", "wants"), WANTS)
def test_what_an_answer_must_hold(question: str, wants: str) -> None:
    assert form_of(question).wants == wants


@pytest.mark.parametrize(
    ("question", "comments"),
    [
        ("What do readers say in the comments about tolls?", True),
        ("What do commenters think of Maren?", True),
        ("Which number of boats do commenters give?", True),
        ("Show me the readers' comments on tolls", True),
        ("What do the comments say about tolls?", True),
        ("Did any commenter bring up the ferry?", True),
        ("In the readers' letters, what is said about tolls?", True),
        ("What do subscribers’ letters say about the ferry?", True),
        ("What did a reader ask in the discussion under the page on tolls?", True),
        ("What did Maren comment on?", False),
        ("What do the minister's letters say about tolls?", False),
        ("What comments did Maren make about tolls?", False),
    ],
)
def test_comments_are_asked_for_only_in_so_many_words(question: str, comments: bool) -> None:
    assert form_of(question).comments is comments


def test_a_verb_of_doing_leaves_open_whether_somebody_speaks() -> None:
    assert not form_of("What did the board offer the millers?").certain
    assert not form_of("How many lives did the flood claim?").certain
    assert form_of("What did the board say about the millers?").certain


@pytest.mark.parametrize("question", ["", "?", "did", "who", "what did say about", "a" * 2000])
def test_a_broken_question_has_a_form_too(question: str) -> None:
    assert form_of(question).kind in ("said", "who_said", "did_say", "fact")
