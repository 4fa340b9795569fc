"""Page text inside Markdown: shown as it is, obeyed never."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rag.steps.answering.markdown import escaped

HOSTILE = [
    "![x](https://evil.example/a.png)",
    "[click](javascript:alert(1))",
    "<script>alert(1)</script>",
    "[1] [2]",
    "# Heading",
    "1. item",
    "- item",
    "| a | b |\n|---|---|",
    "```\ncode",
    "&lt;img&gt; AT&T &#60;b&#62;",
    "*bold* _it_ ~~gone~~",
    "https://evil.example www.evil.example a@evil.example",
    "$$x$$ costs $5",
    "a\u2028b\rc\n\nd",
]
PIECES = st.text(alphabet="ab [](){}<>*_`~|#+-=!&;:/\\.@$\n1") | st.sampled_from(HOSTILE)


def shown(words: str) -> str:
    page: str = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"> {words} [1]")
    return page.strip()


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(words: str) -> None:
    assert_only_words(words)


@given(st.lists(PIECES, max_size=6).map("".join))
def test_any_words_are_only_words(words: str) -> None:
    assert_only_words(words)


def assert_only_words(words: str) -> None:
    page = shown(escaped(words))
    assert not re.search(r"<(?!/?(?:blockquote|p)>)", page)
    said = html.unescape(re.sub(r"</?(?:blockquote|p)>", "", page))
    assert said.split() == [*words.split(), "[1]"]


def test_common_words_stay_readable_in_the_source_too() -> None:
    words = "“Another anti-toll show,” she said (twice); it's 6,500, not 5,500!"
    assert escaped(words) == words


def test_no_words_turn_round_what_stands_behind_them() -> None:
    assert escaped("\u2066a\u2069 \u202eb\u202c c") == "a b c"
