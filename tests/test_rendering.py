"""The rendering of a page is the library's own, with its elements marked."""

from ingest.markup.rendering import render
from ingest.markup.tree import parsed

PAGE = """<html><body><nav id="comments-off">Menu</nav><h1 class="author">The quay</h1>
<blockquote>We mended it.<footer class="by-line">Ann Reader</footer></blockquote>
<div class="comment related-posts">See the old quay</div><p>Nobody   came
 to see <b> it </b>.</p></body></html>"""


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
