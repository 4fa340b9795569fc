"""What a reader sees of an answer's Markdown, worked out by a Markdown library of its own.

Written apart from the product's escaping on purpose: an examiner does not use the pupil's ruler.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from evals.folding import fold

_MARKER = re.compile(r"(?<!\\)\[(\d+)\]")
_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]*://\S|\bwww\.\w", re.IGNORECASE)
_QUOTED = re.compile(r'"([^"]+)"')
_DOUBLED = re.compile(r"''|``")
_ACTIVE = frozenset(
    "link_open image html_inline html_block code_block fence heading_open table_open".split()  # noqa: SIM905
)
_SHOWN = frozenset({"text", "code_inline", "code_block", "fence", "html_block", "html_inline"})
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of an answer."""

    text: str
    """As a reader sees it, on one line."""
    markers: tuple[int, ...]

    @property
    def before_markers(self) -> str:
        """What stands before the last marker: after it only the source is told."""
        return _MARKER.sub("\0", self.text).rpartition("\0")[0] or self.text

    @property
    def quoted(self) -> Iterator[str]:
        """What stands between quotation marks, folded, where it is more than a word or two."""
        folded = fold(_DOUBLED.sub('"', self.text))
        for found in _QUOTED.finditer(folded):
            if len(found[1].split()) >= _FEWEST_WORDS:
                yield found[1].strip()


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer's text as a browser would make it."""

    blocks: tuple[Block, ...]
    active: tuple[str, ...]
    """Links, images, HTML and addresses that a browser might follow."""

    @property
    def text(self) -> str:
        """All that is seen."""
        return "\n".join(block.text for block in self.blocks)


def seen(markdown: str) -> Seen:
    """Return what becomes of this Markdown."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    active = [f"{found.group()}…" for found in _ADDRESS.finditer(_unescaped(markdown))]
    active += [one.type for one in _all(parser.parse(markdown)) if one.type in _ACTIVE]
    return Seen(tuple(_blocks(parser.parse(_marked(markdown)))), tuple(active))


def _marked(markdown: str) -> str:
    """Put our own markers in signs that the parser leaves alone, so that they stay countable."""
    return _MARKER.sub(lambda found: f"\ue000{found[1]}\ue001", markdown)


def _unescaped(markdown: str) -> str:
    """Return the source as a renderer that links bare addresses reads it."""
    return html.unescape(markdown)


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _all(token.children or [])


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    for token in tokens:
        if token.type == "inline":
            parts = (_words(child) for child in token.children or [])
            yield _block("".join(parts))
        elif token.type in _SHOWN:
            yield _block(token.content)


def _words(token: Token) -> str:
    if token.type in _SHOWN:
        return token.content
    return " " if token.type in ("softbreak", "hardbreak") else ""


def _block(text: str) -> Block:
    markers = tuple(int(n) for n in re.findall("\ue000(\\d+)\ue001", text))
    return Block(text.replace("\ue000", "[").replace("\ue001", "]"), markers)
