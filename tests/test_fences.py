"""What a site puts amid an article, and title blocks in the forms of many sites."""

import pytest
from ferry_page import BODY, TITLE, voice_of

from ingest import Article, Capture, Voice, read_page


def _read(*lines: str) -> Article:
    return read_page(Capture(("\n\n".join(lines) + "\n").encode(), "page.txt"))


@pytest.mark.parametrize(
    "line",
    [
        "Enjoying this story? The Lenn Post has no paywall. Give what you can.",
        "The Lenn Post is funded by its readers. Become a member from 3 € a month.",
        "*** ADVERTISING *** Fair “Rope & Tar”, Norby, 4-6 June. Tickets until Friday. ***",
        "ADVT: Warm boots from the factory. “Best boots of my life,” says a customer.",
        "[ $3 ] [ $10 ] [ $25 ] [ Other ]",
        "BET NOW: Ostrow to win the race 3/1 - 18+ Gamble responsibly",
        "[embed]https://video.example/watch?v=1[/embed]",
        "Advertisement\nA new kitchen in Norby from 900 kroner",
        "=== NOTICES ===\nLost: a brown goat with one horn. Call Mr Vane.\n"
        "The choir meets on Tuesday, not on Monday.\n=== END OF NOTICES ===",
        "MORE IN ISLANDS\nBoatmen: “The ramp is a crime with street lamps”\nThe price of tar",
    ],
)
def test_what_a_site_puts_amid_an_article_is_its_own(line: str) -> None:
    article = _read(TITLE, "By Ilse Marn\n3 May 2031", BODY[0], BODY[1], line, *BODY[2:])
    for part in line.split("\n"):
        assert voice_of(article, part) is Voice.FURNITURE
    assert voice_of(article, BODY[2]) is Voice.NARRATION


@pytest.mark.parametrize(
    "line",
    [
        "The views of our columnists are their own.",
        "No part of this service may be reproduced without written consent of the Lenn Wire.",
        "TOPICS: ferry, tar | MORE ON OSTROW: Feld: The ramp is gone | Two goats seen in the town"
        " hall | MOST READ: Norby rents | Mayor: We will paint forty new ramps before the winter"
        " | Send | Copy | Print",
    ],
)
def test_notices_below_an_article_are_the_sites(line: str) -> None:
    article = _read(TITLE, "By Ilse Marn\n3 May 2031", *BODY, line)
    assert voice_of(article, line) is Voice.FURNITURE


def test_who_praises_boots_in_an_article_stays_in_it() -> None:
    told = "Advertising on the ferry: the harbour office wants it to stop by June, its head said."
    article = _read(TITLE, "By Ilse Marn\n3 May 2031", BODY[0], told, *BODY[1:])
    assert voice_of(article, told) is Voice.NARRATION


def test_a_paragraph_below_the_label_of_an_advertisement_stays() -> None:
    article = _read(
        TITLE, "By Ilse Marn\n3 May 2031", BODY[0], f"Advertisement\n{BODY[1]}", BODY[2]
    )
    assert voice_of(article, BODY[1]) is Voice.NARRATION


@pytest.mark.parametrize(
    "line",
    [
        "Ilse Marn and Bo Vane",
        "Ilse Marn — Norby",
        "Ilse Marn at the Old Harbour",
        "Ilse Marn (text) & Bo Vane (photos)",
        "from our reporter Ilse Marn",
        "NORBY - Lenn Wire",
    ],
)
def test_who_wrote_stands_above_the_day(line: str) -> None:
    article = _read(TITLE, f"{line}\n3 May 2031", *BODY)
    assert voice_of(article, line) is Voice.BYLINE


def test_the_upper_of_two_long_lines_is_the_title() -> None:
    lead = "Captain says that she asked for steel and was given paint"
    article = _read("LENN POST", f"{TITLE}\n{lead}", "By Ilse Marn\n3 May 2031", *BODY)
    assert article.title.value == TITLE
    assert voice_of(article, lead) is Voice.STANDFIRST


def test_points_that_touch_the_title_are_its_standfirst() -> None:
    points = "• Ferry in port until the ramp is new\n• Island shop has bread for two days"
    article = _read("LENN POST", f"{TITLE}\n{points}", "By Ilse Marn\n3 May 2031", *BODY)
    assert article.title.value == TITLE
    assert voice_of(article, "Island shop") is Voice.STANDFIRST


def test_drawn_lines_end_the_paragraphs_of_a_wrapped_page() -> None:
    text = (
        "=" * 66 + "\nIn this issue: [1] Ferry stays in port for the whole of the spring\n"
        "[2] Small notices\n" + "=" * 66 + "\n\n"
        "Ferry at Ostrow stays in port for the spring as its ramp rusts through\n"
        "By Ilse Marn and Bo Vane\n3 May 2031\n\n"
        "The ferry at Ostrow stayed in port on Monday because its ramp has\n"
        "rusted through, the harbour office said, and nobody can tell when\n"
        "it will sail again with the four hundred people of the island.\n\n"
        "The captain, Runa Feld, said that she had asked for a new ramp in\n"
        "the spring and was given paint, and that the paint was grey, and\n"
        "that she had sent it back to the harbour office on the same day.\n\n"
        + "-"
        * 66
        + "\nADVT: Warm boots, direct from the factory in Norby. “Best boots of\n"
        "my life” -- a customer\n" + "-" * 66 + "\n\n"
        "The island has one shop and no doctor, and its mayor told the wire\n"
        "that bread for two days was left in the shop on Monday morning.\n"
    )
    article = read_page(Capture(text.encode(), "page.txt"))
    assert voice_of(article, "In this issue") is Voice.FURNITURE
    assert voice_of(article, "Ferry at Ostrow stays") is Voice.HEADLINE
    assert voice_of(article, "By Ilse") is Voice.BYLINE
    assert voice_of(article, "Warm boots") is Voice.FURNITURE
    assert voice_of(article, "The island has one") is Voice.NARRATION
