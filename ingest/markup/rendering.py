"""A page's tree to plain text, with the ranges of text that the markup speaks about.

The text is inscriptis' rendering, which follows the page's blocks, lists and tables; its
annotations give the ranges of the elements that were marked before rendering.
"""

import re
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.article import Span

if TYPE_CHECKING:
    from inscriptis.model.config import ParserConfig
    from inscriptis.model.html_element import HtmlElement as Styled
    from lxml.html import HtmlElement

_ATTRIBUTE = "data-onrecord"
_INLINE = frozenset({"a", "span", "i", "b", "em", "strong", "small", "label", "button", "input"})
_TAGS = {
    "h1": "title",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "figcaption": "caption",
    "nav": "site",
    "footer": "site",
    "aside": "site",
    "form": "site",
    "menu": "site",
    "time": "date",
    "a": "link",
    "button": "site",
}
_COMMENT = re.compile(
    r"(?:^|[\s_-])(?:comments?|kommentare?|commentaires?|comentarios?|commenti|disqus\w*|responses"
    r"|replies|discussion|leserkommentare?|leserbriefe?|reader-?comments?|user-?comments?"
    r"|comment[_-]?(?:list|section|area|wrap\w*|body|content|text|entry|item|container|thread)"
    r"|reacties|yorumlar|guestbook)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT_COMMENTS = re.compile(
    r"\b(?:no-?comments?|comments?-?(?:off|closed|count|link|number|open))\b"
)
_CLASSES = (
    (
        "author",
        re.compile(r"(?:^|[\s_-])(?:by-?line|author|autor|writer|redakteur)", re.IGNORECASE),
    ),
    (
        "caption",
        re.compile(r"(?:^|[\s_-])(?:wp-)?(?:caption|bildunterschrift|legend)", re.IGNORECASE),
    ),
)
_STRUCTURAL = (
    (
        "teaser",
        re.compile(
            r"(?:^|[\s_-])(?:(?:read|see)[_-]?(?:also|more|next)|lire[_-]?aussi|lees[_-]?ook"
            r"|leia[_-]?(?:mais|tambem)|lea[_-]?(?:tambien|mas)|more[_-](?:stories|news|articles)"
            r"|related(?:[_-](?:posts?|articles?|stor(?:y|ies)|links?|content|news))?)(?:$|[\s_-])",
            re.IGNORECASE,
        ),
    ),
    (
        "lead",
        re.compile(
            r"(?:^|[\s_-])(?:lead|lede|standfirst|stand-first|dek|chapo|article[_-]?(?:intro|lead)"
            r"|vorspann)(?:$|\s)",
            re.IGNORECASE,
        ),
    ),
)
_LONGEST_NAMES = 1000
_QUOTED_FROM = frozenset({"cite", "footer"})
_KINDS = ("comment", "author", "teaser", "lead", "cite", *sorted(set(_TAGS.values())))


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page as text, and where in it each kind of markup applies."""

    text: str
    marks: dict[str, tuple[Span, ...]]
    """For each of `comment`, `title`, `heading`, `caption`, `site`, `date`, `link`, `author`,
    `teaser`, `lead` and `cite` (whom a quotation set apart is from): the ranges of text inside such
    elements, in text order."""


def render(tree: "HtmlElement") -> Rendering:
    """Return the visible text of `tree` with the ranges of its meaningful elements.

    The tree's elements are given an attribute on the way.
    """
    from inscriptis import Inscriptis

    for element in tree.iter():
        kinds = _kinds(element)
        if kinds:
            element.set(_ATTRIBUTE, " ".join(kinds))
    engine = Inscriptis(tree, _config())
    text = engine.get_text()
    found: dict[str, list[tuple[int, int]]] = {kind: [] for kind in _KINDS}
    for note in engine.get_annotations():
        if note.start < note.end:
            found[note.metadata].append((note.start, note.end))
    marks = {kind: tuple(Span(*one) for one in sorted(ends)) for kind, ends in found.items()}
    return Rendering(text, marks)


def _kinds(element: "HtmlElement") -> list[str]:
    tag = element.tag
    if not isinstance(tag, str) or tag in {"html", "body", "head"}:
        return []
    if tag in _QUOTED_FROM and any(True for _ in element.iterancestors("blockquote")):
        return ["cite"]
    kinds = [_TAGS[tag]] if tag in _TAGS else []
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names != " " and len(names) <= _LONGEST_NAMES:
        kinds += [kind for kind in _kinds_named(names, tag in _INLINE) if kind not in kinds]
    return kinds


@lru_cache(1024)
def _kinds_named(names: str, inline: bool) -> tuple[str, ...]:
    """Return the kinds that an element's class and id tell; most elements of a page share them."""
    kinds: list[str] = []
    if not inline:
        if _COMMENT.search(names) and not _NOT_COMMENTS.search(names):
            kinds.append("comment")
        kinds += [kind for kind, pattern in _STRUCTURAL if pattern.search(names)]
    kinds += [kind for kind, pattern in _CLASSES if pattern.search(names)]
    return tuple(kinds)


def _config() -> "ParserConfig":
    """Return a renderer's settings by which elements are annotated with the kinds set on them.

    The library's own annotation rules would copy its whole style sheet for every page, and ask
    each kind's rule at each element marked.
    """
    from inscriptis.css_profiles import CSS_PROFILES
    from inscriptis.model.config import DEFAULT_CSS_PROFILE_NAME, ParserConfig

    css = CSS_PROFILES[DEFAULT_CSS_PROFILE_NAME]
    # A rendering writes to the body's style: pages that are read at once need one each.
    config = ParserConfig(css={**css, "body": copy(css["body"])})
    handler = config.attribute_handler
    handler.attribute_mapping = {**handler.attribute_mapping, _ATTRIBUTE: _annotate}
    return config


def _annotate(kinds: str, element: "Styled") -> None:
    element.annotation += tuple(kinds.split())
