"""A page's tree to plain text, with the ranges of text that the markup speaks about.

The text is inscriptis' rendering, which follows the page's blocks, lists and tables; its
annotations give the ranges of the elements that were marked before rendering.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.article import Span

if TYPE_CHECKING:
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
    from inscriptis.model.config import ParserConfig

    for element in tree.iter():
        kinds = _kinds(element)
        if kinds:
            element.set(_ATTRIBUTE, " ".join(kinds))
    rules = {f"#{_ATTRIBUTE}={kind}": [kind] for kind in _KINDS}
    engine = Inscriptis(tree, ParserConfig(annotation_rules=rules))
    text = engine.get_text()
    found: dict[str, list[Span]] = {kind: [] for kind in _KINDS}
    for note in engine.get_annotations():
        if note.start < note.end:
            found[note.metadata].append(Span(note.start, note.end))
    return Rendering(text, {kind: tuple(sorted(spans)) for kind, spans in found.items()})


def _kinds(element: "HtmlElement") -> list[str]:
    tag = element.tag
    if not isinstance(tag, str) or tag in {"html", "body", "head"}:
        return []
    if tag in _QUOTED_FROM and any(True for _ in element.iterancestors("blockquote")):
        return ["cite"]
    kinds = [_TAGS[tag]] if tag in _TAGS else []
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names == " " or len(names) > 1000:
        return kinds
    if tag not in _INLINE and _COMMENT.search(names) and not _NOT_COMMENTS.search(names):
        kinds.append("comment")
    if tag not in _INLINE:
        kinds += [kind for kind, pattern in _STRUCTURAL if pattern.search(names)]
    kinds += [kind for kind, pattern in _CLASSES if kind not in kinds and pattern.search(names)]
    return kinds
