"""Who takes a side: told by plain words alone, in the right direction."""

import pytest

from rag.steps.choosing.sides import sided, told_side
from rag.steps.question.topic import topic_of
from rag.steps.words import topic_stems


@pytest.mark.parametrize(
    ("verb", "about", "sentence", "told"),
    [
        ("criticised", "Maren", "Lund criticised Maren for the toll.", True),
        ("criticised", "Maren", "Lund condemned the harbour chief, Ulla Maren.", True),
        ("criticised", "Maren", "Lund dismissed claims from his rival Ulla Maren on Friday.", True),
        ("criticised", "Maren", "Lund dismissed an offer from his rival Ulla Maren.", False),
        ("criticised", "Maren", "Maren criticised Lund.", False),
        ("criticised", "Maren", "Lund criticised the ferry board for paying Maren.", False),
        ("criticised", "Maren", "Lund did not criticise Maren.", False),
        ("criticised", "Maren", "Lund declined to criticise Maren.", False),
        ("criticised", "Maren", "Lund called Maren “vain”.", False),
        ("criticised", "Maren", "“They criticised Maren,” Lund said.", False),
        ("criticised", "Maren", "Maren was sharply criticised by Lund.", True),
        ("criticised", "Maren", "Maren was criticised on Friday.", False),
        ("praised", "the weir wardens", "Lund hailed the wardens of the weir.", True),
        ("praised", "Maren", "Lund criticised Maren.", False),
        ("backed", "Maren", "Lund endorsed Maren.", True),
        ("rejected", "the toll", "Lund criticised the toll.", False),
        ("welcomed", "the toll", "Lund welcomed the toll.", True),
        ("denied", "the bridge is shut", "Lund denied that the bridge is shut.", True),
    ],
)
def test_a_side_is_taken_in_plain_words_on_whom_they_are_done_to(
    verb: str, about: str, sentence: str, told: bool
) -> None:
    topic = sided(topic_of(about), verb)
    assert told_side(verb, topic, sentence, topic_stems(sentence)) is told


def test_a_pronoun_stands_for_a_name_that_stands_near() -> None:
    topic = topic_of("Maren")
    assert told_side("criticised", topic, "Lund criticised her.", topic_stems("Maren spoke."))
    assert not told_side("criticised", topic, "Lund criticised her.", topic_stems("Adler spoke."))
