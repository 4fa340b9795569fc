"""Bytes of a web page to a tree that holds only what a reader of the page would see."""

import codecs
import re
from functools import cache
from typing import TYPE_CHECKING

from ingest.charsets import encoding_named
from ingest.decoding import decode
from ingest.errors import UnreadablePage
from ingest.markup.bulk import without_bulk
from ingest.markup.hidden import hidden_elements, uncover
from ingest.markup.layout import unroll_layout

if TYPE_CHECKING:
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlElement

_START = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?><!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PIECE = re.compile(
    rb"^\s*(?><!--.{0,2000}?-->\s*)*<(?:article|section|main|header|div|p|h[1-3]|table|ul|ol|font|center"
    rb"|span|title|meta|link|script|style|iframe|blockquote)(?:\s[^<>]{0,2000})?/?>.*?(?:</|<[a-z])",
    re.IGNORECASE | re.DOTALL,
)
"""What pieces of pages begin with, as programs store them that take pages apart."""
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_UNSEEN = (
    *("script", "style", "template", "svg", "math", "object", "embed", "iframe", "canvas"),
    *("rt", "rp"),  # how to pronounce the word that stands before them
)
_BROKEN_SHARE = 0.002


class CutShort(UnreadablePage):
    """A page that the parser does not read to its end."""


def is_html(content: bytes, name: str) -> bool:
    """Return whether these bytes are a web page or a piece of one: they begin so, or are named so.

    Markdown may begin with a tag and is none.
    """
    head = content[:8192]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode()
    head = head.removeprefix(codecs.BOM_UTF8)
    if _START.match(head):
        return True
    lower = name.lower()
    if lower.endswith((".md", ".markdown")):
        return False
    named = lower.endswith((".html", ".htm", ".xhtml", ".shtml")) and b"<" in head
    return named or _PIECE.match(head) is not None


def decode_html(content: bytes) -> str:
    """Return the page's source, in the encoding that it has or declares, without inlined files.

    A byte order mark tells more than a declaration, and so do letters that are UTF-8: programs that
    save pages often change the encoding and leave the declaration. Single broken bytes, as old
    pages have, become replacement characters. Raises UnreadablePage for what is no text.
    """
    content = without_bulk(content)
    declared = None if _is_wide_utf8(content) else encoding_named(_declared(content))
    if declared is not None and declared != "utf-8":
        text = content.decode(declared, "replace")
        if text.count("\ufffd") <= max(5, len(text) * _BROKEN_SHARE):
            return text
    try:
        return decode(content)
    except UnreadablePage:
        text = content.decode("utf-8", "replace")
        if text.count("\ufffd") > max(5, len(text) * _BROKEN_SHARE):
            raise
        return text


def _is_wide_utf8(content: bytes) -> bool:
    """Return whether these bytes are marked, or are UTF-8 with letters beyond ASCII."""
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    if content.isascii():
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(content: bytes) -> str:
    found = _CHARSET.search(content[:4096])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def parsed(source: str) -> "HtmlElement":
    """Return the page's whole tree, comments and instructions left out.

    Nothing outside the page is read: no entity, no address. Raises UnreadablePage when there is
    nothing to parse, and CutShort when the parser gives up within the page.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False, no_network=True)
    parser.set_element_class_lookup(plain_elements())
    try:
        tree = document_fromstring(_DECLARATION.sub("", source), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise UnreadablePage("the web page is empty") from error
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise CutShort("the web page is nested too deep, or too large, to be read whole")
    return tree


@cache
def plain_elements() -> "ElementDefaultClassLookup":
    """Return a lookup that makes every element of a tree an `HtmlElement`.

    The one that lxml's HTML parsers come with asks Python for the class whenever an element is
    touched, so that forms and links have methods of their own; an eighth of reading went there.
    """
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlElement

    return ElementDefaultClassLookup(element=HtmlElement)


def keep_visible(tree: "HtmlElement") -> "HtmlElement":
    """Return the tree, from which what a browser does not show has been taken out."""
    from lxml import etree

    uncover(tree)
    hidden = list(hidden_elements(tree))
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    for element in hidden:
        if element.getparent() is not None:
            element.drop_tree()
    unroll_layout(tree)
    return tree
