"""What a reader of the page would not see is not in the article."""

import pytest

from evals.bad_files.pdfs import page_of, stream
from ingest import Capture, Voice, read_page
from ingest.errors import UnreadablePage

SEEN = "The old mill on the Lenn will open as a museum next spring, its owners said on Friday."
SECRET = "The council has promised the owners nine million for the new bridge over the race."


def _page(piece: str, style: str = "") -> str:
    html = (
        f"<html><head><title>Mill to open</title><style>{style}</style></head><body><article>"
        f"<h1>Mill to open</h1><p>{SEEN}</p>{piece}<p>{SEEN} {SEEN}</p></article></body></html>"
    )
    return read_page(Capture(html.encode(), "page.html")).text


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        'style="display: none"',
        'style="visibility:hidden"',
        'style="opacity:0"',
        'style="color:#FFF"',
        'style="color: white; background: #ffffff"',
        'style="color:#123456;background-color:#123456"',
        'style="color:transparent"',
        'style="font-size:0"',
        'style="font-size:1px;color:black"',
        'style="position:absolute;left:-9999px"',
        'style="text-indent:-5000px"',
        'style="height:0;overflow:hidden"',
        'style="position:absolute;clip:rect(0,0,0,0)"',
        'class="lead sr-only"',
        'class="away"',
        'id="gone"',
    ],
)
def test_hidden_text_is_not_in_the_article(attributes: str) -> None:
    style = "/* .lead */ .away { display:none !important } p, #gone{visibility : hidden}"
    text = _page(f"<p {attributes}>{SECRET}</p>", style)
    assert SECRET not in text
    assert text.count(SEEN) == 3


@pytest.mark.parametrize(
    "attributes",
    [
        'style="color:#ffffff;background:#000"',
        'style="opacity:0.9"',
        'style="font-size:12px"',
        'style="background:white;color:black"',
        'style="left:-10px"',
        'style="height:0"',
        'class="wide"',
        'class="toggled"',
        'hidden="until-found"',
        'aria-hidden="false"',
    ],
)
def test_text_that_is_shown_stays(attributes: str) -> None:
    style = (
        "@media print { .wide { display: none } } .toggled { display:none }"
        " .open .toggled { display:block }"
    )
    assert SECRET in _page(f"<p {attributes}>{SECRET}</p>", style)


def test_a_page_that_a_script_would_show_is_read() -> None:
    html = f"<html><head><style>#all{{display:none}}</style></head><body><div id=all><p>{SEEN}</p>"
    article = read_page(Capture(html.encode(), "page.html"))
    assert SEEN in article.text


def test_white_text_in_a_painted_box_is_read() -> None:
    assert SECRET in _page(f'<div class="box"><p style="color:#fff">{SECRET}</p></div>')


def test_a_page_of_hidden_text_alone_shows_no_text() -> None:
    with pytest.raises(UnreadablePage, match="no text"):
        read_page(Capture(b"<html><body><p hidden>Mill</p></body></html>", "page.html"))


def test_a_page_that_is_hidden_whole_until_a_script_ran_is_read() -> None:
    """Such a box holds the article; what is hidden within it stays so."""
    told = "".join(
        f"<p>The pilots of pier {pier} voted to strike on Friday.</p>" for pier in range(20)
    )
    box = f'<div style="display: none;">{told}<p hidden>Nobody voted.</p></div>'
    article = read_page(Capture(f"<html><body><p>Menu</p>{box}</body></html>".encode(), "a.html"))
    assert "pier 19 voted" in article.text
    assert "Nobody" not in article.text


def test_nothing_hidden_speaks() -> None:
    quote = f'<p style="display:none">“{SECRET}” said Toma Rehn.</p>'
    html = f"<html><body><h1>Mill to open</h1><p>{SEEN}</p>{quote}<p>{SEEN}</p></body></html>"
    article = read_page(Capture(html.encode(), "page.html"))
    assert not any(one.speaker and one.speaker.name == "Toma Rehn" for one in article.statements)
    assert any(region.voice is Voice.NARRATION for region in article.regions)


def _drawn(*pieces: str) -> str:
    lines = (f"{piece} 0 -20 Td" for piece in pieces)
    drawn = f"BT /F1 11 Tf 60 760 Td {' '.join(lines)} ET"
    return read_page(Capture(page_of(stream(drawn.encode("latin-1"))), "page.pdf")).text


@pytest.mark.parametrize(
    "piece",
    [
        f"1 1 1 rg ({SECRET}) Tj 0 g",
        f"1 g [({SECRET})] TJ 0 g",
        f"0 0 0 0 k ({SECRET}) Tj 0 g",
        f"3 Tr ({SECRET}) Tj 0 Tr",
        f"/F1 0.5 Tf ({SECRET}) ' /F1 11 Tf",
        f"q 1 1 1 rg ({SECRET}) Tj Q",
        f"0 5000 Td ({SECRET}) Tj 0 -5000 Td",
        f"3000 0 Td ({SECRET}) Tj -3000 0 Td",
        f"q 1 0 0 1 0 -4000 cm ({SECRET}) Tj Q",
    ],
)
def test_words_that_a_pdf_does_not_show_are_not_read(piece: str) -> None:
    text = _drawn(f"({SEEN}) Tj", piece, f"({SEEN}) Tj")
    assert "nine million" not in text
    assert text.replace("\n", " ").count("old mill") == 2


def test_words_over_a_scanned_page_are_read() -> None:
    assert "old mill" in _drawn(f"3 Tr ({SEEN}) Tj", f"({SECRET}) Tj")
    assert "nine million" in _drawn(f"({SEEN}) Tj", f"0.2 g ({SECRET}) Tj")


def test_what_stands_behind_a_hidden_element_does_not_show_it() -> None:
    loose = f"{SEEN} " * 20
    html = (
        f'<html><body><p>{SEEN}</p><span style="display:none">{SECRET}</span>{loose}</body></html>'
    )
    text = read_page(Capture(html.encode(), "page.html")).text
    assert SEEN in text
    assert SECRET not in text


@pytest.mark.parametrize("sheet", ["a" * 400_000, "@" * 400_000, "/*" * 200_000, "@a{" * 100_000])
def test_a_style_sheet_that_never_ends_is_gone_through_once(sheet: str) -> None:
    style = f".away {{ display: none }} {sheet}"
    text = _page(f'<p class="away">{SECRET}</p>', style)
    assert SECRET not in text


def test_a_large_hidden_block_beside_a_headed_text_stays_hidden() -> None:
    html = (
        f"<html><body><h1>Mill to open</h1><p>{SEEN}</p>"
        f'<div style="display:none">{f"<p>{SECRET}</p>" * 40}</div></body></html>'
    )
    text = read_page(Capture(html.encode(), "page.html")).text
    assert SEEN in text
    assert SECRET not in text
