"""Times and zones: what a page states is kept, and no zone is made up."""

import json

import pytest

from ingest import Capture, Fact, read_page
from ingest.dates import find_dates, find_day
from ingest.times import clock

BODY = "\n\n".join(
    f"The harbour office of Orle counted {number} boats on the quay that day, and the master of the"
    f" port told the council that it had room for {number + 3} more of them before the winter."
    for number in (12, 23, 34)
)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("22 February 2023 10:42 GMT+3", "2023-02-22T10:42+03:00"),
        ("22 February 2023, 10:42 (GMT+03:30)", "2023-02-22T10:42+03:30"),
        ("2 May 2024 at 6:40 PM EDT", "2024-05-02T18:40-04:00"),
        ("2 May 2024 at 12:10 a.m. UTC-5", "2024-05-02T00:10-05:00"),
        ("10:55 EDT, 7 May 2024", "2024-05-07T10:55-04:00"),
        ("Updated 9:53 am PDT, Tuesday, May 7, 2024", "2024-05-07T09:53-07:00"),
        ("May 7, 2024 / 03:38 PM MDT", "2024-05-07T15:38-06:00"),
        ("2024-05-07T10:42:11.123Z", "2024-05-07T10:42+00:00"),
        ("2024-05-07T10:42:11+0530", "2024-05-07T10:42+05:30"),
        # Names of several zones, or of none: the time is kept, the zone is not guessed.
        ("7 May 2024 9:13 PM IST", "2024-05-07T21:13"),
        ("7 May 2024 12:00 BST", "2024-05-07T12:00"),
        ("May 7, 2024 at 9:22 a.m. ET", "2024-05-07T09:22"),
        ("7 May 2024, 15:35", "2024-05-07T15:35"),
        ("7 May 2024 15:35 West Quay", "2024-05-07T15:35"),
        ("7 May 2024, 12:30 eat and talk", "2024-05-07T12:30"),
        ("7 May 2024 10:00-11:30", "2024-05-07T10:00"),
        ("7 May 2024 10:00 -0500", "2024-05-07T10:00-05:00"),
        ("2024-05-07T10:00:00-05:00", "2024-05-07T10:00-05:00"),
        ("2024-05-07T10:00-05:00", "2024-05-07T10:00-05:00"),
        # No times at all.
        ("7 May 2024, 12.50 crowns", "2024-05-07"),
        ("7 May 2024 13:75", "2024-05-07"),
        ("7 May 2024 10:42 UTC+45", "2024-05-07T10:42"),
    ],
)
def test_a_stated_time_keeps_its_zone(written: str, iso: str) -> None:
    found = find_dates(written)
    assert [one.iso for one in found] == [iso]
    assert found[0].span.of(written) == found[0].written


def test_two_days_of_a_range_are_no_day_and_time() -> None:
    assert [one.iso for one in find_dates("12.03.2021 - 14.03.2021")] == [
        "2021-03-12",
        "2021-03-14",
    ]


@pytest.mark.parametrize("written", ["", "at noon", "25:00", "13:00 pm", "no 3:4"])
def test_what_is_no_time(written: str) -> None:
    assert clock(written) == ""


@pytest.mark.parametrize(
    ("head", "line", "published"),
    [
        ("2024-05-07T08:42:00+03:00", "7 May 2024", "2024-05-07T08:42+03:00"),
        ("2024-05-07 08:42:00", "7 May 2024", "2024-05-07T08:42"),
        ("2024-05-07 08:42 PM IST", "7 May 2024", "2024-05-07T20:42"),
        ("Tue, 07 May 2024 08:42:00 GMT", "7 May 2024", "2024-05-07T08:42+00:00"),
        ("2024-05-07", "7 May 2024, 08:42 CEST", "2024-05-07T08:42+02:00"),
        ("2024-05-07", "7 May 2024", "2024-05-07"),
    ],
)
def test_a_web_page_declares_time_and_zone(head: str, line: str, published: str) -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in BODY.split("\n\n"))
    content = (
        f"<html><head><title>Orle counts its boats</title><script type='application/ld+json'>"
        f"{json.dumps({'@type': 'NewsArticle', 'datePublished': head})}</script></head><body>"
        f"<article><h1>Orle counts its boats</h1><p>{line}</p>{paragraphs}</article></body></html>"
    )
    article = read_page(Capture(content.encode(), "page.html"))
    assert (article.published.value, article.published.how) == (published, "stated")


def test_a_text_dump_tells_time_and_zone() -> None:
    text = (
        "Orle counts its boats\n\nPublished 10:42 GMT+3, 7 May 2024\n"
        f"Updated 8 May 2024 11:05 GMT+3\n\n{BODY}\n"
    )
    article = read_page(Capture(text.encode(), "page.txt"))
    assert article.published.value == "2024-05-07T10:42+03:00"
    assert article.updated.value == "2024-05-08T11:05+03:00"
    assert article.published.evidence is not None
    assert article.published.evidence.of(article.text) == "10:42 GMT+3, 7 May 2024"


@pytest.mark.parametrize(
    ("value", "day", "moment"),
    [
        ("2024-05-07T10:42+03:00", "2024-05-07", "2024-05-07T10:42+03:00"),
        ("2024-05-07T10:42", "2024-05-07", "2024-05-07T10:42"),
        ("2024-05-07", "2024-05-07", None),
        ("2024-05", "2024-05", None),
        (None, None, None),
    ],
)
def test_a_day_and_its_time_are_told_apart(
    value: str | None, day: str | None, moment: str | None
) -> None:
    fact = Fact(value)
    assert (fact.day, fact.moment) == (day, moment)


@pytest.mark.parametrize(
    ("text", "day", "where"),
    [
        ("Seen on 1 May 2021 and again on May 2, 2021 at Orle", "2021-05-02", "May 2, 2021"),
        ("Seen on 02.05.21", "2021-05-02", "02.05.21"),
        ("Seen on 2 May 2020, and never since", "2021-05-02", None),
        ("Nobody saw it", "2021-05-02", None),
    ],
)
def test_the_place_where_a_day_is_told_is_found(text: str, day: str, where: str | None) -> None:
    """Other days before it are passed over, and a day that is not told has no place."""
    found = find_day(text, day)
    assert (found and found.of(text)) == where
