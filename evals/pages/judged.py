"""Listed comment strings that, read on their pages, proved to be no reader's words.

The page set lists them as comments all the same; the suite prints both figures. Each is named by
its page's address in the set and its place in that page's list (from 0); `why` says whose words
they are: of the reporter's live `ticker`, or of the `author`, whose text has the sentence itself.
"""

from typing import Literal, NamedTuple


class Judged(NamedTuple):
    """One listed string, and whose words it is."""

    page: str
    place: int
    why: Literal["ticker", "author"]


_LIVE = "https://sportowefakty.wp.pl/zuzel/relacja/110331/fogo-unia-leszno-rm-solar-falubaz-zielona-gora"
_REVIEW = "https://plentylife.blogspot.com/2017/05/strong-beautiful-pamela-reif-rezension.html"

JUDGED = (
    Judged(_LIVE, 0, "ticker"),
    Judged(_LIVE, 1, "ticker"),
    Judged(_LIVE, 2, "ticker"),
    Judged(_REVIEW, 1, "author"),
    Judged("https://rete-mirabile.net/notizen/15-jahre-rete-mirabile/", 2, "author"),
)


def places_judged(page: str) -> frozenset[int]:
    """Return the places of the strings of `page` that are no reader's words."""
    return frozenset(one.place for one in JUDGED if one.page == page)
