"""Invented pages with what their people say, and a catalogue of them without vectors."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np

from ingest import Article, Capture, Fact, Region, Voice, article_id
from ingest.statements import find_statements
from rag.adapters.sqlite import SqliteWriter, open_writer
from rag.ports.catalogue import CatalogueReader, NewPage
from rag.steps.archiving.passages import embedded, split


def page(
    file: str,
    *parts: tuple[Voice, str],
    outlet: str = "The Harbour Post",
    published: str = "2031-04-05",
) -> Article:
    """Return an article of these regions, its statements found by the product's own rules."""
    regions, at = [], 0
    for voice, words in parts:
        regions.append(Region(voice, at, at + len(words)))
        at += len(words)
    text = "".join(words for _, words in parts)
    day = Fact(published, "stated")
    title = next((words.strip() for voice, words in parts if voice is Voice.HEADLINE), None)
    return Article(
        id=article_id(text, file),
        sha256=captured(file, text).sha256,
        file=file,
        path=file,
        text=text,
        title=Fact(title, "stated") if title else Fact(),
        outlet=Fact(outlet, "stated"),
        byline=Fact(),
        published=day,
        url=None,
        language="en",
        regions=tuple(regions),
        statements=find_statements(text, tuple(regions), day),
    )


def captured(file: str, text: str) -> Capture:
    """Return the capture of a page."""
    return Capture(text.encode("utf-8", "surrogatepass"), file, file)


@contextmanager
def catalogue_of(folder: Path, articles: Sequence[Article]) -> Iterator[SqliteWriter]:
    """Open a catalogue that holds these articles, searchable by words."""
    writer = open_writer(folder, "none")
    try:
        for article in articles:
            passages = split(article)
            vectors = np.zeros((len(embedded(article, passages)), 1), np.float32)
            capture = captured(article.file, article.text)
            writer.add([NewPage(article, capture, passages, vectors)])
        yield writer
    finally:
        writer.close()


class Counted:
    """A catalogue that counts the pages it hands out."""

    def __init__(self, catalogue: CatalogueReader) -> None:
        self._catalogue = catalogue
        self.read = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._catalogue, name)

    def article(self, article_id: str) -> Article | None:
        """Return a page, and count it."""
        self.read += 1
        return self._catalogue.article(article_id)

    @property
    def reader(self) -> CatalogueReader:
        """Itself, as what it stands for."""
        return cast(CatalogueReader, self)


BRIDGE = page(
    "bridge.txt",
    (Voice.FURNITURE, "Home | World | Sport\nBREAKING: Ferry strike “will last all summer”\n\n"),
    (Voice.HEADLINE, "Lindqvist says bridge “endangers every driver”\n\n"),
    (
        Voice.NARRATION,
        "“The bridge is not safe,” Mayor Mara Lindqvist said on Friday. “We will close it for 12"
        " months, if the council agrees.”\n\n"
        "She told reporters that the steel is a danger to every driver on it.\n\n"
        "“We did not choose this. I don’t think that the tunnel is an answer,” Lindqvist said.\n\n"
        "Engineer Ivo Brandt called the tunnel “a well-lit, 6,500-metre tube.”\n\n"
        "“The repairs will cost 40 million crowns, which the town does not have, and they will"
        " take a year,” Brandt said.\n\n"
        "Brandt said that traffic will use the northern tunnel.\n\n",
    ),
    (Voice.COMMENT, "reader7: Brandt told me “the tunnel leaks every winter” last week!\n"),
    (Voice.FURNITURE, "Most Read: ten boats to see this summer\n"),
)
FERRY = page(
    "ferry.txt",
    (Voice.HEADLINE, "Ferries sail more often\n\n"),
    (
        Voice.NARRATION,
        "Ferries will sail every ten minutes from Monday.\n\n"
        "“Nobody will miss a boat,” said Tomas Lindqvist, who runs the ferries. “We have never"
        " sailed in ice.”\n",
    ),
    outlet="The Tidewater Mail",
    published="2031-04-07",
)
