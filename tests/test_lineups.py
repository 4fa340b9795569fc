"""Line-ups and rates of exchange below a report are its own; teasers and buttons are not."""

import pytest

from ingest import Article, Capture, Voice, read_page
from ingest.voices.lineups import is_line_up

TITLE = "Harl Rovers go up after three late goals"
BODY = (
    "Harl Rovers went up on Saturday after three goals in the last ten minutes against Lenn Town,"
    " who had led for an hour through Bo Vane.",
    "“We never stop running,” said the Rovers coach, Dora Helm, whose team had lost its last four"
    " games at home.",
    "The two teams meet again in the cup in May, when Vane will be away with the army.",
)
ROVERS = "Rovers: Pryce; Voss, Arden, Roe, Hart (Feld 61); Vale, Marn, Olle; Moss, Thorne, Quill."
TOWN = "Town: Lark; Finch, Wren, Crane, Swift; Heron (Martin 70), Drake, Kite; Vane, Dove, Robin."


def _read(*lines: str) -> Article:
    return read_page(Capture("\n\n".join((TITLE, *BODY, *lines)).encode(), "page.txt"))


def _voice(article: Article, piece: str) -> Voice:
    at = article.text.index(piece)
    return next(one.voice for one in article.regions if one.start <= at < one.end)


def test_line_ups_and_what_touches_them_are_the_articles() -> None:
    article = _read(
        "BET NOW: Rovers to win the cup 3/1 - 18+ Gamble responsibly",
        f"{ROVERS}\n{TOWN}\nAttendance: 3,204",
        "More football\nVane: I will be back\nGuild: Ringers, Founders",
    )
    for piece in ("Rovers: Pryce", "Town: Lark", "Attendance"):
        assert _voice(article, piece) is Voice.NARRATION
    assert _voice(article, "BET NOW") is Voice.FURNITURE
    assert _voice(article, "Vane: I will") is Voice.FURNITURE


def test_none_below_the_heading_of_teasers() -> None:
    assert _voice(_read("Related stories", ROVERS), ROVERS) is Voice.FURNITURE


def test_a_rate_of_exchange_is_the_articles() -> None:
    assert _voice(_read("($1 = 24,590 crowns)", "Our standards"), "($1") is Voice.NARRATION


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ROVERS, True),
        (TOWN, True),
        ("Vane: Why I left Lenn, my mother and the sea", False),
        ("Editors: Ann Lester, Tom Arden", False),
        ("He named his ships: one, two, three, four, five, six, seven, eight, nine.", False),
    ],
)
def test_a_line_up_is_a_label_and_many_names(text: str, told: bool) -> None:
    assert is_line_up(text) is told
