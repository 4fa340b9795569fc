"""What stands beside a passage that was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import page

from ingest import Span, Voice
from rag.steps.finding.neighbours import neighbours

PAGE = page(
    "tolls.txt",
    (Voice.FURNITURE, "Home | Tides\n"),
    (Voice.HEADLINE, "Tolls rise on Quennell bridge\n"),
    (Voice.NARRATION, "The council met on Monday. It sat until night.\n"),
    (Voice.NARRATION, "It raised the toll by two coins.\n"),
    (Voice.CAPTION, "The bridge in fog.\n"),
    (Voice.NARRATION, "The ferrymen left early.\n"),
    (Voice.SUBHEAD, "A new roof\n"),
    (Voice.NARRATION, "The theatre opens in autumn.\n"),
    (Voice.COMMENT, "reader7: two coins too many!\n"),
    (Voice.COMMENT, "reader8: I swim.\n"),
)


def at(words: str) -> Span:
    start = PAGE.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("passage", "before", "after"),
    [
        ("It raised the toll", "The council met on Monday. It sat until night.", "by two coins."),
        ("It sat until night.", "The council met on Monday.", "It raised the toll by two coins."),
        ("The ferrymen left early.", "It raised the toll by two coins.", None),
        ("The theatre opens in autumn.", None, None),
        ("The council met on Monday.", None, "It sat until night."),
        ("The bridge in fog.", None, None),
        ("reader8: I swim.", None, None),
    ],
)
def test_the_prose_beside_a_passage(passage: str, before: str | None, after: str | None) -> None:
    found = neighbours(PAGE, at(passage))
    assert [one and one.of(PAGE.text) for one in found] == [before, after]


@given(st.integers(0, len(PAGE.text) - 1), st.integers(1, 80))
def test_neighbours_touch_the_passage_nowhere(start: int, length: int) -> None:
    passage = Span(start, min(len(PAGE.text), start + length))
    before, after = neighbours(PAGE, passage)
    assert before is None or before.end <= passage.start
    assert after is None or after.start >= passage.end
    for one in (before, after):
        assert one is None or one.of(PAGE.text).strip() == one.of(PAGE.text) != ""
