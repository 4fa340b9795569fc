"""Pages that Safari saved whole: a list of settings with the page in it."""

import plistlib
from dataclasses import dataclass
from xml.parsers.expat import ExpatError

from ingest.charsets import encoding_named
from ingest.errors import UnreadablePage


@dataclass(frozen=True, slots=True)
class SafariPage:
    """The page in a web archive of Safari's."""

    content: bytes
    url: str | None


def safari_page(content: bytes) -> SafariPage:
    """Return the page; raises UnreadablePage where there is none."""
    try:
        found = plistlib.loads(content)["WebMainResource"]
        page, url = found["WebResourceData"], found.get("WebResourceURL")
        name = found.get("WebResourceTextEncodingName")
    except (ValueError, KeyError, TypeError, AttributeError, ExpatError, RecursionError) as error:
        raise UnreadablePage("it is a list of settings, or a damaged web archive") from error
    except (OverflowError, IndexError, MemoryError) as error:
        raise UnreadablePage("the web archive is damaged") from error
    if not isinstance(page, bytes) or not page.strip():
        raise UnreadablePage("the web archive holds no page")
    encoding = encoding_named(name) if isinstance(name, str) else None
    if encoding is not None and not page.startswith(b"\xef\xbb\xbf"):
        page = page.decode(encoding, "replace").encode("utf-8-sig", "replace")
    told = isinstance(url, str) and url.startswith("http")
    return SafariPage(page, url if told else None)
