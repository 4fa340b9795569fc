"""Elements of a page's tree: of one plain class, and the tree parsed once for head and text."""

import pytest

from ingest import Capture, read_page
from ingest.markup import reading
from ingest.markup.extraction import extract
from ingest.markup.tree import parsed

FORM = """<html><head><title>Quay</title></head><body><h1>Quay</h1><form><label>Your name</label>
<select><option>one</option></select><textarea></textarea><input name=q><a href=x>send</a></form>
<p>The quay at Orle was closed on Monday, the harbour office said.</p></body></html>"""


def test_elements_of_pages_are_plain_for_us_and_for_trafilatura() -> None:
    from lxml.html import HtmlElement
    from trafilatura import load_html

    extract(FORM, None)
    loaded = load_html(FORM)
    assert loaded is not None
    assert {type(element) for tree in (parsed(FORM), loaded) for element in tree.iter()} == {
        HtmlElement
    }


def test_a_page_is_parsed_once_and_its_hidden_head_is_still_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trees: list[object] = []

    def counted(source: str) -> object:
        trees.append(parsed(source))
        return trees[-1]

    monkeypatch.setattr(reading, "parsed", counted)
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
    page = FORM.replace("</head>", f'{data}"2023-05-02"}}</script></head>')
    article = read_page(Capture(page.encode(), "quay.html"))
    assert len(trees) == 1
    assert (article.published.value, article.published.how) == ("2023-05-02", "stated")
    assert "NewsArticle" not in article.text
