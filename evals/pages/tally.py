"""Counting as trafilatura's own evaluation does: which strings are in the body."""

from collections.abc import Iterable
from dataclasses import dataclass

from evals.pages.corpus import SavedPage
from evals.report import Figure


@dataclass(frozen=True, slots=True)
class Tally:
    """Strings over a set of pages."""

    kept: int = 0
    """Body strings in the body."""
    lost: int = 0
    wrong: int = 0
    """Strings that are no body, in the body."""
    comments: int = 0
    """Comment strings that stand in the page file."""
    comments_in_body: int = 0
    comments_found: int = 0
    readers: int = 0
    """Comment strings without those that proved to be no reader's words."""
    readers_in_body: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.kept + other.kept,
            self.lost + other.lost,
            self.wrong + other.wrong,
            self.comments + other.comments,
            self.comments_in_body + other.comments_in_body,
            self.comments_found + other.comments_found,
            self.readers + other.readers,
            self.readers_in_body + other.readers_in_body,
        )

    @property
    def f_score(self) -> float | None:
        """Harmonic mean of precision and recall over the strings; none where nothing was kept."""
        if not self.kept:
            return None
        return 2 * self.kept / (2 * self.kept + self.wrong + self.lost)

    def figure(self, name: str, *, floor: float | None = None, anchor: str = "") -> Figure:
        """Return the F score as a figure."""
        n = self.kept + self.lost + self.wrong
        return Figure(name=name, value=self.f_score, n=n, unit="score", floor=floor, anchor=anchor)


def tally(page: SavedPage, text: str, body: str, comments: str = "") -> Tally:
    """Return the counts for one page.

    Args:
        page: what is expected.
        text: all of the page's visible text: a comment string outside it is not counted.
        body: what the reader took for the article's body.
        comments: what it took for readers' comments.

    """
    kept = sum(1 for wanted in page.body if wanted in body)
    standing = [comment for comment in page.comments if comment in text]
    readers = [comment for comment in page.readers if comment in text]
    return Tally(
        kept=kept,
        lost=len(page.body) - kept,
        wrong=sum(1 for unwanted in page.not_body if unwanted in body),
        comments=len(standing),
        comments_in_body=sum(1 for comment in standing if comment in body),
        comments_found=sum(1 for comment in standing if comment in comments),
        readers=len(readers),
        readers_in_body=sum(1 for comment in readers if comment in body),
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum."""
    return sum(tallies, Tally())
