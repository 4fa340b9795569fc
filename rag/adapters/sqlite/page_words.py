"""The words by which a version is found, in the form in which the full-text tables take them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from ingest import Voice
from rag.adapters.sqlite import keyword, whole_pages
from rag.adapters.sqlite.schema import articles, passages
from rag.adapters.sqlite.telling import searchable
from rag.values.shelves import SHELVES, Edition, Shelf, shelf_of

Cut = tuple[int, int, int, Voice]
"""A passage's key, start, end and voice."""

_LONGEST_TITLE = 300
"""Code points taken from the first passage of a page without a title."""
_PAGE = select(articles.c.text, articles.c.title).where(articles.c.key == bindparam("article"))
_CUTS = select(passages.c.key, passages.c.start, passages.c.end, passages.c.voice).where(
    passages.c.article == bindparam("article")
)


@dataclass(frozen=True, slots=True)
class PageWords:
    """What one version is entered with, and withdrawn with again."""

    article: int
    entries: dict[Shelf, list[tuple[int, str]]]
    """Passages' keys and words by shelf."""
    whole: str
    title: str


def page_words(article: int, text: str, title: str | None, cuts: Iterable[Cut]) -> PageWords:
    """Return the words of the version with this key, text and title, cut into these passages."""
    entries: dict[Shelf, list[tuple[int, str]]] = {shelf: [] for shelf in SHELVES}
    own: list[str] = []
    first = ""
    for key, start, end, voice in sorted(cuts, key=lambda cut: (cut[1], cut[0])):
        words = searchable(text[start:end])
        shelf = shelf_of(voice)
        entries[shelf].append((key, words))
        if shelf == "article":
            first = first if own else text[start:end]
            own.append(words)
    if not title:
        # A page whose title was not recognised has it in its first line nearly always.
        title = "".join(first.strip()[:_LONGEST_TITLE].splitlines()[:1])
    return PageWords(article, entries, "\n".join(own), searchable(title))


def stored_words(connection: Connection, article: int) -> PageWords:
    """Return the words of a stored version."""
    text, title = connection.execute(_PAGE, {"article": article}).one()
    rows = connection.execute(_CUTS, {"article": article})
    return page_words(article, text, title, [(*at, Voice(voice)) for *at, voice in rows])


def enter(connection: Connection, words: Sequence[PageWords], edition: Edition) -> None:
    """Make versions findable by their passages, and as a whole."""
    for shelf in SHELVES:
        entries = [entry for one in words for entry in one.entries[shelf]]
        keyword.enter(connection, edition, shelf, entries)
    whole_pages.enter(connection, edition, [(one.article, one.whole, one.title) for one in words])


def withdraw(connection: Connection, words: PageWords, edition: Edition) -> None:
    """Undo `enter` for the same words."""
    for shelf, entries in words.entries.items():
        keyword.withdraw(connection, edition, shelf, entries)
    whole_pages.withdraw(connection, edition, (words.article, words.whole, words.title))
