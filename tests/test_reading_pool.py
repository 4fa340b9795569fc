"""Reading in child processes: in order, and no page can hurt more than itself."""

import os
import signal
from collections.abc import Iterator

from made_articles import captured, simple

from ingest import Article, Capture, Rejection
from rag.adapters.reading_pool import Limits, read_in_processes
from rag.values.progress import IngestEvent


def read_oddly(capture: Capture) -> Article | Rejection:
    """Do to this process what the page's name says."""
    match capture.name:
        case "hangs":
            signal.pause()
        case "crashes":
            os.abort()
        case "eats":
            bytearray(8 * 1024**3)
        case "slow":
            sum(range(3_000_000))
        case "rejected":
            return Rejection(capture.path, "no words")
    return simple(capture.content.decode(), capture.path)


def test_every_page_comes_out_in_order_and_bad_ones_hurt_only_themselves() -> None:
    names = ["good1", "hangs", "slow", "crashes", "good2", "eats", "rejected", "good3"]
    event = IngestEvent(kind="unchanged", file="known", path="known")
    items: list[Capture | IngestEvent] = [captured(name, name) for name in names]
    items.insert(3, event)
    limits = Limits(seconds=2.0, memory=4 * 1024**3)
    found = [*read_in_processes(items, workers=2, limits=limits, read=read_oddly)]
    assert found.pop(3) is event
    pairs = [one for one in found if not isinstance(one, IngestEvent)]
    assert [capture.name for capture, _ in pairs] == names
    told = {
        capture.name: made.reason if isinstance(made, Rejection) else made.text
        for capture, made in pairs
    }
    for name in ("good1", "good2", "good3", "slow"):
        assert told[name] == name
    assert told["hangs"] == "reading it takes longer than 2 seconds"
    assert "crashed" in told["crashes"]
    assert "more memory" in told["eats"]
    assert told["rejected"] == "no words"


def test_captures_are_taken_only_as_fast_as_they_are_read() -> None:
    taken = 0

    def many() -> Iterator[Capture]:
        nonlocal taken
        for n in range(200):
            taken += 1
            yield captured(f"page {n}", f"{n}")

    reading = read_in_processes(many(), workers=1, read=read_oddly)
    for _ in range(10):
        next(reading)
    assert taken < 40
    reading.close()  # type: ignore[attr-defined]


def test_real_pages_are_read() -> None:
    page = "Ferry stays in port\n\n" + "The ferry stayed in port on Monday, the council said. " * 9
    [found] = read_in_processes([captured(page)], workers=1)
    assert not isinstance(found, IngestEvent)
    assert isinstance(found[1], Article)
    assert found[1].text == page
