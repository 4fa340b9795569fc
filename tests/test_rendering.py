"""The rendering of a page is the library's own, put together faster."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from inscriptis.model.canvas.block import Block
from inscriptis.model.canvas.prefix import Prefix

from ingest.markup.rendering import merge_text, render
from ingest.markup.tree import parsed

PAGE = """<html><body><nav id="comments-off">Menu</nav><h1 class="author">The quay</h1>
<blockquote>We mended it.<footer class="by-line">Ann Reader</footer></blockquote>
<div class="comment related-posts">See the old quay</div><p>Nobody   came
 to see <b> it </b>.</p></body></html>"""


@dataclass
class Letters:
    """A line to which text is added letter by letter, as the library says that it does."""

    text: str = ""
    after_space: bool = True

    def add(self, text: str) -> None:
        """Add a piece."""
        for letter in text:
            if not letter.isspace():
                self.text += letter
                self.after_space = False
            elif not self.after_space:
                self.text += " "
                self.after_space = True


@given(st.lists(st.text(alphabet="ab \n\t\xa0\u2003", max_size=6), max_size=5))
def test_white_space_is_taken_together_as_letter_by_letter(pieces: list[str]) -> None:
    """Every way to cut a line into pieces gives the same line."""
    block, letters = Block(0, Prefix()), Letters()
    for piece in pieces:
        merge_text(block, piece)
        letters.add(piece)
    assert (block._content, block.idx) == (letters.text, len(letters.text))
    assert block.collapsable_whitespace == letters.after_space


def test_every_kind_of_an_element_is_marked() -> None:
    """An element's tag and its names tell kinds, and one may have several."""
    rendering = render(parsed(PAGE))
    marked = {
        kind: [span.of(rendering.text).strip() for span in spans]
        for kind, spans in rendering.marks.items()
        if spans
    }
    assert marked == {
        "site": ["Menu"],
        "title": ["The quay"],
        "author": ["The quay"],
        "cite": ["Ann Reader"],
        "comment": ["See the old quay"],
        "teaser": ["See the old quay"],
    }
    assert rendering.text.rstrip().endswith("Nobody came to see it .")


def test_pages_rendered_in_turn_do_not_mix() -> None:
    """Nothing of one page is left for the next."""
    first = render(parsed(PAGE)).text
    render(parsed(PAGE.replace("Nobody", "Everybody")))
    assert render(parsed(PAGE)).text == first
    assert first.count("Nobody") == 1
