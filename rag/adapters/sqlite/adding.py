"""Putting pages in: as new ones, as other versions of pages there, or as known already."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection

from rag.adapters.sqlite import outbox, page_words, sites, versions
from rag.adapters.sqlite.page_words import PageWords
from rag.adapters.sqlite.pages import insert_page, insert_passages
from rag.adapters.sqlite.rewriting import rewrite
from rag.adapters.sqlite.versions import Version
from rag.ports.catalogue import NewPage
from rag.values.catalogued import Stored
from rag.values.shelves import Edition


def add(connection: Connection, embedder: str, pages: Sequence[NewPage]) -> list[Stored]:
    """Store pages with their captures, and say of each what that changed."""
    job = _Adding(connection, embedder)
    told = [job.add(page) for page in pages]
    job.enter_words()
    return told


class _Adding:
    """Pages on their way in, in one transaction."""

    def __init__(self, connection: Connection, embedder: str) -> None:
        self._connection = connection
        self._embedder = embedder
        self._words: dict[Edition, list[PageWords]] = defaultdict(list)

    def add(self, page: NewPage) -> Stored:
        """Store a page; its words wait for `enter_words`."""
        article, capture = page.article, page.capture
        same = versions.stored(self._connection, article.id, capture)
        if same is not None and same.current:
            versions.place(self._connection, capture, same.key)
            return Stored("unchanged", article.id)
        old = versions.predecessor(self._connection, article, capture)
        early = old is not None and versions.comes_first(old, capture)
        if same is None:
            key = self._insert(page, old, "past" if early else "current")
        else:
            # It may stand there in the light of its site's lines, which are not known yet.
            key = same.key
            self.enter_words()
            rewrite(self._connection, self._embedder, article, page.passages, page.vectors)
            if not early:
                outbox.move(self._connection, key, "current")
        versions.place(self._connection, capture, key)
        if early:
            return Stored("added", article.id)
        if old is not None:
            self.enter_words()
            outbox.move(self._connection, old.key, "past")
            sites.leave(self._connection, old.key)
        sites.enter(self._connection, key, article)
        return Stored("replaced" if old else "added", article.id, old.id if old else None)

    def enter_words(self) -> None:
        """Make what was stored findable by its words.

        For many pages at once, and where something there already is to be changed, before that:
        FTS5 writes out what it took in at most of the statements that follow.
        """
        for edition, words in self._words.items():
            page_words.enter(self._connection, words, edition)
        self._words.clear()

    def _insert(self, page: NewPage, old: Version | None, edition: Edition) -> int:
        article = page.article
        key = insert_page(
            self._connection,
            article,
            page.capture,
            chain=old.chain if old else None,
            edition=edition,
            cut=len(page.passages),
        )
        cuts = insert_passages(
            self._connection, self._embedder, key, article, page.passages, page.vectors
        )
        words = page_words.page_words(key, article.text, article.title.value, cuts)
        self._words[edition].append(words)
        return key
