"""Authors and titles that the head of a web page declares."""

import json

import pytest

from ingest import Article, Capture, read_page

TEXT = (
    "<p>The lock at Tollard was shut in March after divers found both gates sunk in the mud.</p>"
    "<p>Bo Ek, who has kept the lock for thirty years, said he had told the canal office twice.</p>"
    "<p>The office has the money for new gates, and no steel to make them from before May.</p>"
)
TITLE = "Lock at Tollard shut after gates sink in the mud"


def _read(head: str, body: str = "") -> Article:
    body = body or f"<h1>{TITLE}</h1>{TEXT}"
    page = f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    return read_page(Capture(page.encode(), "page.html", "page.html"))


def _data(*nodes: dict[str, object]) -> str:
    graph = {"@context": "https://schema.org", "@graph": nodes}
    return f'<script type="application/ld+json">{json.dumps(graph)}</script>'


def _card(label: str, told: str) -> str:
    label = f'<meta name="twitter:label1" content="{label}">'
    return f'{label}<meta name="twitter:data1" content="{told}">'


def _article(author: object, **more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": TITLE, "author": author, **more}


PAPER = {"@type": "Organization", "name": "Lennpost"}
MARN = {"@type": "Person", "name": "Ilse K. Marn"}
OF_PAPER = (
    '<meta name="author" content="Lennpost"><meta property="og:site_name" content="Lennpost">'
)
HELM = {"@type": "Person", "name": "Dora Helm"}


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (_data(_article(MARN)), "Ilse K. Marn"),
        (_data(_article([MARN, HELM])), "Ilse K. Marn; Dora Helm"),
        (_data(_article([PAPER, MARN], publisher=PAPER)), "Ilse K. Marn"),
        (
            _data({**MARN, "@id": "#marn"}, _article({"@id": "#marn"})),
            "Ilse K. Marn",
        ),
        (OF_PAPER + _data(_article(MARN)), "Ilse K. Marn"),
        (OF_PAPER, None),
        (_card("Written by", "Dora Helm"), "Dora Helm"),
        (_card("Reading time", "Four Minutes"), None),
        ('<meta name="author" content="Author Dora Helm">', "Dora Helm"),
        ('<meta name="author" content="Dora von Helm">', "Dora von Helm"),
        ('<meta name="author" content="admin">', None),
    ],
)  # fmt: skip
def test_whom_the_head_names_as_author(head: str, author: str | None) -> None:
    assert _read(head).byline.value == author


def test_a_site_named_after_its_author_has_that_author() -> None:
    site = '<meta property="og:site_name" content="Dora Helm">'
    assert _read(f'<meta name="author" content="Dora Helm">{site}').byline.value == "Dora Helm"


def test_the_name_is_written_as_the_page_shows_it() -> None:
    body = f"<h1>{TITLE}</h1><div>By T. V. Helm</div>{TEXT}"
    article = _read('<meta name="author" content="T V Helm">', body)
    assert article.byline.value == "T. V. Helm"
    assert article.byline.evidence is not None
    assert article.byline.evidence.of(article.text) == "T. V. Helm"


@pytest.mark.parametrize("title", [TITLE, f"{TITLE} | Lennpost", f"{TITLE} - Lennpost"])
def test_the_title_is_a_lesser_heading_that_the_page_itself_is_named_by(title: str) -> None:
    body = f"<h1>Notes from the canal</h1><h1>All letters</h1><h2>{TITLE}</h2>{TEXT}"
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    assert read_page(Capture(page.encode(), "page.html", "page.html")).title.value == TITLE
