"""The fixed words of every door: when and where something was said."""

from dataclasses import replace

import pytest
from made_answers import cite

from ingest import Known
from rag.doors.chat.cards import card
from rag.doors.wording import said_when


@pytest.mark.parametrize(
    ("day", "how", "occasion", "label"),
    [
        ("2023-01-10", "stated", None, "said on 10 January 2023"),
        ("2023-01", "inferred", None, "said in January 2023 (inferred)"),
        ("2023", "stated", "At a fair", "said in 2023, at a fair"),
        (None, "unknown", "In an interview", "said in an interview"),
        (None, "unknown", "told parliament", "told parliament"),
        (None, "unknown", None, ""),
    ],
)
def test_when_and_where_is_told_as_far_as_it_is_known(
    day: str | None, how: Known, occasion: str | None, label: str
) -> None:
    assert said_when(day, how, occasion) == label


@pytest.mark.parametrize(
    ("published", "told"),
    [
        (None, "said in an interview, publication date unknown"),
        ("2031-04-05", "said in an interview, published 5 April 2031"),
    ],
)
def test_a_card_tells_when_it_was_published_beside_when_it_was_said(
    published: str | None, told: str
) -> None:
    cited = cite("The pier", n=1)
    how: Known = "stated" if published else "unknown"
    article = replace(cited.article, published=published, published_how=how)
    assert told in card(replace(cited, occasion="In an interview", article=article))
