"""Shapes in which a site's notices cut into an article, and what tells the two apart."""


from ingest import Article, Capture, Voice, read_page
from ingest.lines import split_lines
from ingest.repeated import Repeated
from ingest.traits import traits_of
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
    assert traits_of(split_lines("Share     Print     Bells")[0]).sign == "interface"


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
