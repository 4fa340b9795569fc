"""What a sentence must hold to answer, and exact words and stances that are asked for."""

import pytest

from rag.steps.choosing.answer_types import MONEY, adds, holds
from rag.steps.choosing.sides import takes_side
from rag.steps.people.names import titled
from rag.steps.question.quoted import holds_words, quoted
from rag.steps.question.wanted import wanted
from rag.values.catalogued import KnownSpeaker


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How much will the repair of the weir cost?", "money"),
        ("How much money was promised to the millers?", "money"),
        ("What is the price of the toll?", "money"),
        ("How many gates has the weir?", "number"),
        ("How much water runs over the weir?", "number"),
    ],
)
def test_what_something_costs_is_money(question: str, kind: str) -> None:
    assert wanted(question) == kind


@pytest.mark.parametrize(
    ("sentence", "money"),
    [
        ("The repair would cost £18.6 million.", True),
        ("Millers were promised 30,000 taler each.", True),
        ("The toll is four crowns.", True),
        ("Divers found 37 cracks in the weir.", False),
        ("The weir closes for nine months.", False),
    ],
)
def test_sums_of_money_and_other_numbers(sentence: str, money: bool) -> None:
    assert bool(MONEY.search(sentence)) is money


@pytest.mark.parametrize(
    ("sentence", "question", "prose", "answers"),
    [
        (
            "The bakery on Lorn Island has closed.",
            "Who owns the bakery on Lorn Island?",
            True,
            False,
        ),
        ("The owner, Wilma Brand, has closed it.", "Who owns the bakery?", True, True),
        ("The mayor opened the gates.", "Who opened the gates?", True, True),
        ("Liberal leader rules out a pact", "Who ruled out a pact?", False, False),
        ("Birgit Solm rules out a pact", "Who ruled out a pact?", False, True),
    ],
)
def test_who_is_answered_by_somebody(
    sentence: str, question: str, prose: bool, answers: bool
) -> None:
    assert holds("person", sentence, question, prose=prose) is answers


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The toll rose because the gates rust.", True),
        ("The board, blaming the frost, closed the weir.", True),
        ("She wanted an inquiry to report before the summer.", False),
    ],
)
def test_why_needs_a_reason(sentence: str, reason: bool) -> None:
    assert holds("reason", sentence, "Why?") is reason


@pytest.mark.parametrize(
    ("sentence", "question", "more"),
    [
        ("A new weir has opened.", "A new weir opened. What is it called?", False),
        ("The new weir, Lorn Gate, has opened.", "A new weir opened. What is it called?", True),
        ("The weir opened.", "When did the weir open?", False),
        ("The weir opened in May.", "When did the weir open?", True),
        ("The weir opened.", "Has the weir opened?", True),
    ],
)
def test_a_sentence_that_only_repeats_the_question_does_not_answer_it(
    sentence: str, question: str, more: bool
) -> None:
    assert adds(sentence, question) is more


def test_quoted_words_are_asked_for_exactly() -> None:
    assert quoted("Who said 'I told you so'?") == ("i", "told", "you", "so")
    assert quoted("Who said “it’s a tax on bread”?") == ("it", "a", "tax", "on", "bread")
    assert not quoted("Who called the miller's toll 'unfair'?")
    assert holds_words("“She never said ‘I told you so’,” he said.", ("i", "told", "you", "so"))
    assert not holds_words("I told them so.", ("i", "told", "you", "so"))


def test_stances_are_no_mere_telling() -> None:
    assert takes_side("criticised")
    assert not takes_side("said")


def test_a_trade_may_stand_before_a_form_of_address() -> None:
    known = [KnownSpeaker("Femke Adler", True, 2, 1)]
    assert titled("the doctor", ["The island's doctor, Dr Femke Adler, warned."], known)
    assert not titled("the union", ["The River Union's envoy, Femke Adler, warned."], known)
