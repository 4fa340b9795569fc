"""Documents to HTML through kept converters."""

import codecs
import html
import io
import re
import zipfile
import zlib

from ingest.errors import UnreadablePage
from ingest.formats.records import Record

_MOST_INFLATED = 100_000_000
_MOST_PARTS = 5_000
_CHUNK = 1 << 16
_DAMAGE = (zipfile.BadZipFile, zlib.error, ValueError, KeyError, OSError, EOFError, RuntimeError)
_CHARSET = '<meta charset="utf-8">'
_WHOLE = re.compile(
    r"\s*(?><!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARKED_UP = re.compile(r"</(?:p|div|h[1-6]|li|blockquote|article|section)>|<(?:p|br)\s*/?>", re.I)
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def docx_html(content: bytes) -> bytes:
    """Return a Word document as HTML, without pictures and hidden words.

    Raises UnreadablePage when it is damaged, inflates too far, or defines entities.
    """
    import mammoth
    from lxml.etree import LxmlError

    from ingest.formats.docx_seen import seen_document

    _require_harmless(content)
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(seen_document(content)),
            convert_image=mammoth.images.img_element(lambda image: {}),
        )
    except (*_DAMAGE, LxmlError, AttributeError, TypeError, IndexError) as error:
        raise UnreadablePage(f"the document is damaged ({type(error).__name__})") from error
    return _page(str(result.value))


def markdown_html(text: str) -> bytes:
    """Return Markdown as HTML; HTML inside it stays text."""
    from markdown_it import MarkdownIt

    return _page(MarkdownIt("commonmark", {"html": False}).enable("table").render(text))


def record_html(record: Record) -> bytes:
    """Return the page that the fields of a record make; a text that is a whole page is the page."""
    title, byline, date = (
        html.escape(html.unescape(one or "")) for one in (record.title, record.byline, record.date)
    )
    head = f"<title>{title}</title>" if title else ""
    for name, value in (
        ("og:site_name", html.escape(record.outlet or "")),
        ("author", byline),
        ("article:published_time", date),
    ):
        if value:
            head += f'<meta property="{name}" name="{name}" content="{value}">'
    if _WHOLE.match(record.text):
        return codecs.BOM_UTF8 + (head + record.text).encode("utf-8", "replace")
    parts = [f"<h1>{title}</h1>"] if title else []
    if byline:
        parts.append(f"<p>By {byline}</p>")
    if date:
        parts.append(f"<p>{date}</p>")
    return _page(f"<article>{''.join(parts)}{_paragraphs(record.text)}</article>", head)


def _paragraphs(body: str) -> str:
    if _MARKED_UP.search(body):
        return body
    pieces = re.split(r"\n\s*\n", body) if "\n\n" in body else body.splitlines()
    plain = (html.escape(html.unescape(one)) for one in pieces if one.strip())
    return "".join(f"<p>{one}</p>" for one in plain)


def _page(body: str, head: str = "") -> bytes:
    page = f"<!DOCTYPE html><html><head>{_CHARSET}{head}</head><body>{body}</body></html>"
    return page.encode("utf-8", "replace")


def _require_harmless(content: bytes) -> None:
    """Inflate every part and count: what a ZIP's directory says of sizes cannot be believed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if len(names) > _MOST_PARTS:
                raise UnreadablePage("the document has too many parts")
            total = 0
            for name in names:
                with archive.open(name) as part:
                    while chunk := part.read(_CHUNK):
                        total += len(chunk)
                        if total > _MOST_INFLATED:
                            raise UnreadablePage("the document inflates too far")
                        if name.endswith((".xml", ".rels")) and _ENTITY.search(chunk):
                            raise UnreadablePage("the document defines entities of its own")
    except _DAMAGE as error:
        raise UnreadablePage(f"the document is damaged ({type(error).__name__})") from error
