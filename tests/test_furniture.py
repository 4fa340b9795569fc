"""What a site writes around an article, and what only looks like it."""

import pytest

from ingest import Article, Capture, Voice, read_page

TITLE = "Lock at Tollard shut after gates sink in the mud"
PARAGRAPHS = (
    "The lock at Tollard was shut on Monday after both of its gates sank into the mud, the canal"
    " office said, and no boat will pass before the summer.",
    "“We have the money and no steel,” said the head of the canal office, Dora Helm, who had asked"
    " for new gates at Tollard three years ago.",
    "The canal carries four hundred boats a week, most of them with stone from the quarries above"
    " the lock, and the quarries have sent their men home.",
)


def _dump(*lines: str, after: tuple[str, ...] = ()) -> Article:
    text = "\n\n".join((*lines, *PARAGRAPHS, *after)) + "\n"
    return read_page(Capture(text.encode(), "page.txt"))


def _page(head: str = "", middle: str = "", after: str = "") -> Article:
    first, *rest = (f"<p>{one}</p>" for one in PARAGRAPHS)
    content = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{head}{first}"
        f"{middle}{''.join(rest)}{after}</article></body></html>"
    )
    return read_page(Capture(content.encode(), "page.html"))


def _voice(article: Article, line: str) -> Voice:
    at = article.text.index(line)
    return next(one.voice for one in article.regions if one.start <= at < one.end)


@pytest.mark.parametrize(
    "line",
    [
        "Next Story",
        "More News Stories",
        "WATCH LIVE TV",
        "Follow Us On",
        "Sign up for our weekly letter and never miss a boat.",
        "Do you have a tip? Write to desk@lenn.example.",
        "Subscribe to the Lenn Post to support our work on the canals of this county.",
        "The quarry above the lock has a second road, and its owner has a plan… READ MORE",
        "Copyright 2031 The Lenn Wire. All rights reserved. It may not be published.",
        "To read the full story, please subscribe to the Lenn Post for nine marks a month.",
        "If you're already a subscriber, you can sign in for access to every story at once.",
        "Get the latest news from the canals straight to your phone.",
        "This article was first published on 3 May 2031 in our yearbook of the canals.",
        "Dieser Beitrag erschien zuerst in unserem Jahrbuch der Kanäle, Ausgabe 7.",
        "← Boats wait at Orle for the second week",
    ],
)
def test_a_line_of_the_site_below_the_text_is_no_part_of_it(line: str) -> None:
    for article in (_dump(TITLE, "By Ilse Marn", after=(line,)), _page(after=f"<p>{line}</p>")):
        assert _voice(article, line) is Voice.FURNITURE


def test_a_sentence_about_privacy_is_the_articles() -> None:
    line = "The ministry changed its privacy policy in May, and the canal office followed in June."
    article = _dump(TITLE, "By Ilse Marn", after=(line, PARAGRAPHS[0].replace("Monday", "Friday")))
    assert _voice(article, line) is Voice.NARRATION


@pytest.mark.parametrize(
    "line",
    [
        "This report was kept from the canal office for a year, and nobody has said by whom.",
        "To see the full length of the damage, the divers had to wait for low water in May.",
        "The story of the lock is first told in a book that a keeper wrote a century ago.",
    ],
)
def test_a_sentence_that_only_begins_as_a_notice_does_is_the_articles(line: str) -> None:
    article = _dump(TITLE, "By Ilse Marn", line)
    assert _voice(article, line) is Voice.NARRATION


def test_a_button_is_no_author() -> None:
    article = _dump("LIVE TV", TITLE, "12 May 2031", after=("Next Story", "Central Bank"))
    assert article.byline.value is None


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("By Ilse Marn @ilsemarn Reporter",), "Ilse Marn"),
        (("By Ilse Marn For Lenn Online",), "Ilse Marn"),
        (("By Ilse Marn2031-05-12 13:52:51 UTC",), "Ilse Marn"),
        (("Ilse Marn 15:35, 12 May 2031",), "Ilse Marn"),
        (("By", "Ilse Marn", "12 May 2031"), "Ilse Marn"),
        (("By Ilse Marn, 3 Comments",), "Ilse Marn"),
        (("Ann Page 15:35, 12 May 2031",), "Ann Page"),
        (("Online Editor 12 May 2031",), None),
        (("Live Page 15:35, 12 May 2031",), None),
    ],
)
def test_who_wrote_is_read_in_many_forms(lines: tuple[str, ...], byline: str | None) -> None:
    article = _dump(TITLE, "\n".join(lines))
    assert article.byline.value == byline


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Posted: May 12, 2031 / 03:38 PM MDT / Updated: May 12, 2031 / 04:00 PM MDT",
         "2031-05-12T15:38-06:00"),
        ("Published: 10:55 EDT, 12 May 2031 | Updated: 11:17 EDT, 12 May 2031",
         "2031-05-12T10:55-04:00"),
        ("The Lenn Post / May 12, 2031", "2031-05-12"),
        ("editor — May 12, 2031 add comment", "2031-05-12"),
    ],
)  # fmt: skip
def test_the_day_is_read_in_many_forms(line: str, published: str) -> None:
    article = _dump(TITLE, line)
    assert (article.published.value, article.published.how) == (published, "stated")


def test_a_post_quoted_from_a_network_does_not_date_the_page() -> None:
    post = "Gates are down, nobody moves today\n\nLenn Boats (@lennboats) May 3, 2031"
    article = _dump(TITLE, "12 May 2031", PARAGRAPHS[0], post)
    assert article.published.value == "2031-05-12"


def test_the_title_stands_above_a_row_of_buttons() -> None:
    buttons = ["Facebook", "Twitter", "Whatsapp", "Share", "Email", "Print", "Save", "Reddit"] * 3
    article = _dump("Change language", TITLE, "12 May 2031", *buttons, "View this post")
    assert article.title.value == TITLE


def test_teasers_in_a_web_page_are_the_sites() -> None:
    link = "<a href='/x'>Quarry men march on the canal office in Lenn</a>"
    listed = "<p>READ MORE:</p><ul><li>Quarry men march again</li><li>Boats turn back</li></ul>"
    article = _page(middle=f"<p>{link}</p>{listed}")
    for line in ("Quarry men march on", "Quarry men march again", "Boats turn back"):
        assert _voice(article, line) is Voice.FURNITURE
    assert _voice(article, PARAGRAPHS[2]) is Voice.NARRATION


def test_a_sentence_between_title_and_author_is_the_standfirst() -> None:
    lead = "No boat passes Tollard before the summer, and the quarries send their men home."
    article = _page(head=f"<div class='x'>{lead}</div><p>By Ilse Marn</p><p>12 May 2031</p>")
    assert _voice(article, lead) is Voice.STANDFIRST


def test_the_title_told_again_below_is_the_sites() -> None:
    article = _dump(TITLE, "By Ilse Marn", after=("Recent Posts", TITLE, "Boats turn back"))
    again = article.text.rindex(TITLE)
    voice = next(one.voice for one in article.regions if one.start <= again < one.end)
    assert voice is Voice.FURNITURE


def test_crumbs_below_an_article_are_no_comments() -> None:
    crumbs = ("Leave a Reply", "Name *", "Website", "Save my name")
    article = _dump(TITLE, "By Ilse Marn", after=crumbs)
    assert Voice.COMMENT not in {one.voice for one in article.regions}


def test_a_menu_right_above_the_title_is_not_the_title() -> None:
    article = _dump(f"Home News Sport Opinion Weather\n{TITLE}\nBy Ilse Marn")
    assert article.title.value == TITLE


def test_a_heading_below_the_author_is_no_outlet() -> None:
    article = _dump(TITLE, "By Ilse Marn", "Summary")
    assert article.outlet.value is None


def test_a_title_between_placeholders_is_told_without_them() -> None:
    article = _dump(f"[ad_1] {TITLE} [ad_2]")
    assert article.title.value == TITLE
    assert article.title.evidence is not None
    assert article.title.evidence.of(article.text) == TITLE
