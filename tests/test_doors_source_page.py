"""The saved page: all words in order, the cited ones marked, nothing but words from the page."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import HARBOUR, HOSTILE_PAGE, page

from ingest import Article, Fact, Span, Voice
from rag.doors.chat.source_page import source_page, web_address
from rag.doors.readable import readable


class Page(HTMLParser):
    """Collects the words of the page's regions and those in its marks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = self.marked = ""
        self.tags: list[str] = []
        self.labels: list[str] = []
        self._depth = {"p": 0, "mark": 0, "span": 0}
        self._main = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._main = self._main or ("id", "text") in attrs
        if tag in self._depth:
            self._depth[tag] += 1
        self._label = ("class", "voice") in attrs

    def handle_endtag(self, tag: str) -> None:
        if tag in self._depth:
            self._depth[tag] -= 1

    def handle_data(self, data: str) -> None:
        if not self._main:
            return
        if self._depth["p"]:
            self.words += data[1:] if data.startswith("\n") and not self.words else data
        if self._depth["mark"]:
            self.marked += data
        if self._label:
            self.labels.append(data)
            self._label = False


def words(text: str) -> str:
    """Return the text without the line ends, which a page may leave out behind a paragraph."""
    return text.replace("\n", "")


def shown(article: Article, cited: Span | None = None) -> Page:
    return Page(source_page(article, cited))


@pytest.mark.parametrize("article", [HARBOUR, HOSTILE_PAGE], ids=["plain", "hostile"])
def test_every_word_is_there_and_labelled(article: Article) -> None:
    page = shown(article)
    assert words(page.words) == words(readable(article.text))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert page.labels[1:3] == ["Headline", "Article"] or page.labels[:2] == ["Headline", "Article"]


@given(st.data())
def test_the_marked_words_are_the_cited_ones(data: st.DataObject) -> None:
    article = data.draw(st.sampled_from([HARBOUR, HOSTILE_PAGE]))
    start = data.draw(st.integers(0, len(article.text) - 1))
    end = data.draw(st.integers(start + 1, len(article.text)))
    html = source_page(article, Span(start, end))
    assert words(Page(html).marked) == words(readable(article.text[start:end]))
    assert html.count('id="quote"') <= 1


@pytest.mark.parametrize("span", [Span(5, 5), Span(9, 3), Span(0, 10**9), Span(-4, 4)])
def test_a_place_outside_the_text_marks_nothing(span: Span) -> None:
    assert "<mark" not in source_page(HARBOUR, span)


def test_long_comments_and_furniture_are_folded_unless_cited() -> None:
    long = page(
        "long.txt",
        (Voice.FURNITURE, "Home\n"),
        (Voice.NARRATION, "The bridge is closed.\n"),
        (Voice.COMMENT, "reader7: " + "I heard the bridge is fine! " * 20 + "\n"),
    )
    assert source_page(long).count("<details") == 1
    assert '<details class="fold" open' not in source_page(long)
    at = long.text.index("reader7")
    assert '<details class="fold" open' in source_page(long, Span(at, at + 7))


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://news.example/a", True),
        ("HTTP://news.example/a", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//evil.example", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, link: bool) -> None:
    assert (web_address(url) is not None) is link


def test_a_page_of_many_quotes_is_shown_in_linear_time() -> None:
    many = page("many.txt", *[(Voice.NARRATION, "“Word”, said Ada Bell. " * 2_000 + "\n")] * 5)
    assert source_page(many, Span(0, 6)).count('class="said"') == 10_000


def test_what_an_inferred_date_rests_on_is_shown() -> None:
    at = HARBOUR.text.index("Friday")
    month = Fact("2031-04", "inferred", Span(at, at + 6))
    shown = source_page(replace(HARBOUR, published=month))
    assert f"The date is inferred from “Friday” at [{at}:{at + 6}]" in shown
    assert "inferred" not in source_page(HARBOUR)
