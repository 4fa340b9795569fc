"""Days and outlets read off the visible lines of dumps."""

import pytest

from ingest import Article, Capture, read_page

TITLE = "Lock at Tollard shut after gates sink in the mud"
FIRST = "The lock at Tollard was shut in March after divers found both gates sunk in the mud."
REST = """
Bo Ek, who has kept the lock for thirty years, said he had told the canal office twice.

"We have the money and no steel for the gates," said Dora Helm, who heads the canal office in Orle.
"""


def _read(text: str) -> Article:
    return read_page(Capture(text.encode(), "page.txt", "page.txt"))


@pytest.mark.parametrize(
    ("above", "opening", "day", "how"),
    [
        ("", "ORLE, 2 May 2031 – ", "2031-05-02", "stated"),
        ("", "ORLE, Lenn, May 2, 2031 (Lennwire) -- ", "2031-05-02", "stated"),
        ("", "Orle (2 May 2031) - ", "2031-05-02", "stated"),
        ("", "On 2 May 2011 – a Monday – a gate sank. ", None, "unknown"),
        ("", "The gates of 2 May 2011, as they are called, sank. ", None, "unknown"),
        ("Last updated Sun 8 Oct 2031 23.58", "", "2031-10-08", "inferred"),
        ("By our staff. Published on: 30/05/2031 - 18:20", "", "2031-05-30T18:20", "stated"),
        ("Published: 03/04/2031", "", "2031-03-04", "inferred"),
        ("Published: 03/04/2031\n\nUpdated: 13/04/2031", "", "2031-04-03", "stated"),
        ("Published: 03/04/2031\n\nUpdated: 03/14/2031", "", "2031-03-04", "stated"),
        ("By Ilse Marn\n\n12 April 2031", "", "2031-04-12", "stated"),
    ],
)  # fmt: skip
def test_when_a_page_was_published(above: str, opening: str, day: str | None, how: str) -> None:
    article = _read(f"{TITLE}\n\n{above}\n\n{opening}{FIRST}\n{REST}")
    assert (article.published.value, article.published.how) == (day, how)
    if day is not None:
        assert article.published.evidence is not None
        assert "31" in article.published.evidence.of(article.text)


@pytest.mark.parametrize(
    "top",
    [
        f"The Lenn Post\nMonday, August 12, 2031\n\n{TITLE}\n\nBy Ilse Marn\n\n",
        f"CANAL OFFICE\nPress talk, Tuesday 12 August 2031\n\n{TITLE}\n\n",
    ],
)
def test_the_day_of_a_masthead_is_inferred(top: str) -> None:
    article = _read(f"{top}{FIRST}\n{REST}")
    assert (article.published.value, article.published.how) == ("2031-08-12", "inferred")


@pytest.mark.parametrize(
    ("top", "opening", "outlet", "how"),
    [
        (f"Lennpost\n\n{TITLE}\n\nIlse Marn\nLennpost\n\n", "", "Lennpost", "stated"),
        (f"{TITLE}\n\nBy Ilse Marn\n\n", "ORLE, Feb 11 (Lennwire) - ", "Lennwire", "stated"),
        (f"Lenn Gazette\n\n{TITLE}\n\nBy Ilse Marn\n\n", "", "Lenn Gazette", "inferred"),
        (f"THE ORLE TIMES\n\n{TITLE}\n\nBy Ilse Marn\n\n", "", "THE ORLE TIMES", "inferred"),
        (f"Lenn Post | Canals | Locks\n\n{TITLE}\n\nBy Ilse Marn\n\n", "", "Lenn Post", "inferred"),
        (f"Canals\n\n{TITLE}\n\nBy Ilse Marn\n\n", "", None, "unknown"),
        (f"{TITLE}\n\n", "The office (Canals) - so called - said: ", None, "unknown"),
    ],
)  # fmt: skip
def test_who_published_a_page(top: str, opening: str, outlet: str | None, how: str) -> None:
    article = _read(f"{top}{opening}{FIRST}\n{REST}")
    assert (article.outlet.value, article.outlet.how) == (outlet, how)


@pytest.mark.parametrize(
    "line",
    [
        "Posted on 13 March 2031 by Ilse Marn",
        "Veröffentlicht am 13.03.2031 von Ilse Marn",
        "Publié le 13/03/2031 par Ilse Marn",
        "By Ilse Marn March 13, 2031 5 min read",
    ],
)
def test_author_and_day_on_one_line(line: str) -> None:
    article = _read(f"{TITLE}\n\n{line}\n\n{FIRST}\n{REST}")
    assert article.byline.value == "Ilse Marn"
    assert article.published.value == "2031-03-13"
