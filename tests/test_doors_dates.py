"""Days as people write them."""

import datetime as dt

import pytest

from rag.doors.dates import first_day, last_day
from rag.values.errors import SettingInvalid


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2023", dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        (" 2023-1-9 ", dt.date(2023, 1, 9), dt.date(2023, 1, 9)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(written: str, first: dt.date, last: dt.date) -> None:
    assert (first_day(written), last_day(written)) == (first, last)


@pytest.mark.parametrize(
    "written",
    ["", "today", "2023-13", "2023-00", "0000", "0000-01", "2023-02-30", "23", "٢٠٢٣"],
)
def test_other_words_are_refused(written: str) -> None:
    for read in (first_day, last_day):
        with pytest.raises(SettingInvalid, match="is not a date"):
            read(written)
