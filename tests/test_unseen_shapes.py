"""Shapes of saved pages: what stands between, above and below the paragraphs of an article."""

import pytest

from ingest import Article, Capture, Voice, read_page

TITLE = "Lock at Tollard shut after gates sink in the mud"
LONG = (
    "The lock at Tollard was shut on Monday after both of its gates sank into the mud, the canal"
    " office said, and no boat will pass before the summer.",
    "“We have the money and no steel,” said the head of the canal office, Dora Helm, who had asked"
    " for new gates at Tollard three years ago.",
    "The canal carries four hundred boats a week, most of them with stone from the quarries above"
    " the lock, and the quarries have sent their men home.",
)


def _read(*lines: str, name: str = "page.txt") -> Article:
    return read_page(Capture("\n\n".join(lines).encode(), name))


def _voice(article: Article, piece: str) -> Voice:
    at = article.text.index(piece)
    return next(one.voice for one in article.regions if one.start <= at < one.end)


def test_entries_of_a_live_page_have_hours_and_headings() -> None:
    entries = "\n\n".join(
        f"{hour}\nGates of lock {hour[0]} fail\n{paragraph}"
        for hour, paragraph in zip(("5:10pm", "4:02pm", "3:30pm"), LONG, strict=True)
    )
    article = _read("Live", TITLE, "By Nell Ibbot", entries, "Most read", "Goat found on roof")
    assert article.title.value == TITLE
    assert _voice(article, "4:02pm") is Voice.DATELINE
    assert _voice(article, "Gates of lock 5") is Voice.SUBHEAD
    assert _voice(article, "Gates of lock 3") is Voice.SUBHEAD
    assert _voice(article, "Goat found") is Voice.FURNITURE


def test_two_hours_make_no_live_page() -> None:
    article = _read(TITLE, "10:30", LONG[0], "11:45", *LONG[1:])
    assert _voice(article, "11:45") is Voice.FURNITURE


def test_points_in_brief_above_the_text_are_the_articles() -> None:
    points = "* Lock shut until the summer, canal office says\n* Quarries send their men home"
    article = _read(TITLE, points, *LONG)
    assert _voice(article, "Quarries send") is Voice.NARRATION


def test_a_menu_above_the_text_is_not() -> None:
    article = _read(TITLE, "* Our ten best walks this year\n* Goats and their friends", *LONG)
    assert _voice(article, "Goats and") is Voice.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "The Lenn Post is free to read and relies on its readers. Please consider a donation.",
        "We have a favour to ask. It is readers like you who keep us going, from as little as £1.",
        "Thanks for reading The Lenn Notes! Subscribe for free to receive new posts.",
        "Get involved with the news in your town",
        '<img src="https://lenn.example/lock.jpg" />',
        "NewsSportWeather Home Local National World Business Money Opinion Letters Obituaries"
        " Culture Books Film Music Theatre Dance Food Wine Travel Motors Homes Gardens Shop",
    ],
)
def test_what_a_site_says_to_its_readers_is_not_the_articles(line: str) -> None:
    assert _voice(_read(TITLE, *LONG, line, "© 2031 Lenn Post"), line) is Voice.FURNITURE


def test_who_gives_money_in_an_article_stays_in_it() -> None:
    told = "“Please consider a donation to our lock,” said Bo Vane, who lives beside the quarries."
    assert _voice(_read(TITLE, LONG[0], told, *LONG[1:]), told) is Voice.NARRATION


def test_labels_of_a_form_are_no_readers_words() -> None:
    article = _read(
        TITLE, *LONG, "2 Comments",
        "Ged says:\nI never liked that lock, and you all know why.",
        "Rae says:\nMy boat is stuck there, what do I do now?", "Leave a Reply",
        "Name *", "Website",
    )  # fmt: skip
    assert _voice(article, "I never liked") is Voice.COMMENT
    assert _voice(article, "Website") is Voice.FURNITURE


def test_a_caption_stands_above_or_below_its_source() -> None:
    above = _read(
        TITLE, LONG[0], "A boat in the mud near Tollard\nCREDIT: Owen Pryce/Lenn", *LONG[1:]
    )
    assert _voice(above, "A boat in") is Voice.CAPTION
    behind = "Four hundred boats lay in the mud at Tollard © Lennfield"
    assert _voice(_read(TITLE, behind, *LONG), behind) is Voice.CAPTION
    below = _read(TITLE, "Getty Images", "Four boats lay in the mud last week", *LONG)
    assert _voice(below, "Four boats") is Voice.CAPTION


def test_a_lead_stands_above_the_place_that_opens_the_report() -> None:
    lead = "The canal office waits for steel, and no boat will pass before summer."
    article = _read(TITLE, lead, f"Tollard – {LONG[0]}", *LONG[1:])
    assert _voice(article, lead) is Voice.STANDFIRST


def test_a_lead_without_a_full_stop_stands_below_title_and_day() -> None:
    lead = "Canal office waits for steel while boats lie in the mud"
    article = _read(TITLE, "3 May 2031", lead, *LONG)
    assert _voice(article, lead) is Voice.STANDFIRST
    button = "Choose your own local edition from these"
    assert _voice(_read(TITLE, "3 May 2031", button, *LONG), button) is not Voice.STANDFIRST


def test_a_long_heading_among_teasers_does_not_resume_the_article() -> None:
    teaser = (
        "How the last of the bell ringers of Orle learned to live with silence after the tower was"
        " closed by the council for good in the spring of the year"
    )
    article = _read(TITLE, *LONG, "More stories", teaser, "Mayor opens fair")
    assert _voice(article, teaser) is Voice.FURNITURE


@pytest.mark.parametrize(
    ("lines", "outlet", "byline"),
    [
        ((f"{TITLE} | Lenn Wire", "May 3, 2031 by Ann Lee", *LONG), None, "Ann Lee"),
        (
            (
                "The Lenn Arrow",
                TITLE,
                *LONG,
                "Most read",
                "Goat found on a roof",
                "The Lenn Arrow asks you to keep your words kind and your comments short.",
            ),
            "The Lenn Arrow",
            None,
        ),
        ((TITLE, *LONG, "© 2031 Lenn Courier Ltd"), "Lenn Courier", None),
        (("Lenn Financial", TITLE, *LONG, "© The Lenn Financial Ltd 2031"), "Lenn Financial", None),
        ((TITLE, *LONG, "A boat in the mud. © Ann Lee/Lenn"), None, None),
        ((TITLE, "By Ann Lee\nand\nBob Hall\nMay 3, 2031", *LONG), None, "Ann Lee, Bob Hall"),
        ((TITLE, "Ann Lee\nSenior reporter\nMay 3, 2031", *LONG), None, "Ann Lee"),
        ((TITLE, "By ANN LEE | ann@lenn.example | The Lenn", *LONG), None, "ANN LEE"),
        (("#[1]The Lenn Notes RSS Feed", "[2]The Lenn Notes", TITLE, *LONG), None, None),
        ((TITLE, "Posted on May 3, 2031 by Ann Lee", *LONG), None, "Ann Lee"),
    ],
)
def test_facts(lines: tuple[str, ...], outlet: str | None, byline: str | None) -> None:
    article = _read(*lines)
    assert article.title.value == TITLE
    assert (article.outlet.value, article.byline.value) == (outlet, byline)


def test_cells_of_a_layout_table_follow_one_another() -> None:
    cell = "<br><br>".join(LONG)
    page = (
        "<html><body><table><tr><td><a href=a>News</a><br><a href=b>Farming</a></td>"
        f"<td><b>{TITLE}</b><br>by Colin Foyle<br><br>{cell}</td>"
        "<td><a href=c>Goat found on a roof</a></td></tr></table></body></html>"
    )
    article = read_page(Capture(page.encode(), "page.html"))
    assert article.title.value == TITLE
    assert article.byline.value == "Colin Foyle"
    assert "Farming" not in next(line for line in article.text.split("\n") if TITLE in line)


def test_a_table_of_figures_keeps_its_rows() -> None:
    table = "<table><tr><td>Tollard</td><td>410</td></tr><tr><td>Norby</td><td>12</td></tr></table>"
    page = f"<html><body><h1>{TITLE}</h1>{''.join(f'<p>{one}</p>' for one in LONG)}{table}"
    article = read_page(Capture(page.encode(), "page.html"))
    assert any(line.split() == ["Tollard", "410"] for line in article.text.split("\n"))
