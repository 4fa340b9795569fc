"""An answer's Markdown as HTML: emphasis, paragraphs and lists, and our own `[n]` markers.

No links, no images, no HTML: the text of a page may stand in an answer, and whatever it says in
Markdown or HTML stays words. Only an unescaped `[n]` whose number was issued becomes a citation.
"""

import re
from collections.abc import Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from rag.doors.readable import readable

_MARKER = re.compile(r"\[([0-9]{1,4})\]")

_SWITCHED_OFF = [
    "autolink",
    "backticks",
    "blockquote",
    "code",
    "fence",
    "heading",
    "hr",
    "html_block",
    "html_inline",
    "image",
    "lheading",
    "link",
    "reference",
]


def prose(markdown: str, chips: Mapping[int, Markup]) -> Markup:
    """Return `markdown` as HTML on one line, each marker `[n]` replaced by `chips[n]`."""

    def cite(state: StateInline, silent: bool) -> bool:
        found = _MARKER.match(state.src, state.pos)
        if found is None or int(found[1]) not in chips:
            return False
        if not silent:
            state.push("cite", "", 0).content = found[1]
        state.pos = found.end()
        return True

    def chip(_: RendererHTML, tokens: Sequence[Token], at: int, *__: object) -> str:
        return chips[int(tokens[at].content)]

    reader = MarkdownIt("commonmark", {"html": False}).disable(_SWITCHED_OFF)
    reader.inline.ruler.before("link", "cite", cite)
    reader.add_render_rule("cite", chip)
    html = reader.render(readable(markdown)).strip().replace("\n", " ")
    return Markup(html)  # noqa: S704 - the reader escapes all text and makes no attributes
