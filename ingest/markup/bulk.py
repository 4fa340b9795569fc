"""What makes a page's source large and is no part of what it says: the parser gives up over it."""

import re
from collections.abc import Iterator

_LARGE = 500_000
_LONG = 1_000_000
"""Bytes of one script or attribute; at ten times as many, the parser loses the rest of the page."""
_INLINED = re.compile(
    rb"(?<=[\"'(=])data:[\w.+/-]{1,80}(?:;[\w=.-]{1,80}){0,4};base64,[A-Za-z0-9+/=%\s]{1000,}"
)
"""Pictures and fonts that stand within an attribute or a style."""
_SCRIPT = re.compile(rb"<(?P<kind>script|style)\b[^>]{0,2000}>", re.IGNORECASE)
_END = {
    b"script": re.compile(rb"</script", re.IGNORECASE),
    b"style": re.compile(rb"</style", re.IGNORECASE),
}
_ATTRIBUTE = re.compile(rb"(=\s*)(?:\"[^\"<>]{1000000,}\"|'[^'<>]{1000000,}')")


def without_bulk(content: bytes) -> bytes:
    """Return a page's source without inlined files, and scripts and attributes that are too long.

    Small pages are left as they are.
    """
    if len(content) < _LARGE:
        return content
    content = _ATTRIBUTE.sub(rb'\1""', _INLINED.sub(b"", content))
    return content if len(content) < _LONG else b"".join(_without_long_scripts(content))


def _without_long_scripts(content: bytes) -> Iterator[bytes]:
    """Yield the pieces of a source that are kept, all but what long scripts and styles hold."""
    kept = at = 0
    while start := _SCRIPT.search(content, at):
        end = _END[start["kind"].lower()].search(content, start.end())
        if end is None:
            break  # the parser takes all that follows for the script
        at = end.end()
        if end.start() - start.end() >= _LONG:
            yield content[kept : start.end()]
            kept = end.start()
    yield content[kept:]
