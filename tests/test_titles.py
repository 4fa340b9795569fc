"""Forms of address, titles and bodies named after people, for telling whom a name means."""

import pytest

from rag.steps.people.identities import ambiguous, identities
from rag.steps.people.names import matching_speakers
from rag.steps.people.titles import may_be, titled_with
from rag.steps.question.period import followed_up, period_of
from rag.values.catalogued import KnownSpeaker


def known(*names: tuple[str, int, bool]) -> list[KnownSpeaker]:
    return [KnownSpeaker(name, person, statements, 1) for name, statements, person in names]


@pytest.mark.parametrize(
    ("asked", "name", "fits"),
    [
        ("Mr. Harland", "Denise Harland", False),
        ("Mr. Harland", "Peter Harland", True),
        ("Mrs Harland", "Peter Harland", False),
        ("Harland", "Denise Harland", True),
        ("President Harland", "Denise Harland", True),
        ("Ms. Harland", "Mr. Harland", False),
    ],
)
def test_a_form_of_address_rules_out_the_other_gender(asked: str, name: str, fits: bool) -> None:
    assert may_be(asked, name) is fits


def test_only_titles_before_a_surname() -> None:
    assert titled_with("President Harland")
    assert not titled_with("Peter Harland")
    assert not titled_with("Harland")


SPEAKERS = known(
    ("Peter Harland", 40, True),
    ("Denise Harland", 5, True),
    ("Robert Harland", 4, True),
    ("Peter Harland’s campaign", 9, False),
)


def test_a_title_means_whom_pages_quote_by_far_the_most() -> None:
    found = identities(SPEAKERS)
    assert not ambiguous(found.candidates("President Harland"))
    assert found.candidates("President Harland")[0].identity.name == "Peter Harland"
    assert ambiguous(found.candidates("Harland"))
    assert found.candidates("Mrs. Harland")[0].identity.name == "Denise Harland"


def test_a_body_named_after_a_person_never_answers_for_them() -> None:
    asked = "Peter Harland"
    assert matching_speakers(asked, SPEAKERS, lambda word: True) == ("Peter Harland",)
    body = matching_speakers("Peter Harland's campaign", SPEAKERS, lambda word: True)
    assert body == ("Peter Harland’s campaign",)


@pytest.mark.parametrize(
    ("question", "topic", "date", "held"),
    [
        ("What did Maren say in 2031?", "2031", "2031-05-04", True),
        ("What did Maren say in 2030?", "2030", "2031-05-04", False),
        ("What did Maren say in May 2031?", "May 2031", "2031-05-04", True),
        ("What did Maren say in June?", "June", "2031-05-04", False),
        ("What did Maren say on 4 May 2031?", "4 May 2031", "2031-05-04T10:00", True),
        ("What did Maren say on May 5, 2031?", "May 5, 2031", "2031-05-04", False),
        ("What did Maren say in May?", "May", None, False),
    ],
)
def test_a_bare_time_asks_when_it_was_said(
    question: str, topic: str, date: str | None, held: bool
) -> None:
    period = period_of(question, topic)
    assert period is not None
    assert period.holds(date) is held


@pytest.mark.parametrize(
    ("question", "topic"),
    [("What did Maren say about 2031?", "2031"), ("What did Maren say of May?", "May")],
)
def test_a_time_asked_about_is_a_topic(question: str, topic: str) -> None:
    assert period_of(question, topic) is None


def test_a_follow_up_of_a_time_asks_when_the_same_was_said() -> None:
    whole = "What did Maren say about the toll in May 2031?"
    period, topic = followed_up("and in May 2031?", whole, "the toll in May 2031")
    assert period is not None
    assert period.holds("2031-05-04")
    assert topic == "the toll"
    assert followed_up(whole, whole, "the toll in May 2031") == (None, "the toll in May 2031")
