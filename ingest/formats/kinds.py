"""What kind of file a capture is: told by its first bytes, by its name only as a last resort."""

import re
from typing import Literal

from ingest.formats.foreign import foreign, is_part_of_page
from ingest.markup.tree import is_html

Kind = Literal["text", "html", "pdf", "docx", "mail", "markdown", "record", "safari", "unreadable"]

_MAIL = re.compile(
    rb"^(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,998}\r?\n(?:[ \t][^\n]{0,998}\r?\n)*){2,}",
    re.MULTILINE,
)
_MAIL_FIELD = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|From):", re.IGNORECASE | re.MULTILINE
)


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
    if head.startswith(b"bplist00"):
        return "safari"
    if foreign(content) is not None:
        return "unreadable"
    if lower.endswith((".eml", ".mht", ".mhtml")) or (
        _MAIL.match(head) and _MAIL_FIELD.search(head[:2000]) and not is_html(content, "")
    ):
        return "mail"
    if is_html(content, name) or head.lstrip().startswith(b"<?xml"):
        return "html"
    if is_part_of_page(name):
        return "unreadable"
    if lower.endswith((".md", ".markdown")):
        return "markdown"
    return "record" if lower.endswith(".json") else "text"
