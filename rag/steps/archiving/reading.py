"""One capture to one article, where a page that cannot be read is a result and no exception."""

import logging

from ingest import Article, Capture, Rejection, UnreadablePage, read_page

_log = logging.getLogger(__name__)


def read(capture: Capture) -> Article | Rejection:
    """Return the article in a capture, or why there is none: no page can stop the others."""
    try:
        return read_page(capture)
    except UnreadablePage as error:
        return Rejection(capture.path, error.reason)
    except (MemoryError, ImportError):  # no fault of the page's
        raise
    except Exception as error:
        _log.exception("reading %r failed", capture.path)
        return Rejection(capture.path, f"reading it failed ({type(error).__name__}: {error})")
