"""What is surely no saved page, told by its first bytes or, for text, by its name."""

import re

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"RIFF", "a sound or an image"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"fLaC", "a sound recording"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"OTTO", "a font"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file; save it as DOCX or PDF first"),
    (b"{\\rtf", "a Rich Text file; save it as DOCX or PDF first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "packed as Zstandard; unpack it first"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a table (Parquet); save it as CSV or JSON Lines first"),
    (b"ITSF", "a help file"),
    (b"%!PS", "a PostScript file; save it as PDF first"),
)
_VIDEO = re.compile(rb"^.{4}ftyp", re.DOTALL)
_PICTURES = (b"avif", b"heic", b"heix", b"mif1")
_UNNAMED_ZIP = "a ZIP archive under another name; name it .zip"
_ZIP = b"PK\x03\x04"
_ZIPPED = (
    (b"application/vnd.oasis.opendocument", "an OpenDocument file; save it as DOCX or PDF first"),
    (b"xl/", "a spreadsheet; save it as CSV first"),
    (b"ppt/", "a presentation; save it as PDF first"),
)
_PARTS = re.compile(
    r"\.(?:css|scss|less|js|mjs|cjs|map|vtt|srt|ics)(?:[?@;][^/]*)?$", re.IGNORECASE
)
_ROOT = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<\?[^>]{0,300}\?>\s*|(?><!--.{0,2000}?-->\s*)"
    rb"|<!DOCTYPE[^>]{0,400}>\s*)*<(?P<root>[\w:-]{1,40})[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_ROOTS = {
    **dict.fromkeys((b"rss", b"feed", b"rdf:rdf"), "a news feed: save the pages that it lists"),
    **dict.fromkeys((b"urlset", b"sitemapindex"), "a site map: save the pages that it lists"),
    **dict.fromkeys((b"svg",), "an image (SVG)"),
    **dict.fromkeys((b"plist",), "a list of settings"),
    **dict.fromkeys((b"en-export",), "an Evernote export: export the notes as HTML"),
}


def foreign(content: bytes) -> str | None:
    """Return what else these bytes are, when they are surely no saved page."""
    found = next((what for start, what in _BEGINNINGS if content.startswith(start)), None)
    if found is not None:
        return found
    if _VIDEO.match(content):
        return "an image" if content[8:12] in _PICTURES else "a video"
    if content.startswith(_ZIP):
        head = content[:4096] + content[-65536:]
        return next((what for mark, what in _ZIPPED if mark in head), _UNNAMED_ZIP)
    root = _ROOT.match(content[:8192])
    if root is not None and root["root"].lower() in _ROOTS:
        return _ROOTS[root["root"].lower()]
    return None


def is_part_of_page(name: str) -> bool:
    """Return whether text of this name is what pages are made with: styles, scripts, and such."""
    return _PARTS.search(name) is not None
