"""The month that an article's own words leave, and only then."""

import pytest

from ingest.article import Span
from ingest.inference import written_in

DAYS = (
    "The mayor said on January 9 that the bridge had been closed since December 12. "
    "Engineers met on January 10. The council voted on January 11. "
)
PAST = "The flood of September 2022 damaged two piers. "
AHEAD = "The city will rebuild the bridge in 2023. "


@pytest.mark.parametrize(
    ("text", "month"),
    [
        (DAYS + PAST + AHEAD, "2023-01"),
        (DAYS + AHEAD, None),  # nothing says that it was not written in an earlier January
        (DAYS + PAST, None),  # nor that it was not a later one
        (DAYS + PAST + "The city will rebuild the bridge in 2024. ", None),
        ("Talks resumed on September 27. " + PAST + AHEAD, None),
        (PAST + AHEAD, None),
    ],
)
def test_the_month_is_told_only_where_one_is_left(text: str, month: str | None) -> None:
    found = written_in(text, [Span(0, len(text))])
    assert found.value == month
    if month:
        assert found.how == "inferred"
        assert found.evidence is not None
        assert found.evidence.of(text) == "January 11"
