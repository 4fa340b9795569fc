"""The pieces of a PDF's paragraphs put together."""

import pytest

from ingest import Capture, Voice, read_page
from ingest.formats.pdf_lines import joined
from ingest.page import _read_pdf
from ingest.repeated import Repeated


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("The lock at Tollard was shut in\nMarch, and no boat has passed\nsince.", 1),
        (
            "The lock at Tollard was shut in\nMarch of this year.\nBo Ek, who keeps it, has moved.",
            2,
        ),
        ("A lock shut for years\nBo Ek\nThe lock at Tollard was shut in March, and no boat", 3),
        ("The gates are these three:\n• the upper gate of the lock\n• the lower one", 3),
        ("Lenn Works – Page 3\nThe lock at Tollard was shut in\nMarch.", 2),
        ("one\n\ntwo", 3),
        ("", 1),
    ],
)
def test_a_line_goes_on_where_the_next_word_would_not_have_fitted(lines: str, whole: int) -> None:
    text = joined(lines)
    assert len(text.split("\n")) == whole
    assert text.replace("\n", " ") == lines.replace("\n", " ")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("the protec-\ntive coat is a protective coat", "the protective coat is a protective coat"),
        ("a long-\nterm plan of the canal office", "a long-term plan of the canal office"),
    ],
)
def test_a_cut_word_is_whole_where_the_page_has_it_whole(lines: str, text: str) -> None:
    assert joined(lines) == text


def test_a_running_head_stays_alone() -> None:
    page = "The Lenn Survey of locks and weirs\nunder the rule of the canal office of Tollard"
    assert joined(page, {"the lenn survey of locks and weirs"}) == page


NARROW = """Why the lock at Tollard leaks:
a note for the council
12 April 2031
Prepared by Ilse Marn
This note tells what was found in the
lock at Tollard in the winter. In March
divers saw that both gates had sunk. The
keeper, Bo Ek, told the surveyors that
“the lower gate was never once lifted
in forty years”.
Ms Helm, who heads the canal office in
Orle, wrote: “I do not know the keeper
and I have never seen the lower gate.”"""


def test_a_narrow_column_is_narration_under_its_title() -> None:
    reading = _read_pdf((NARROW,), Repeated())
    voices = {row.line.text: voice for row, voice in zip(reading.rows, reading.voices, strict=True)}
    assert reading.facts.title.value == "Why the lock at Tollard leaks: a note for the council"
    assert reading.facts.published.value == "2031-04-12"
    assert reading.facts.byline.value == "Ilse Marn"
    for text, voice in voices.items():
        if text.endswith(("”.", ".”")):
            assert voice is Voice.NARRATION
    assert "“the lower gate was never once lifted in forty years”" in reading.text


def test_a_text_dump_is_left_as_it_is_wrapped() -> None:
    assert read_page(Capture(NARROW.encode(), "page.txt")).text == NARROW


def test_a_head_that_two_pages_share_is_no_title() -> None:
    pages = tuple(
        f"THE LENN SURVEY\n{NARROW if number == 1 else NARROW.split(chr(10), 4)[4]}\nfoot of all"
        for number in (1, 2)
    )
    reading = _read_pdf(pages, Repeated())
    voices = {row.line.text: voice for row, voice in zip(reading.rows, reading.voices, strict=True)}
    assert voices["THE LENN SURVEY"] is Voice.FURNITURE
    assert voices["foot of all"] is Voice.FURNITURE
    assert reading.facts.title.value == "Why the lock at Tollard leaks: a note for the council"
