"""Pages read again at the end of a job, where what is known of their sites has changed.

Each page is first read by itself; what repeats on a site shows only once its pages are there. So
the same pages end with the same readings, whatever the order and the number of jobs.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from ingest import Article, Capture, Rejection, site_lines
from rag.ports.embedder import Vectors
from rag.ports.sites import SiteBook
from rag.steps.archiving.passages import embedded, split
from rag.steps.archiving.reading import read, revisit
from rag.values.catalogued import Misread
from rag.values.progress import IngestEvent

Read = tuple[Capture, Article | Rejection]
Readings = Callable[[Iterable[Capture | IngestEvent]], Iterator[Read | IngestEvent]]
"""Turns captures into articles, in order, and hands events on; may work ahead, in other processes
too."""
Embed = Callable[[Sequence[str]], Vectors]
"""Returns one row for each text."""

_AT_ONCE = 16
"""Stored pages fetched together."""


def one_by_one(items: Iterable[Capture | IngestEvent]) -> Iterator[Read | IngestEvent]:
    """Read captures in this process."""
    for item in items:
        yield item if isinstance(item, IngestEvent) else (item, read(item))


def settle(sites: SiteBook, readings: Readings, embed: Embed) -> Iterator[IngestEvent]:
    """Read pages again whose sites changed, store what is understood now, and tell of each.

    Safe to be cut off anywhere: a site is settled after all its pages are.
    """
    settled: dict[str, frozenset[int]] = {}
    under_way: deque[Misread] = deque()

    def captures() -> Iterator[Capture | IngestEvent]:
        for site in sites.unsettled():
            settled[site] = site_lines(sites.sample(site))
            for page in _misread(sites, site, settled[site]):
                under_way.append(page)
                yield revisit(page)

    for item in readings(captures()):
        if isinstance(item, IngestEvent):
            continue
        page, article = under_way.popleft(), item[1]
        if isinstance(article, Rejection) or article.id != page.article_id:
            sites.leave(page.article_id, page.lines)
            continue
        passages = split(article)
        vectors = embed(embedded(article, passages))
        sites.reread(article, page.lines, passages, vectors)
        yield IngestEvent(kind="reread", file=page.file, path=page.path, article_id=page.article_id)
    for site, repeated in settled.items():
        sites.settle(site, repeated)


def _misread(sites: SiteBook, site: str, repeated: frozenset[int]) -> Iterator[Misread]:
    after = ""
    while pages := sites.misread(site, repeated, after, _AT_ONCE):
        yield from pages
        after = pages[-1].article_id
