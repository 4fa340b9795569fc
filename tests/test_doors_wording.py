"""The fixed words of every door: when and where something was said."""

import pytest

from ingest import Known
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
