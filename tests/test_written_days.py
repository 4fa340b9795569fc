"""Dates as readers see them."""

import pytest

from rag.steps.written_days import on_written_day, written_day


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


@pytest.mark.parametrize(
    ("iso", "written"),
    [("2023-01-10", "on 10 January 2023"), ("2023-01", "in January 2023"), ("2023", "in 2023")],
)
def test_a_day_has_its_preposition(iso: str, written: str) -> None:
    assert on_written_day(iso) == written
