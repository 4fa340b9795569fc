"""What makes a page's source large and is no part of what it says: the parser gives up over it."""

import re

_LARGE = 500_000
_LONG = 1_000_000
"""Bytes of one script or attribute; at ten times as many, the parser loses the rest of the page."""
_INLINED = re.compile(
    rb"(?<=[\"'(=])data:[\w.+/-]{1,80}(?:;[\w=.-]{1,80}){0,4};base64,[A-Za-z0-9+/=%\s]{1000,}"
)
"""Pictures and fonts that stand within an attribute or a style."""
_SCRIPT = re.compile(rb"(<(script|style)\b[^>]{0,2000}>)(.*?)(</\2)", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = re.compile(rb"(=\s*)(?:\"[^\"<>]{1000000,}\"|'[^'<>]{1000000,}')")


def without_bulk(content: bytes) -> bytes:
    """Return a page's source without inlined files, and scripts and attributes that are too long.

    Small pages are left as they are.
    """
    if len(content) < _LARGE:
        return content
    content = _ATTRIBUTE.sub(rb'\1""', _INLINED.sub(b"", content))
    return content if len(content) < _LONG else _SCRIPT.sub(_shortened, content)


def _shortened(found: re.Match[bytes]) -> bytes:
    return found[0] if len(found[3]) < _LONG else found[1] + found[4]
