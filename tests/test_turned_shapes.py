"""Shapes in which a site's notices cut into an article, and what tells the two apart."""


from ingest import Article, Capture, Voice, read_page

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


def test_a_day_that_says_published_counts_below_what_looks_like_a_title() -> None:
    page = (HEAD, *NEWS, "Download: the sound of the bell", "Published on 3 May 2031", "Related")
    assert _read(*page, "Goat found on a roof").published.value == "2031-05-03"
