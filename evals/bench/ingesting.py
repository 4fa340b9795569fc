"""How long ingesting takes a page, by step, beside a stock pipeline with the same embedder."""

import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from evals.bench.stock import stock_ingest
from evals.examination.case import SuiteInvalid
from evals.provenance import digest, onrecord_version
from evals.report import Figure, Report
from ingest import Article, Capture, UnreadablePage, find_captures, read_page
from rag.ports.embedder import Embedder
from rag.steps.answering.clock import Clock

if TYPE_CHECKING:
    from rag.adapters.settings import Settings

MODEL_WINDOW = 256
"""Word pieces that the embedded model reads of one text; what is beyond is not in its vector."""
STOCK_CHUNK = 1024
"""LlamaIndex's default; three quarters of such a chunk never reach the model."""
OUTSIDE_WANTED = 0.25
STATEMENTS_WANTED = 0.15
FASTER_WANTED = 2.0
MIB_IN_KIB = 1024
NOTES = (
    "The stock pipeline embeds whole pages, menus and comments too, in memory, and stores nothing. "
    "OnRecord stores it all, embeds the article, and readers' comments when they are asked for.",
)
WARM_UP = Capture(b"Harbour opens\n\nThe harbour opened, the mayor said on Monday.", "warm-up.txt")
"""A first page, so that loading what reading needs is not counted."""


def speed_of_ingesting(paths: Sequence[Path]) -> Report:
    """Ingest the pages at these paths into a temporary archive and report milliseconds a page.

    Raises:
        SuiteInvalid: there is no readable page at these paths.

    """
    from rag.adapters.llamaindex.embedding import load_embedder
    from rag.adapters.settings import Settings

    started = time.perf_counter()
    captures = [found for found in find_captures(paths) if isinstance(found, Capture)]
    with TemporaryDirectory(prefix="onrecord-bench-") as name:
        settings = Settings(archive=Path(name))
        embedder = load_embedder(settings)
        embedder.passages(["A first text, so that loading the model is not counted."])
        clock = Clock()
        articles = _in_steps(captures, embedder, clock)
        if not articles:
            raise SuiteInvalid("There is no readable page at the paths given.")
        whole_s = _ingest(paths, settings)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB_IN_KIB
        figures = (
            *_steps(clock, len(articles), whole_s),
            *_stock([article.text for article in articles], embedder, whole_s),
            Figure(name="peak memory", value=memory, n=1, unit="MiB"),
        )
    return Report(
        suite="bench ingest",
        digest=digest(capture.content for capture in captures),
        version=onrecord_version(),
        figures=figures,
        archive=f"{len(articles)} pages",
        seconds=time.perf_counter() - started,
        notes=NOTES,
    )


def _in_steps(captures: Sequence[Capture], embedder: Embedder, clock: Clock) -> list[Article]:
    from ingest.statements import find_statements
    from rag.steps.archiving.passages import embedded, split

    articles: list[Article] = []
    read_page(WARM_UP)
    for capture in captures:
        try:
            with clock.step("read, statements included"):
                article = read_page(capture)
        except UnreadablePage:
            continue
        articles.append(article)
        with clock.step("statements"):
            find_statements(article.text, article.regions, article.published)
        with clock.step("passages"):
            passages = split(article)
        with clock.step("model"):
            embedder.passages(embedded(article, passages))
    return articles


def _ingest(paths: Sequence[Path], settings: "Settings") -> float:
    from rag.wiring.ingesting import ingest

    started = time.perf_counter()
    for _ in ingest(paths, settings.archive, settings):
        pass
    return time.perf_counter() - started


def _steps(clock: Clock, pages: int, whole_s: float) -> Iterator[Figure]:
    spent = clock.spent
    whole_ms = whole_s * 1000
    for step, ms in spent.items():
        yield Figure(name=f"{step}, a page", value=ms / pages, n=pages, unit="ms")
    yield Figure(name="whole ingest, a page", value=whole_ms / pages, n=pages, unit="ms")
    yield Figure(
        name="time outside the model / in it",
        value=(whole_ms - spent["model"]) / spent["model"],
        n=pages,
        unit="score",
        ceiling=OUTSIDE_WANTED,
    )
    yield Figure(
        name="share of statements in the whole",
        value=spent["statements"] / whole_ms,
        n=pages,
        ceiling=STATEMENTS_WANTED,
    )


def _stock(texts: Sequence[str], embedder: Embedder, whole_s: float) -> Iterator[Figure]:
    pages = len(texts)
    for label, tokens in (("model's window", MODEL_WINDOW), ("default chunks", STOCK_CHUNK)):
        run = stock_ingest(texts, embedder, chunk_tokens=tokens)
        name, ms = f"stock pipeline, {label}", run.seconds * 1000 / pages
        yield Figure(name=f"{name}, a page", value=ms, n=run.chunks, unit="ms")
        yield Figure(
            name=f"{name} / OnRecord",
            value=run.seconds / whole_s,
            n=pages,
            unit="ratio",
            floor=FASTER_WANTED if tokens == MODEL_WINDOW else None,
        )
