"""Shapes in which a site's notices cut into an article, and what tells the two apart."""

import pytest

from ingest import Article, Capture, Voice, read_page
from ingest.lines import split_lines
from ingest.repeated import Repeated
from ingest.traits import Sign, traits_of
from ingest.voices.comments import comment_section
from ingest.voices.page import rows_of

TITLE = "“A bell does not crack, it is rung wrong”"
ABOUT = "Bell founder Signe Morrow on forty years of listening to bronze that has gone dull"
BODY = (
    "Signe Morrow has cast ninety bells. When she began, every town on the coast had a founder of"
    " its own, and today she is the last of them.",
    "We met her in her foundry in Harl, between a cold furnace and a bell that nobody wants.",
    "Tom Arden: When did you hear that the bell of Harl would crack?",
    "Signe Morrow: In March. I stood below it with my eyes shut, and the note was half a tone low.",
    "TA: The bishop's office says that frost cracked the bell.",
    "SM: Frost has never cracked one of my bells. They rang it with the wrong clapper for a year.",
    "TA: Your apprentice Ned Voss calls you stubborn.",
    "SM: Ned is a good founder and he is right. I would have him here again tomorrow.",
)


def _read(*lines: str, name: str = "page.txt") -> Article:
    return read_page(Capture("\n\n".join(lines).encode(), name))


def _voice(article: Article, piece: str) -> Voice:
    at = article.text.index(piece)
    return next(one.voice for one in article.regions if one.start <= at < one.end)


def test_an_interview_goes_on_below_a_notice_and_has_its_title_above_the_lead() -> None:
    article = _read(
        f"Talks\n{TITLE}\n{ABOUT}",
        "Interview by Tom Arden\nHarl, 9 November 2031\nTweet\nCopy link\nPrint",
        *BODY,
        "Sign up for our letter\nOnly long reads. Your e-mail address\nSubscribe",
        "TA: What will you do with it?",
        "SM: Melt it in the spring, when the furnace is warm. I will not ask anybody for money.",
        "You might also like\n“I sold my organ for a boat”: a verger's notebook",
    )
    assert _voice(article, "A bell does not") is Voice.HEADLINE
    assert _voice(article, "TA: What will") is Voice.NARRATION
    assert _voice(article, "Only long reads") is Voice.FURNITURE
    assert _voice(article, "I sold my organ") is Voice.FURNITURE


NEWS = (
    "The bell of Harl cracked on Monday, the bishop's office said, and no hour will be rung in the"
    " town before the summer.",
    "“We have bronze and no founder,” said the verger, Ned Voss, who rang the bell for eleven"
    " years and heard it go dull in March.",
    "The town has two churches, one school and four hundred people, most of whom wake by the bell.",
)
HEAD = "Bell of Harl cracks after a year of wrong ringing"


def test_a_table_of_numbers_is_no_row_of_buttons() -> None:
    rows = "\n".join(
        f"TWR   {what}        {page}"
        for what, page in (("Casting of bells", "12-15"), ("Clappers", "X"), ("Ropes", "31"))
    )
    table = [traits_of(line).sign for line in split_lines(rows)]
    assert table == [""] * 3
    for bar in ("Share     Print     Bells", "Bells :: Towers :: Ropes"):
        assert traits_of(split_lines(bar)[0]).sign == "interface"


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("HARL, July 18 (NWS)", "dateline"),
        ("Reporters: Ann Lester, Tom Arden", "byline"),
        ("Previous article: Who pays the ringers?", "read_more"),
        ("+++ Advertisement: Rooms by the sea from 39 euros +++", "promo"),
        ("How does this story make you feel?", "promo"),
        ('[my_slot id="4471"]', "shortcode"),
        ("Save my name in this browser for the next time I comment.", "reply_form"),
        ("What do you think of that old bell in the yard?", ""),
        ("What do you think of this?", "comments"),
        ("Comments powered by Talkwell", "comments"),
        ("Do not give anybody your e-mail address, the verger said on Monday.", ""),
    ],
)
def test_what_a_line_alone_shows(line: str, sign: Sign) -> None:
    assert traits_of(split_lines(line)[0]).sign == sign


def test_who_else_reported_ends_the_text() -> None:
    last = "The bishop comes to Harl on May 2. – with reports from Ann Lester/Coast News"
    assert _voice(_read(HEAD, *NEWS, last, "Read more", "Goat found"), last) is Voice.NARRATION


def test_a_day_that_says_published_counts_below_what_looks_like_a_title() -> None:
    page = (HEAD, *NEWS, "Download: the sound of the bell", "Published on 3 May 2031", "Related")
    assert _read(*page, "Goat found on a roof").published.value == "2031-05-03"


def _section(*lines: str) -> tuple[str, str]:
    """Return the first line of the readers' section of a page, and its last."""
    rows = rows_of("\n\n".join(lines), Repeated())
    section = comment_section(rows)
    assert section is not None
    return rows[section.rows.start].line.text, rows[section.rows.stop - 1].line.text


def test_a_heading_that_links_to_the_comments_is_not_their_section() -> None:
    days = "Cast on\n12 March 2029\nHung on\n13 March 2029\nRung on\n14 March 2029"
    bells = "\n".join(f"Bell {number}" for number in range(30))
    first, last = _section(
        HEAD, *NEWS[:2], "953 Comments", days, "Tuned on\n15 March 2029", bells, NEWS[2],
        "All comments",
        "Ged Roe\n4 May 2031 11:39\nI never slept so well.\nReply",
        "Una Vale\n4 May 2031 16:06\nyes, me too\nReply",
    )  # fmt: skip
    assert (first, last) == ("All comments", "Reply")


def test_a_button_below_each_post_does_not_end_the_readers() -> None:
    told = (
        "I never liked that bell, and you all know why it cracked.",
        "My window is right below it, I slept well for the first time in years.",
        "Ring it softly, I told them, and who listens to me in this town?",
        "You could all come to the council, it meets on Friday at my house.",
        "I have a bell in my yard, you can have it for nothing.",
    )
    posts = "\n\n".join(f"bell_fan\n4 May 2031 11:39\n{one}\nAdd a comment" for one in told)
    assert _section(HEAD, *NEWS, "5 Comments", posts)[1] == told[-1]


def test_posts_of_name_and_colon_below_the_heading_are_readers() -> None:
    posts = "\n".join(
        (
            "bell_fan: The verger sold the old clapper. Ask anybody in the market.",
            "tower_owl: A dull note is no proof, friends. Where is the founder's letter?",
            "bell_fan: Ned was paid two thousand by the bishop's brother, that is what they say.",
        )
    )
    article = _read(HEAD, *NEWS, f"Comments powered by Talkwell\n{posts}", "Recommended stories")
    assert _voice(article, "bell_fan: Ned") is Voice.COMMENT
    assert _voice(article, "tower_owl") is Voice.COMMENT


def test_a_live_pages_first_entry_is_told_below_a_notice() -> None:
    entries = "\n\n".join(
        f"{hour}\nBell of Harl, part {hour[:2]}\n{told}\nAnn Lester\nShare"
        for hour, told in zip(("14.52", "14.10", "12.31"), NEWS, strict=True)
    )
    brief = (
        "This we know\n• The bell of Harl cracked on Monday at noon.\n"
        "• Nobody stood below the tower.\n• The verger has been taken to the bishop's office."
    )
    article = _read(
        "LIVE", f"{HEAD}\nBy Ann Lester", brief, entries, "Newsletter\nOur pick of the news",
        "06.10\nGood morning\nWelcome to our coverage from the tower. The first bell rings at six.",
        "Most viewed\nGoat found on a roof",
    )  # fmt: skip
    assert _voice(article, "This we know") is Voice.SUBHEAD
    assert _voice(article, "Good morning") is Voice.SUBHEAD
    assert _voice(article, "Welcome to our") is Voice.NARRATION
    assert _voice(article, "Ann Lester\nShare") is Voice.BYLINE
    assert _voice(article, "Goat found") is Voice.FURNITURE


def test_pictures_in_a_list_of_teasers_are_no_captions() -> None:
    article = _read(
        HEAD,
        *NEWS,
        "Latest stories\nGoat found\nVoss heads the guild\nPhotos: The bells of Lenn\nHelp",
    )
    assert _voice(article, "Voss heads") is Voice.FURNITURE
