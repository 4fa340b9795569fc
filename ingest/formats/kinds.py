"""What kind of file a capture is: told by its first bytes, by its name only as a last resort."""

import re
from typing import Literal

from ingest.markup.tree import is_html

Kind = Literal["text", "html", "pdf", "docx", "mail", "markdown", "record", "unreadable"]

_MAIL = re.compile(
    rb"^(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,998}\r?\n(?:[ \t][^\n]{0,998}\r?\n)*){2,}",
    re.MULTILINE,
)
_MAIL_FIELD = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|From):", re.IGNORECASE | re.MULTILINE
)
_FOREIGN = {
    b"\x89PNG": "an image (PNG)",
    b"\xff\xd8\xff": "an image (JPEG)",
    b"GIF8": "an image (GIF)",
    b"RIFF": "a sound or an image",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file; save it as DOCX or PDF first",
    b"7z\xbc\xaf": "a 7-Zip archive; unpack it first",
    b"Rar!": "a RAR archive; unpack it first",
    b"SQLite format 3": "a database",
    b"\x00\x00\x00 ftyp": "a video",
    b"ID3": "a sound recording",
}


def kind_of(content: bytes, name: str) -> Kind:
    """Return what kind of saved page these bytes are."""
    lower = name.lower()
    head = content[:8192]
    if head[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04") and (
        lower.endswith(".docx") or b"word/" in content[:200_000]
    ):
        return "docx"
    if foreign(content) is not None:
        return "unreadable"
    if lower.endswith((".eml", ".mht", ".mhtml")) or (
        _MAIL.match(head) and _MAIL_FIELD.search(head[:2000]) and not is_html(content, "")
    ):
        return "mail"
    if is_html(content, name):
        return "html"
    if lower.endswith((".md", ".markdown")):
        return "markdown"
    return "record" if lower.endswith(".json") else "text"


def foreign(content: bytes) -> str | None:
    """Return what else these bytes are, when they are surely no saved page."""
    return next((what for start, what in _FOREIGN.items() if content.startswith(start)), None)
