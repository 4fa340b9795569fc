"""What trafilatura makes of a page: its main text and what it says about itself."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ingest.markup.tree import plain_elements

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WHOLE = re.compile(r"\s*<(?:html|!doctype)", re.IGNORECASE)
_BEGINNING = 50
_MENDED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CLOSED = re.compile(r"<html[^>]*/>", re.IGNORECASE)
_TOP = 4096
_SPACES = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W_]+")
_CELLS = re.compile(r"\s{2,}")
_MOST_BODY = 2_000_000
_LEAST_PART = 20
"""Letters from which a line may be a part of a block of the main text; below, it must be one."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """A library's reading of a page, to be aligned with the page's rendered text."""

    body: str = ""
    """The main text, one block a line, without readers' comments."""
    title: str | None = None
    author: str | None = None
    site: str | None = None
    url: str | None = None
    section: str | None = None
    date: str | None = None
    """What htmldate finds when it searches the whole page, ISO."""


def extract(source: str, tree: "HtmlElement", url: str | None) -> Extraction:
    """Return trafilatura's reading of a page; an empty one when it finds nothing.

    `tree` is the page's whole tree; it stays as it is.
    """
    import trafilatura

    page = tree if _is_sound(source) else source

    _hasten()
    found = trafilatura.bare_extraction(page, url=url, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return Extraction()
    return Extraction(
        body=(found.text or "")[:_MOST_BODY],
        title=found.title or None,
        author=found.author or None,
        site=found.sitename or None,
        url=found.url or None,
        date=found.date or None,
        section=found.categories[0] if found.categories else None,
    )


def _is_sound(source: str) -> bool:
    """Return whether trafilatura would make the same tree of `source` as we do.

    Broken pages it mends before it parses them, and takes others for a part of a page.
    """
    whole = _WHOLE.match(source) is not None and "html" in source[:_BEGINNING].lower()
    return whole and not _MENDED.search(source) and not _CLOSED.search(source[:_TOP])


@cache
def _hasten() -> None:
    """Let trafilatura do only what is asked of it, and say nothing of pages that it cannot read.

    Its parser makes plain elements, since it uses no methods of forms and links; and it need not
    go through the whole page for tags and a licence, which nobody here asks for.
    """
    from trafilatura import load_html, metadata, xpaths

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    xpaths.TAGS_XPATHS.clear()
    metadata.extract_license = _no_license
    tree = load_html("<html><head></head><body></body></html>")
    if tree is not None:
        tree.getroottree().parser.set_element_class_lookup(plain_elements())


def _no_license(tree: "HtmlElement") -> None:
    """Return no licence."""


def held(texts: Sequence[str], body: str) -> list[bool]:
    """Return for each text whether the main text has it.

    Only letters and digits are compared, since the two renderings space and punctuate differently.
    A long line may be a part of a block, and it is enough that its beginning or its end is; a
    short one must be a whole line or table cell of the main text.
    """
    lines = [_letters(line) for line in re.split(r"[\n|]", body)]
    whole, single = "".join(lines), frozenset(lines) - {""}
    return [_held(text, whole, single) for text in texts]


def _held(text: str, whole: str, lines: frozenset[str]) -> bool:
    wanted = _letters(text)
    if not wanted:
        return False
    if len(wanted) >= 3 * _LEAST_PART:
        half = len(wanted) // 2
        return wanted[:half] in whole or wanted[half:] in whole
    if len(wanted) >= _LEAST_PART and wanted in whole:
        return True
    cells = _CELLS.split(text)
    if len(cells) == 1:
        return wanted in lines
    return all(cell in lines for cell in map(_letters, cells) if cell)


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text)).casefold()


def squeezed(text: str) -> str:
    """Return `text` with every run of white space made one space."""
    return _SPACES.sub(" ", text).strip()
