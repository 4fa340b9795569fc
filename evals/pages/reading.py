"""One saved page read three ways, and how each reading fares."""

import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.pages.corpus import Half, SavedPage
from evals.pages.tally import Tally, tally
from ingest import Article, Capture, UnreadablePage, Voice, read_page

if TYPE_CHECKING:
    from trafilatura.settings import Document

_BODY = frozenset({Voice.NARRATION, Voice.SUBHEAD, Voice.STANDFIRST})


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one page."""

    url: str
    half: Half
    markup: Tally
    """Read as HTML."""
    dump: Tally
    """Read as a plain text dump."""
    peer: Tally
    """Trafilatura's reading."""
    facts: dict[str, dict[str, bool]]
    """For `title`, `author` and `date`, where expected: whether `ours`, that of the `text dump`
    and `trafilatura's` are right."""
    markup_ms: float
    dump_ms: float
    leaks: tuple[str, ...]
    """Comment strings in the body of either reading."""


def read_saved(page: SavedPage) -> Seen:
    """Return how the three readings of a page fare."""
    from inscriptis import get_text
    from trafilatura import bare_extraction

    from ingest.markup.tree import decode_html

    source = decode_html(page.content)
    markup, markup_ms = _timed(Capture(page.content, "page.html"))
    dump, dump_ms = _timed(Capture(get_text(source).encode("utf-8", "replace"), "page.txt"))
    found = bare_extraction(page.content, include_comments=False, with_metadata=True)
    peer = None if isinstance(found, dict) else found
    expected = {"title": page.title, "author": page.author, "date": page.date}
    found_by = {"ours": _facts(markup), "text dump": _facts(dump), "trafilatura's": _told(peer)}
    text = markup.text if markup else ""
    return Seen(
        url=page.url,
        half=page.half,
        markup=_tally(page, markup),
        dump=_tally(page, dump),
        peer=tally(page, text, (peer.text if peer else "") or ""),
        facts={
            name: {who: _same(facts[name], wanted) for who, facts in found_by.items()}
            for name, wanted in expected.items()
            if wanted
        },
        markup_ms=markup_ms,
        dump_ms=dump_ms,
        leaks=tuple(
            f"{kind}: {comment}"
            for kind, article in (("HTML", markup), ("text dump", dump))
            for comment in page.comments
            if article is not None and comment in _text(article, _BODY)
        ),
    )


def _facts(article: Article | None) -> dict[str, str]:
    if article is None:
        return {"title": "", "author": "", "date": ""}
    return {
        "title": article.title.value or "",
        "author": article.byline.value or "",
        "date": (article.published.value or "")[:10],
    }


def _told(peer: "Document | None") -> dict[str, str]:
    names = ("title", "author", "date")
    return {name: (getattr(peer, name) if peer else "") or "" for name in names}


def _timed(capture: Capture) -> tuple[Article | None, float]:
    started = time.perf_counter()
    try:
        article = read_page(capture)
    except UnreadablePage:
        article = None
    return article, (time.perf_counter() - started) * 1000


def _tally(page: SavedPage, article: Article | None) -> Tally:
    if article is None:
        return tally(page, "", "")
    body = _text(article, _BODY)
    return tally(page, article.text, body, _text(article, {Voice.COMMENT}))


def _text(article: Article, voices: Collection[Voice]) -> str:
    regions = (region for region in article.regions if region.voice in voices)
    return "\n".join(region.span.of(article.text) for region in regions)


def _same(found: str, expected: str) -> bool:
    return " ".join(found.split()).casefold() == " ".join(expected.split()).casefold()
