from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from word_vectors import WordVectors

from evals.bench.made_news import MadeNews
from evals.bench.scale import speed_at_scale
from evals.bench.stand_in import StandIn
from evals.bench.stock_search import StockSearch
from rag.ports.embedder import Vectors
from rag.wiring.ingesting import ingest_captures
from rag.wiring.storage import open_reading

NEWS = MadeNews(3)


class Counting:
    """An embedder that counts how often it is asked."""

    name = "counting"
    dimension = 16

    def __init__(self) -> None:
        self.asked = 0

    def passages(self, texts: object) -> Vectors:
        raise AssertionError("the stand-in is there to avoid this")

    def query(self, text: str) -> Vectors:
        self.asked += 1
        return np.zeros(self.dimension, dtype=np.float32)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_a_made_article_is_whole_and_the_same_each_time(number: int) -> None:
    article = NEWS.made(number).article
    assert article == NEWS.made(number).article
    assert [r.start for r in article.regions] == [0, article.regions[0].end]
    assert article.regions[-1].end == len(article.text)
    for statement in article.statements:
        assert statement.content[0].of(article.text).startswith("“")
        assert statement.content[0].of(article.text).endswith(",”")
        assert statement.source
        assert statement.speaker
        assert statement.source.of(article.text) == statement.speaker.name
        assert statement.cue
        assert statement.cue.of(article.text) == "said"


def test_a_stand_in_is_like_where_words_are_shared_and_asks_the_real_one_for_queries() -> None:
    real = Counting()
    stand_in = StandIn(real)
    near, far = stand_in.passages(["the harbour opened early", "nobody came"])
    query = stand_in.query("when the harbour opened")
    assert query @ near > query @ far
    assert np.allclose(np.linalg.norm(stand_in.passages([""])), 1)
    assert (real.asked, stand_in.name, stand_in.dimension) == (1, "counting", 16)


def test_the_stock_index_finds_the_archives_own_passages(tmp_path: Path) -> None:
    archive, embedder = tmp_path / "archive", WordVectors()
    kept = (NEWS.made(n).capture for n in range(8))
    list(ingest_captures(kept, archive, embedder))
    reading = open_reading(archive, embedder)
    excerpts = reading.catalogue.excerpts(
        reading.catalogue.passages_of([one.id for one in reading.catalogue.summaries()])
    )
    wanted = excerpts[5]
    for _ in range(2):  # made, then found again
        stock = StockSearch(tmp_path / "stock", archive, reading.catalogue, embedder)
        assert stock.search(wanted.words, 3)[0] == wanted.words
        assert stock.search(wanted.words, 3, "No Such Outlet") == []
    reading.close()


def test_archives_are_measured_beside_a_stock_index_and_found_again(tmp_path: Path) -> None:
    drawn = tmp_path / "growth.svg"
    report = speed_at_scale([200, 100], tmp_path, questions=3, plot=drawn)
    assert all(figure.value is not None for figure in report.figures)
    names = [figure.name for figure in report.figures]
    for name in ("answer p50", "answer, filtered p50", "stock search, filtered p95", "step choose"):
        assert len([one for one in names if name in one]) == 2
    assert drawn.read_text().startswith("<?xml")
    again = speed_at_scale([100], tmp_path, questions=3)
    assert not any("storing" in figure.name for figure in again.figures)
