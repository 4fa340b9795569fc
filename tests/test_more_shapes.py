"""Captures in shapes of real sites: wires, opinion, pictures, print views, few long lines."""

import pytest

from ingest import Article, Capture, Voice, read_page

TITLE = "Lock at Tollard shut after gates sink in the mud"
FIRST = "The lock at Tollard was shut in March after divers found both gates sunk in the mud."
MORE = (
    "Bo Ek, who has kept the lock for thirty years, said he had told the canal office twice.",
    "“We have the money and no steel for the gates,” said Dora Helm, who heads the office in Orle.",
)
BODY = "\n\n".join((FIRST, *MORE))


def _read(text: str) -> Article:
    return read_page(Capture(text.encode(), "page.txt"))


def _voice(article: Article, piece: str) -> Voice:
    at = article.text.index(piece)
    return next(one.voice for one in article.regions if one.start <= at < one.end)


def test_a_wire_story_goes_on_to_the_credit_that_ends_it() -> None:
    points = "* Boats wait at three locks\n* Quarries send their men home\n"
    last = "The ministry did not answer a letter.\n"
    credit = "(Reporting by Ilse Marn; Editing by Jo Pike)\n"
    lines = "\n".join((FIRST, *MORE))
    article = _read(
        f"{TITLE}\nORLE, May 2 (Lennwire) - {lines}\n{points}{last}{credit}Keywords: LOCK\n"
    )
    for piece in ("Boats wait", "Quarries send", "The ministry did"):
        assert _voice(article, piece) is Voice.NARRATION
    assert _voice(article, "(Reporting") is Voice.BYLINE
    assert _voice(article, "Keywords") is Voice.FURNITURE


@pytest.mark.parametrize(
    "about",
    [
        "Ilse Marn is a retired keeper and writes a monthly letter. Follow her at @marn.",
        "Ilse Marn lives on a boat near Orle with two dogs.",
    ],
)
def test_what_tells_of_the_author_at_the_end_is_the_sites(about: str) -> None:
    views = "The views expressed in this article are the author's own."
    article = _read(f"{TITLE}\n\nIlse Marn\n\nJun 9, 2031\n\n{BODY}\n\n{about}\n\n{views}\n")
    assert article.byline.value == "Ilse Marn"
    assert _voice(article, about) is Voice.FURNITURE
    assert _voice(article, views) is Voice.FURNITURE


def test_a_last_paragraph_that_tells_of_another_person_is_the_articles() -> None:
    last = "Jo Pike is a keeper too, and lives on a boat near Orle with two dogs."
    article = _read(f"{TITLE}\n\nBy Ilse Marn\n\nJun 9, 2031\n\n{BODY}\n\n{last}\n")
    assert _voice(article, last) is Voice.NARRATION


def test_pictures_that_are_told_apart_from_their_source() -> None:
    title = "In pictures: The mud in the lock of Tollard"
    first = "image source, Getty Images\nimage caption, A diver at the lower gate on Sunday"
    second = "image source, Jo Pike\nimage caption, Boats in a row above the lock"
    text = f"{title}\n\nPublished\n2 May 2031\n\nBy Ilse Marn\n\n{first}\n\n{FIRST}\n\n{second}\n\n"
    article = _read(text + "\n\n".join(MORE))
    assert article.title.value == title
    assert article.published.value == "2031-05-02"
    for piece in ("A diver at", "Boats in a row", "image source, Jo"):
        assert _voice(article, piece) is Voice.CAPTION


def test_the_day_of_a_teaser_below_is_not_the_articles() -> None:
    note = "This story was originally published May 14, 2031, 9:12 AM."
    teaser = "NEWS\nBus strike off after a late deal\nMAY 13, 2031 4:00 PM\n"
    text = f"{TITLE}\n\nBY ILSE MARN\n\n{BODY}\n\n"
    noted = _read(f"{text}{note}\n\nRELATED STORIES FROM LENN POST\n\n{teaser}")
    assert noted.published.value == "2031-05-14T09:12"
    assert _voice(noted, note) is Voice.DATELINE
    assert _read(f"{text}{teaser}").published.value is None


def test_comments_packed_into_one_line_are_readers_words() -> None:
    packed = (
        "Comments (2) jo_b says: May 2, 2031 at 4:15 pm Six years! My boat lay there. Reply"
        " Ken says: May 2, 2031 at 5:01 pm Sue them, I would. Reply"
    )
    article = _read(
        f"{TITLE}\n{FIRST} {' '.join(MORE)}\n{packed}\n© 2031 Lenn Post Terms Privacy\n"
    )
    assert _voice(article, packed) is Voice.COMMENT
    assert not any(packed[:20] in one.content[0].of(article.text) for one in article.statements)
    assert article.outlet.value == "Lenn Post"


def test_a_line_that_speaks_of_comments_is_the_articles() -> None:
    line = "Comments on the plan came from both banks, and one keeper says: mend it or fill it in."
    article = _read(f"{TITLE}\n\nBy Ilse Marn\n\n{FIRST}\n\n{line}\n\n" + "\n\n".join(MORE))
    assert _voice(article, line) is Voice.NARRATION


def test_what_is_behind_a_paywall_says_so_in_the_sites_words() -> None:
    notice = "Il vous reste 62 % de cet article à lire. La suite est réservée aux abonnés."
    article = _read(f"{TITLE}\n\nBy Ilse Marn\n\n{BODY}\n\n{notice}\n")
    assert _voice(article, notice) is Voice.FURNITURE


def test_an_earlier_employer_of_the_author_is_not_the_outlet() -> None:
    about = "Ilse Marn covers canals for the Lenn Post. She came after reporting for the Orle Echo."
    article = _read(f"{TITLE}\n\nBy Ilse Marn\n\n{BODY}\n\nIlse Marn\n\n{about}\n")
    assert article.outlet.value == "Lenn Post"
