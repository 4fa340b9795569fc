"""What a page itself says that somebody did not say."""

import pytest
from shelf import page

from ingest import Voice
from rag.steps.choosing.unsaid import unsaid
from rag.steps.finding.paragraphs import page_of
from rag.steps.question.topic import topic_of


def told(sentence: str, asked: str) -> bool:
    made = page("quay.txt", (Voice.NARRATION, f"{sentence}\n"))
    pages = [page_of(made, frozenset({Voice.NARRATION}))]
    return bool(unsaid(pages, ["Wilma Stone"], topic_of(asked)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Wilma Stone did not say that the quay would sink.",
        "Harbour Minister Wilma Stone never actually said “the quay would sink”.",
        "On Monday, Stone did not say that the quay would sink; she said that it would lean.",
        "Stone hasn’t ever claimed that the quay would sink.",
    ],
)
def test_what_she_did_not_say_is_told(sentence: str) -> None:
    assert told(sentence, "the quay would sink")


@pytest.mark.parametrize(
    "sentence",
    [
        "Stone did not say much; she said that the quay would sink.",
        "Stone did not say that it was safe, but that the quay would sink.",
        "Stone did not flinch and said that the quay would sink.",
        "Stone did not only say that the quay would sink.",
        "Stone did not say only that the quay would sink.",
        "Stone did not say when the quay would sink.",
        "Critics of Wilma Stone did not say that the quay would sink.",
        "Carl Moor, who knows Stone well, did not say that the quay would sink.",
        "Carl Moor and Wilma Stone's aide did not say that the quay would sink.",
    ],
)
def test_what_she_did_say_or_others_did_not_is_no_denial(sentence: str) -> None:
    assert not told(sentence, "the quay would sink")
