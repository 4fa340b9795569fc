"""Stored articles cut into paragraphs, the last few hundred kept."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from ingest import Article, Voice
from rag.steps.finding.paragraphs import Page, page_of

_KEPT = 256
_READ = frozenset(Voice) - {Voice.FURNITURE}


class Pages:
    """Pages by article id, of one generation: in the next one a page may be read anew."""

    def __init__(self, article: Callable[[str], Article | None]) -> None:
        self._article = article
        self._kept: OrderedDict[str, Page] = OrderedDict()
        self._turn = threading.Lock()

    def page(self, article_id: str) -> Page | None:
        """Return the article's page, or None when the archive has no such article."""
        with self._turn:
            if article_id in self._kept:
                self._kept.move_to_end(article_id)
                return self._kept[article_id]
        article = self._article(article_id)
        if article is None:
            return None
        page = page_of(article, _READ)
        with self._turn:
            self._kept[article_id] = page
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return page
