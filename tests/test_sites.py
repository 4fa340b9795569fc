"""What repeats on a site is the site's, whatever order its pages came in."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_vectors import WordVectors

from ingest import Article, Capture, Voice, named_lines, outline, read_page, site_lines
from rag.wiring.ingesting import ingest_captures, remove_articles
from rag.wiring.storage import open_reading

PROMO = "The harbour in your inbox: the best of our reporting every Friday, free for all readers."
TAIL = "Give us three minutes and tell our newsroom what it should look into next, in confidence."
TOPICS = (
    ("Ferry stays in port for a third day", "ferry", "captain", "gale"),
    ("Mill on the Lenn to open as a museum", "mill", "curator", "wheel"),
    ("Council votes for a second tram line", "tram", "councillor", "track"),
    ("School kitchen cooks for the whole quarter", "kitchen", "cook", "oven"),
    ("Glassworks take on forty apprentices", "glassworks", "foreman", "furnace"),
    ("Old cinema shows films again after the fire", "cinema", "owner", "screen"),
    ("Lighthouse keeper retires after four decades", "lighthouse", "keeper", "lamp"),
)


def _body(topic: int) -> list[str]:
    title, thing, person, part = TOPICS[topic]
    return [
        title,
        f"The {thing} is the talk of the town this week, and the {person} has had little sleep.",
        f"“Nobody has seen such a {part} in forty years,” the {person} said on Monday morning.",
        f"Neighbours brought soup to the {thing} while the {part} was looked after by two men.",
        PROMO,
        f"By the evening the {part} was in order again, and the {person} thanked all who had come.",
        f"The {thing} will be looked over once more in the spring, when the days are longer again.",
        TAIL,
    ]


def _page(topic: int, site: str = "Kestrel Ledger", name: str = "") -> Capture:
    lines = [site, "News", "Sport", "Weather", *_body(topic), site, f"© 2031 {site}"]
    return Capture("\n\n".join(lines).encode(), name or f"{topic}.txt", name or f"{topic}.txt")


def _regions(folder: Path) -> dict[str, tuple[object, ...]]:
    reading = open_reading(folder, WordVectors())
    ids = [one.id for one in reading.catalogue.summaries()]
    found = [article for one in ids if (article := reading.catalogue.article(one))]
    assert reading.catalogue.faults() == []
    assert reading.catalogue.pending() == 0
    own = [one for one in reading.catalogue.passages_of(ids) if one.voice is not Voice.COMMENT]
    assert reading.index.count("current") == len(own)
    reading.close()
    return {one.path: (one.regions, one.statements, one.title) for one in found}


def _ingested(folder: Path, captures: list[Capture]) -> list[str]:
    return [event.kind for event in ingest_captures(captures, folder, WordVectors())]


def _voice(article: Article, words: str) -> Voice:
    at = article.text.index(words)
    return next(one.voice for one in article.regions if one.start <= at < one.end)


PAGES = [_page(topic) for topic in range(7)]


def test_a_site_s_notice_is_told_from_its_articles(tmp_path: Path) -> None:
    assert _voice(read_page(PAGES[0]), PROMO) is Voice.NARRATION  # by itself it could be either
    kinds = _ingested(tmp_path, PAGES)
    assert kinds == ["added"] * 7 + ["reread"] * 7
    reading = open_reading(tmp_path, WordVectors())
    for one in reading.catalogue.summaries():
        article = reading.catalogue.article(one.id)
        assert article is not None
        assert _voice(article, PROMO) is Voice.FURNITURE
        assert _voice(article, "By the evening") is Voice.NARRATION
        assert one.kept < read_kept(article)
    assert reading.catalogue.keyword("newsroom inbox", 9) == []
    assert len(reading.catalogue.keyword("evening", 9)) == 7
    reading.close()
    assert _ingested(tmp_path, PAGES) == ["unchanged"] * 7


def read_kept(article: Article) -> int:
    """Return the characters that the page's own reading keeps."""
    capture = Capture(article.text.encode(), article.file, article.path)
    kept = (one for one in read_page(capture).regions if one.voice is not Voice.FURNITURE)
    return sum(one.end - one.start for one in kept)


@pytest.mark.parametrize("seed", range(3))
def test_neither_order_nor_jobs_nor_removed_pages_matter(tmp_path: Path, seed: int) -> None:
    _ingested(tmp_path / "one", PAGES)
    wanted = _regions(tmp_path / "one")
    chance = random.Random(seed)  # noqa: S311 - nothing is secret here
    shuffled = chance.sample([*PAGES, _page(0, "Tollgate Review", "other.txt")], 8)
    at = chance.randrange(1, 7)
    for part in (shuffled[:at], shuffled[at:]):
        _ingested(tmp_path / "two", part)
    reading = open_reading(tmp_path / "two", WordVectors())
    [stranger] = [one.id for one in reading.catalogue.summaries() if one.path == "other.txt"]
    reading.close()
    remove_articles([stranger], tmp_path / "two", WordVectors())
    assert _regions(tmp_path / "two") == wanted


def test_pages_are_read_as_by_themselves_when_too_few_are_left(tmp_path: Path) -> None:
    _ingested(tmp_path, PAGES)
    reading = open_reading(tmp_path, WordVectors())
    ids = {one.path: one.id for one in reading.catalogue.summaries()}
    reading.close()
    remove_articles([ids[f"{n}.txt"] for n in range(1, 7)], tmp_path, WordVectors())
    alone = read_page(PAGES[0])
    assert _regions(tmp_path) == {"0.txt": (alone.regions, alone.statements, alone.title)}


def test_a_new_version_that_goes_back_to_the_old_one_is_settled_too(tmp_path: Path) -> None:
    _ingested(tmp_path, PAGES)
    wanted = _regions(tmp_path)
    changed = Capture(PAGES[0].content + b"\n\nAnd more.", "0.txt", "0.txt")
    assert "replaced" in _ingested(tmp_path, [changed])
    assert "replaced" in _ingested(tmp_path, [PAGES[0]])
    assert _regions(tmp_path) == wanted


def test_copies_of_one_article_make_nothing_the_site_s() -> None:
    copies = [read_page(_page(0, name=f"{n}.txt")) for n in range(9)]
    assert site_lines([outline(one) for one in copies]) == frozenset()
    mixed = [outline(read_page(page)) for page in PAGES] + [outline(one) for one in copies]
    lines = named_lines(copies[0].text, site_lines(mixed)).lines
    assert any("in your inbox" in line for line in lines)
    assert not any("ferry" in line for line in lines)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(7)))
def test_what_repeats_does_not_hang_on_order(order: list[int]) -> None:
    outlines = [outline(read_page(page)) for page in PAGES]
    assert site_lines([outlines[n] for n in order]) == site_lines(outlines)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.ledger.example/a", "ledger.example"),
        ("https://web.archive.example/web/2019/http://m.ledger.example/a?b=c", "ledger.example"),
    ],
)
def test_a_site_is_named_for_its_host(url: str, site: str) -> None:
    page = Capture(PAGES[0].content, "a.txt", "a.txt", url=url)
    assert outline(read_page(page)).site == site
