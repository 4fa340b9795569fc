"""What stands around articles in dumps: bars, cut titles, flashes, authors, ends of comments."""

import pytest

from ingest import Article, Capture, Voice, read_page
from ingest.lines import split_lines
from ingest.traits import Sign, traits_of

BODY = """The lock at Tollard was shut in March after divers found both gates sunk in the mud.

Bo Ek, who has kept the lock for thirty years, said he had told the canal office twice.

"We have the money and no steel for the gates," said Dora Helm, who heads the canal office in Orle.
"""
TITLE = "Lock at Tollard shut after gates sink in the mud"


def _read(text: str) -> Article:
    return read_page(Capture(text.encode(), "page.txt", "page.txt"))


def _voice_of(article: Article, piece: str) -> Voice:
    at = article.text.index(piece)
    return next(region.voice for region in article.regions if region.start <= at < region.end)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("News › Local › Tollard", "interface"),
        ("Home > Canals", "interface"),
        ("News | Locks & Weirs | Boats | What's On", "interface"),
        ("Lenn Post | Canals | Locks", "interface"),
        ("Ilse Marn | Lenn Post", ""),
        ("Ilse Marn | Senior reporter | Lenn Post", ""),
        ("The lock was shut in March | Nobody has said when it will open | So far", ""),
        ("Interview by Ilse Marn", "byline"),
        ("Words: Ilse Marn", "byline"),
        ("Words matter to the canal office", ""),
        ("By our correspondent in Tollard, with agencies", "byline"),
        ("By Courier staff", "byline"),
        ("(Reporting by Ilse Marn in Tollard; Editing by Bo Ek)", "byline"),
        ("From staff shortages to sunken gates, the lock has had it all", ""),
        ("MORE FROM THE COURIER", "related"),
        ("23.58", "interface"),
        ("9:05 pm", "interface"),
        ("Load more comments", "interface"),
        ("▲ 14 ▼ Reply Share ›", "reply_mark"),
        ("Share", "interface"),
    ],
)
def test_what_a_line_alone_shows(line: str, sign: Sign) -> None:
    assert traits_of(split_lines(line)[0]).sign == sign


@pytest.mark.parametrize(
    ("top", "title"),
    [
        (f"News › Local › Tollard\n\n{TITLE}\n\nBy Ilse Marn\n\n", TITLE),
        (f"Lenn Post | Canals | Locks\n\n{TITLE}\n\nBy Ilse Marn\n\n", TITLE),
        (
            "Lock at Tollard shut after gates sink ...\n\n",
            "Lock at Tollard shut after gates sink ...",
        ),
        ("Lock at Tollard shut after gates …\n\n", "Lock at Tollard shut after gates …"),
        (
            "The Lenn Review\nTalks\n\n“The gates never rise”: a talk with Bo Ek of Tollard lock"
            "\n\nInterview by Ilse Marn\nJune 3, 2031\n\n",
            "“The gates never rise”: a talk with Bo Ek of Tollard lock",
        ),
        (
            f"BREAKING: Orle canal office boss quits over gates\n\n{TITLE}\n\nBy Ilse Marn\n\n",
            TITLE,
        ),
        (f"BREAKING: {TITLE}\n\nBy Ilse Marn\n\n", f"BREAKING: {TITLE}"),
    ],
)
def test_the_title_among_what_stands_above_the_text(top: str, title: str) -> None:
    article = _read(top + BODY)
    assert article.title.value == title
    assert _voice_of(article, "The lock at Tollard was") is Voice.NARRATION


def test_readers_end_where_the_site_goes_on() -> None:
    article = _read(
        f"{TITLE}\n\n{BODY}\nComments (2)\n\nquarryman\n2 hours ago\n"
        "I row there every day and you can see the mud through the gates, I told you so!!\n"
        "▲ 14 ▼ Reply Share ›\n\nweir_fan\n1 hour ago\n"
        "@quarryman you never row anywhere, my brother keeps the boats and he would know.\n"
        "▲ 3 ▼ Reply Share ›\n\nLoad more comments\n\nMost popular\n"
        "1. Man fined over stolen oar\n2. ‘I was so cold’: winter swimmer Joan Till\n"
    )
    assert _voice_of(article, "I row there") is Voice.COMMENT
    assert _voice_of(article, "@quarryman") is Voice.COMMENT
    for piece in ("▲ 14", "▲ 3", "Load more", "Most popular", "Man fined", "‘I was so cold’"):
        assert _voice_of(article, piece) is Voice.FURNITURE, piece


@pytest.mark.parametrize(
    "title", ["Is Orle paying too little for its old locks?", "Pay more, Orle, for the old locks!"]
)
def test_a_title_may_ask_or_call(title: str) -> None:
    article = _read(f"Canals\n\n{title}\n\nBy Ilse Marn\n\n12 April 2031\n\n{BODY}")
    assert article.title.value == title
