"""Copies of a story are known by its words; other stories are not."""

import random

import numpy as np
import pytest
from made_articles import simple

from ingest import Voice
from rag.steps.ledger.stories import SAME_STORY, bands, likeness, sketch


def story(seed: int, words: int = 300) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    return [f"word{chance.randrange(2_000)}" for _ in range(words)]


def drawn(words: list[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.uint32]]:
    found = sketch(simple(" ".join(words)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        (story(1), True),
        (story(1)[:280], True),
        (["Agency.", *story(1), *story(3, 30)], True),
        ([*story(1)[:100], "changed", *story(1)[101:]], True),
        (story(1)[:150] + story(2)[150:], False),
        (story(2), False),
    ],
)
def test_copies_are_told_from_other_stories(changed: list[str], same: bool) -> None:
    first, second = drawn(story(1)), drawn(changed)
    assert (likeness(first, second) >= SAME_STORY) is same
    if same:
        assert set(bands(first)) & set(bands(second))


def test_layout_and_case_do_not_matter() -> None:
    words = story(4)
    first, second = drawn(words), drawn([word.upper() + "\n" for word in words])
    assert likeness(first, second) == 1


def test_short_texts_and_comments_tell_no_story() -> None:
    assert sketch(simple("Page not found. Try again.")) is None
    assert sketch(simple(" ".join(story(1)), voice=Voice.COMMENT)) is None


def test_a_sketch_is_the_same_on_every_machine() -> None:
    assert drawn(story(1))[:3].tolist() == PINNED


PINNED = [13718622, 21721208, 49713908]
