"""Dates as readers see them."""

import pytest

from rag.steps.written_days import written_day


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2031-04-05", "5 April 2031"),
        ("2031-04-05T22:10:00+04:00", "5 April 2031"),
        ("2031-04", "April 2031"),
        ("2031", "2031"),
        ("2031-13-40", "2031-13-40"),
        ("spring", "spring"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(iso: str, written: str) -> None:
    assert written_day(iso) == written
