"""Articles for tests of storage: any that hypothesis can think of, and simple ones by hand."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from hypothesis import strategies as st

from ingest import (
    Article,
    Capture,
    Fact,
    Region,
    Rejection,
    Span,
    Speaker,
    Statement,
    Voice,
    article_id,
)
from rag.values.progress import IngestEvent

ANY_TEXT = st.text(st.characters(codec=None), max_size=80)
"""Any code points, lone surrogates and NUL among them."""


def simple(
    text: str,
    path: str = "page.txt",
    *,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    speakers: Sequence[str] = (),
    voice: Voice = Voice.NARRATION,
) -> Article:
    """Return an article of one voice; each of `speakers` says its first word."""
    said = tuple(
        Statement("direct", (Span(0, 1),), None, None, Speaker(name, name, "stated", person=True))
        for name in speakers
    )
    return Article(
        id=article_id(text, url or path),
        sha256=captured(text, path).sha256,
        file=path.rsplit("/", 1)[-1],
        path=path,
        text=text,
        title=Fact("A title", "stated"),
        outlet=Fact(outlet, "stated") if outlet else Fact(),
        byline=Fact(),
        published=Fact(published, "stated") if published else Fact(),
        url=url,
        language="en",
        regions=(Region(voice, 0, len(text)),),
        statements=said,
    )


def captured(
    text: str, path: str = "page.txt", *, root: str = "/pages", fetched: dt.datetime | None = None
) -> Capture:
    """Return the capture of a text file."""
    content = text.encode("utf-8", "surrogatepass")
    return Capture(content, path.rsplit("/", 1)[-1], path, root, fetched=fetched)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Return an article with every field that storing could lose."""
    text = draw(st.text(st.characters(codec=None), min_size=1, max_size=200))
    path = draw(ANY_TEXT)
    url = draw(st.none() | ANY_TEXT)
    return Article(
        id=article_id(text, url or path),
        sha256=captured(text).sha256,
        file=draw(ANY_TEXT),
        path=path,
        text=text,
        title=draw(_facts(text)),
        outlet=draw(_facts(text)),
        byline=draw(_facts(text)),
        published=draw(_facts(text)),
        updated=draw(_facts(text)),
        section=draw(_facts(text)),
        url=url,
        language=draw(st.sampled_from(("en", "de", "und"))),
        regions=draw(_regions(text)),
        statements=tuple(draw(st.lists(_statements(text), max_size=4))),
    )


@st.composite
def _spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def _facts(draw: st.DrawFn, text: str) -> Fact:
    how = draw(st.sampled_from(("stated", "inferred", "unknown")))
    if how == "unknown":
        return Fact()
    return Fact(draw(ANY_TEXT), how, draw(st.none() | _spans(text)))  # type: ignore[arg-type]


@st.composite
def _regions(draw: st.DrawFn, text: str) -> tuple[Region, ...]:
    cuts = draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=8))
    ends = [*sorted(cut for cut in cuts if cut < len(text)), len(text)]
    starts = [0, *ends[:-1]]
    return tuple(
        Region(draw(st.sampled_from(list(Voice))), start, end)
        for start, end in zip(starts, ends, strict=True)
    )


@st.composite
def _statements(draw: st.DrawFn, text: str) -> Statement:
    content = draw(st.lists(_spans(text), min_size=1, max_size=3))
    speaker = Speaker(
        draw(st.none() | st.text(st.characters(codec=None), min_size=1, max_size=20)),
        draw(ANY_TEXT),
        draw(st.sampled_from(("stated", "resolved", "unknown"))),
        person=draw(st.booleans()),
    )
    return Statement(
        kind=draw(st.sampled_from(("direct", "mixed", "reported"))),
        content=tuple(content),
        source=draw(st.none() | _spans(text)),
        cue=draw(st.none() | _spans(text)),
        speaker=draw(st.none() | st.just(speaker)),
        said_on=draw(_facts(text)),
    )


def read_plainly(
    items: Iterable[Capture | IngestEvent],
) -> Iterator[tuple[Capture, Article | Rejection] | IngestEvent]:
    """Read every capture as one narration, so that tests of storage hang on no rule of reading."""
    for item in items:
        if isinstance(item, IngestEvent):
            yield item
        else:
            yield item, simple(item.content.decode(), item.path, url=item.url)
