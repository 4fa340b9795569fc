"""Readers' posts in the forms in which sites print them, and what ends them."""

import pytest
from ferry_page import BODY, TITLE, voice_of

from ingest import Article, Capture, Voice, read_page
from ingest.posts import is_feet, is_moment, names_and_dates, posts_within


def _read(*lines: str) -> Article:
    text = "\n\n".join((TITLE, "By Ilse Marn\n3 May 2031", *BODY, *lines)) + "\n"
    return read_page(Capture(text.encode(), "page.txt"))


THREADS = {
    "numbers and votes": (
        "COMMENTS (2)",
        "#1  boatman   04.05.2031. 15:01\nThe mayor should swim there.\n  [Answer] [+41] [-2]",
        "#1.1  @boatman   04.05.2031. 15:44\nShame on the office.\n  [Answer] [+2] [-7]",
    ),
    "arrows and thumbs": (
        "Discussion · 2",
        "Bo P. — 4 May, 08:12\nThe ramp was fine in March.\n👍 6 · Answer\n"
        "↳ Moderator Una — 4 May, 08:40\nPlease tell us where you saw it.\n👍 1 · Answer",
    ),
    "ages and corners": (
        "2 COMMENTS   Sort by: Best | Newest",
        "Salt Wind\n3d\nThe office has two ramps in its yard. Who needs them there?\n"
        "Like (2)  Reply  Report",
        "    └ Net Mender\n    └ 2d\n    └ They are for the other ferry.\n"
        "    └ Like (1)  Reply  Report",
    ),
    "quoted replies": (
        "Most Recent Comments (2)",
        "Tar Brush\n04/05/2031 08:14\nPaint holds nothing together\n👍 3 👎 1",
        ">> Olle\n>> 04/05/2031 08:30\n>> Best ramp in years\n>> 👍 5 👎 0",
    ),
    "name and colon": (
        "DECK TALK (3)",
        "SaltWind: the captain is right, she asked for it in time\n"
        "Olle: sail or swim\n  > SaltWind @Olle: swim then",
    ),
    "letters": (
        "READERS' LETTERS ON THIS ARTICLE",
        "Sir, the ramp was painted twice in one year. Who was paid? - Agda, Norby\n"
        "Bravo for the captain. - name withheld, Lenn",
    ),
    "one line a post": (
        "Comments are closed. 2 comments:",
        "Olle vom Kai | 4 May 2031 at 20h01 | The ramp did hold, I drove over it twice!!",
        "Agda | 5 May 2031 at 08h15 | It held because you drive a bicycle.",
    ),
    "a heading of the site's own": (
        "TALKING POINTS (2)",
        "Stern Fan\n2 hrs\nthe office knew it, everyone here knows that\nReply · 14 likes",
        "Bow Side\n1 hr\nIt did not. Look it up before you shout.\nReply · 3 likes",
    ),
    "a count of likes": (
        "Comments on this story are now closed (2)",
        "TarBoots\nThe captain told my cousin that nobody listens to her.\nLike 14",
        "Pier Local\nBread for two days? The shop was empty this morning.\nLike 31",
    ),
    "buttons and an age": (
        "2 Comments\nSort by Oldest",
        "Nessa Cole\nShe promised us a ramp when she came, where is it now?\nLike · Reply · 1 · 2d",
        "Mylo Fenn\nI row every day. The mayor should row with us once.\nLike · Reply · 7 · 1d",
    ),
    "all in one line": (
        "Reader comments (2)",
        "Post by Olle: The office knew it all along | Post by Agda N.: Nobody knew it, read again",
    ),
}


@pytest.mark.parametrize("form", THREADS)
def test_posts_are_readers_words_in_every_form(form: str) -> None:
    article = _read(*THREADS[form], "More in this section\nGoat found on roof\nBell rings twice")
    heading, *posts = THREADS[form]
    assert voice_of(article, heading) is Voice.FURNITURE
    lines = [line for post in posts for line in post.split("\n")]
    for line in lines:
        votes = line.strip(" >└").startswith(("[Answer", "👍", "Like ", "Reply"))
        wanted = Voice.FURNITURE if votes else Voice.COMMENT
        assert voice_of(article, line) is wanted, line
    assert voice_of(article, "Bell rings twice") is Voice.FURNITURE
    assert voice_of(article, BODY[2]) is Voice.NARRATION


def test_a_heading_and_its_posts_may_share_a_line() -> None:
    line = "Comments: Olle (2 hours ago): The office knew it. -- Agda (1 hour ago): Who told you?"
    article = _read(line, "© 2031 Lenn Post")
    assert voice_of(article, "The office knew") is Voice.COMMENT
    posts = [one for one in article.regions if one.voice is Voice.COMMENT]
    assert [one.span.of(article.text)[:4] for one in posts] == ["Comm", "Agda"]


def test_a_line_up_below_a_heading_with_a_year_is_the_articles() -> None:
    crews = "Ostrow: Feld; Berg, Holm\nNorby: Vane; Lind, Roth"
    article = _read("Crews of the spring race, 2031", crews, BODY[0].replace("Monday", "Friday"))
    assert Voice.COMMENT not in {one.voice for one in article.regions}


def test_a_title_is_never_a_readers() -> None:
    menu = 'LATEST\n18:41 Mayor Feld: we do not pay "this year or next"\n17:30 Two goats saved'
    title = "Ferry chief: ramp “will hold for a hundred years”"
    lead = "Islanders say that in spring they were told something else"
    text = "\n\n".join((menu, title, lead, "By Ilse Marn\n3 May 2031", *BODY))
    article = read_page(Capture(text.encode(), "page.txt"))
    assert voice_of(article, title) is Voice.HEADLINE


@pytest.mark.parametrize("text", ["👍 31 👎 2", "[Answer] [+41] [-2]", "▲ 14  ▼ 3   Reply", "♥ 4"])
def test_votes_and_buttons_are_feet(text: str) -> None:
    assert is_feet(text)


@pytest.mark.parametrize(
    "text", ["", "▲", "14", "Answer", "3-2", "VN-Index ▲0.42%", "Reply to all"]
)
def test_other_signs_are_no_feet(text: str) -> None:
    assert not is_feet(text)


def test_moments_and_heads() -> None:
    assert is_moment("3d")
    assert is_moment("04/05/2031 08:30")
    assert not is_moment("Bo P. — 4 May, 08:12")
    assert names_and_dates("Bo P. — 4 May, 08:12")
    assert not names_and_dates("04/05/2031 08:30")


def test_posts_within_need_an_author_each() -> None:
    assert posts_within("Olle: no | Agda: yes") == (0, 11)
    assert posts_within("Olle: no | and yes") == ()
    assert posts_within("Olle: no") == ()
