"""Where a saved web page came from, as the programs that save pages note it."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from ingest.article import Fact

_NOTE = re.compile(
    rb"<!--\s*(?:saved from url=\(\d{1,5}\)|Page saved with [^<>]{1,300}?\burl:\s*)"
    rb"(?P<url>https?://[^\s<>\"']{4,2000})",
    re.IGNORECASE,
)
_TOLD = re.compile(rb"rel\s*=\s*[\"']?canonical|[\"']og:url", re.IGNORECASE)
_HEAD = 200_000
_ARCHIVE = "web.archive.org"
_KEPT_BY_ARCHIVE = re.compile(
    r"^https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}.+)$"
)


def noted_address(content: bytes) -> str | None:
    """Return the address that a page was saved from, where the page does not tell its own."""
    head = content[:_HEAD]
    found = _NOTE.search(head)
    if found is None or _TOLD.search(head):
        return None
    return found["url"].decode("ascii", "replace")


def original_address(url: str) -> str:
    """Return the address of the page itself, of a copy that the Wayback Machine keeps."""
    found = _KEPT_BY_ARCHIVE.match(url)
    return re.sub(r"^(https?):/+", r"\1://", found["url"]) if found else url


def original_outlet(outlet: Fact, url: str | None) -> Fact:
    """Return the outlet of a page at its own address; the Wayback Machine is nobody's outlet."""
    if outlet.value != _ARCHIVE or url is None:
        return outlet
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # brackets that hold no address
        return Fact()
    return replace(outlet, value=host) if host and host != _ARCHIVE else Fact()
