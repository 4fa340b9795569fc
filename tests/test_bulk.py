"""Pages that carry megabytes of what is no text are read whole."""

import pytest

from ingest import Capture, read_page
from ingest.markup.bulk import without_bulk

WORDS = "The lock gate at Tollard stays shut until the summer, the canal office said."
PICTURE = "iVBOR" * 700_000


@pytest.mark.parametrize(
    "bulk",
    [
        "".join(f'<img alt="" src="data:image/png;base64,{PICTURE}">' for _ in range(4)),
        f"<style>@font-face {{ src: url(data:font/woff2;base64,{PICTURE}) }}</style>",
        f"<script>var pages = '{'x < y; ' * 1_600_000}';</script>",
        f"<div data-state='{'x y ' * 3_000_000}'>A gate.</div>",
    ],
)
def test_what_inflates_a_page_costs_none_of_its_words(bulk: str) -> None:
    head = "<head><title>The lock gate</title></head>"
    source = f"<html>{head}<body>{bulk}<p>{WORDS}</p></body></html>"
    article = read_page(Capture(source.encode(), "gate.html"))
    assert WORDS in article.text
    assert "iVBOR" not in article.text


@pytest.mark.parametrize("tag", ["div", "font", "b", "blockquote"])
@pytest.mark.parametrize("depth", [200, 300, 5000])
@pytest.mark.parametrize("closed", [True, False])
def test_no_words_are_lost_behind_a_deep_nest(tag: str, depth: int, closed: bool) -> None:
    nest = f"<{tag}>" * depth + f"<p>{WORDS}</p>" + f"</{tag}>" * depth * closed
    source = f"<html><body><h1>The lock gate</h1>{nest}<p>{WORDS}</p></body></html>"
    article = read_page(Capture(source.encode(), "gate.html"))
    assert article.text.count(WORDS) == 2
    assert f"{WORDS}{WORDS}" not in article.text


def test_scripts_that_never_end_are_gone_through_once() -> None:
    source = f"<html><body><p>{WORDS}</p></body></html>".encode() + b"<script>" * 200_000
    assert without_bulk(source) == source


def test_a_long_script_among_short_ones_alone_loses_what_it_holds() -> None:
    long = b"<SCRIPT>" + b"x < y; " * 200_000 + b"</script>"
    short = b"<style>p { color: red }</style>"
    assert without_bulk(short + long + short) == short + b"<SCRIPT></script>" + short


@pytest.mark.parametrize("nest", ["<table><tr><td>", "<ul><li>", "<dl><dd>"])
def test_no_words_are_lost_within_deep_tables_and_lists(nest: str) -> None:
    article = read_page(Capture(f"<html><body>{nest * 300}<p>{WORDS}</p>".encode(), "gate.html"))
    assert WORDS in article.text


def test_words_of_two_boxes_in_a_deep_nest_stay_apart() -> None:
    boxes = "<div>The lock</div><div>gate <b>st</b>ays shut.</div>"
    source = f"<html><body><p>{WORDS}</p>{'<div>' * 300}{boxes}"
    article = read_page(Capture(source.encode(), "gate.html"))
    assert "The lock\n" in article.text
    assert "gate stays shut." in article.text
