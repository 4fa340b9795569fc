"""Questions asked by way of a detour, and people asked for by what the news calls them."""

import pytest

from rag.steps.people.apposed import apposed
from rag.steps.question.form import form_of
from rag.steps.question.straight import straight
from rag.values.catalogued import KnownSpeaker

NAMES = {"odile maren", "maren", "joost haverkort", "haverkort", "haverkorrt"}

DETOURS = [
    ("maren on the weir and its gates", "What did maren say about the weir and its gates?"),
    ("joost haverkort on tolls, his opinion", "What did joost haverkort say about tolls?"),
    ("The weir, Odile Maren, what did she say of it", "What did Odile Maren say about The weir?"),
    ("haverkorrt tolls what did he say", "What did haverkorrt say about tolls?"),
    (
        "Is the weir shut or not?? What did Maren answer?",
        "What did Maren say about Is the weir shut or not?",
    ),
]


@pytest.mark.parametrize(("question", "expected"), DETOURS)
def test_a_detour_is_put_straight(question: str, expected: str) -> None:
    assert straight(question, lambda name: name.lower() in NAMES) == expected


@pytest.mark.parametrize(
    "question",
    [
        "What did Maren say about the weir?",
        "The flood, what did he say of it",
        "Brook on tolls",
        "Is the weir shut? What did Brook say?",
        "What is known on tolls",
    ],
)
def test_other_questions_stay_as_they_are(question: str) -> None:
    assert straight(question, lambda name: name.lower() in NAMES) == question


SAID = [
    ("What did Maren tell the town council about the weir?", "Maren", "the weir"),
    ("What did Maren tell the Tollgate Review of her plans?", "Maren", "her plans"),
    ("What did Maren say in parliament about the weir?", "Maren", "the weir"),
    ("What did Maren say in May about the weir?", "Maren", "May about the weir"),
    ("What did Maren ask and say about the weir?", "Maren", "the weir"),
    ("What's the view of the head of the mill on tolls?", "the head of the mill", "tolls"),
    ("Please, what on earth did Maren say about tolls?", "Maren", "tolls"),
    ("So what had Maren to say about tolls?", "Maren", "tolls"),
    (
        "I'm writing a piece on weirs and I need Maren's words on tolls, do you have them?",
        "Maren",
        "tolls",
    ),
    ("Tell me, in case it is there, what Maren had to say about tolls", "Maren", "tolls"),
]


@pytest.mark.parametrize(("question", "asked", "topic"), SAID)
def test_hearers_places_and_chat_are_no_part_of_the_topic(
    question: str, asked: str, topic: str
) -> None:
    form = form_of(question)
    assert (form.asked, form.topic) == (asked, topic)


KNOWN = [
    KnownSpeaker(name, True, 2, 1)
    for name in ("Odile Maren", "Joost Haverkort", "Femke Adler", "Bruno Pell")
]
PAGES = [
    "The ferry firm Blue Wake denied it. “They stayed,” said its manager, Joost Haverkort.",
    "The miller of Orrin, Femke Adler, has spoken. The dike reeve Odile Maren did not.",
    "The bridge is safe, the town engineer said. The engineer, Bruno Pell, gave no date.",
]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("the manager of Blue Wake", ("Joost Haverkort",)),
        ("Blue Wake's manager", ("Joost Haverkort",)),
        ("the manager of Red Wake", ()),
        ("the miller of Orrin", ("Femke Adler",)),
        ("the miller of Lund", ()),
        ("the dike reeve Maren", ("Odile Maren",)),
        ("the baker Maren", ()),
        ("Haverkort of Blue Wake", ("Joost Haverkort",)),
        ("Haverkort of Red Wake", ()),
        ("the town engineer", ("Bruno Pell",)),
        ("the county engineer", ()),
    ],
)
def test_a_description_means_whom_the_pages_give_it(asked: str, expected: tuple[str, ...]) -> None:
    assert apposed(asked, PAGES, KNOWN) == expected


def test_a_description_of_two_people_means_neither() -> None:
    pages = [*PAGES, "Blue Wake said no more. Its manager, Bruno Pell, was away."]
    assert apposed("the manager of Blue Wake", pages, KNOWN) == ()


def test_who_prosecutes_speaks_for_the_prosecution() -> None:
    pages = ["Bruno Pell, prosecuting, said that the gate was left open."]
    assert apposed("the prosecution", pages, KNOWN) == ("Bruno Pell",)
    assert apposed("the defence", pages, KNOWN) == ()


def test_a_name_of_many_hyphens_is_gone_through_once() -> None:
    assert apposed(f"the baker {'A-' * 900};", PAGES, KNOWN) == ()
