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

    extract(FORM, parsed(FORM), None)
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


ARTICLE = """<!DOCTYPE html><html lang="en"><head><title>Quay closed - The Orle Courier</title>
<meta name="author" content="Ann Reader"></head><body><article><h1>Quay closed</h1>
<p>The quay at Orle was closed on Monday, the harbour office said, after a storm had undermined it
on its whole length and boats had been torn away from their moorings in the night.</p>
<p>It will be mended before the herring comes, the office told those who fish from there.</p>
</article><footer><a rel="license" href="/licence">All yours</a></footer></body></html>"""
BROKEN = {
    "a part of a page": ARTICLE.partition("<body>")[2].partition("</body>")[0],
    "control characters": ARTICLE.replace("Monday", "Mon\x0bday"),
    "an element closed at once": ARTICLE.replace('<html lang="en">', '<html lang="en" />\n'),
    "a declaration": f'<?xml version="1.0" encoding="utf-8"?>{ARTICLE}',
}


def test_our_tree_is_read_as_the_source_is_and_stays_as_it_was() -> None:
    from lxml.etree import tostring
    from trafilatura import bare_extraction

    tree = parsed(ARTICLE)
    before = tostring(tree)
    found = extract(ARTICLE, tree, None)
    assert tostring(tree) == before
    peer = bare_extraction(ARTICLE, include_comments=False, with_metadata=True)
    assert peer is not None
    assert not isinstance(peer, dict)
    assert (found.body, found.title, found.author) == (peer.text, peer.title, peer.author)
    assert found.author == "Ann Reader"
    assert "before the herring comes" in found.body


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN.keys())
def test_a_page_that_trafilatura_mends_is_given_to_it_as_source(source: str) -> None:
    empty = parsed("<html><body><p>Nothing</p></body></html>")
    assert "The quay" in extract(source, empty, None).body
