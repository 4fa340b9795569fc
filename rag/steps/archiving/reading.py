"""One capture to one article, where a page that cannot be read is a result and no exception."""

import logging

from ingest import (
    USUAL_NAMES,
    Article,
    Capture,
    FieldNames,
    Rejection,
    Repeated,
    Revisit,
    UnreadablePage,
    named_lines,
    read_page,
)
from rag.values.catalogued import Misread

_log = logging.getLogger(__name__)


def read(capture: Capture, fields: FieldNames = USUAL_NAMES) -> Article | Rejection:
    """Return the article in a capture, or why there is none: no page can stop the others."""
    repeated = capture.repeated if isinstance(capture, Revisit) else Repeated()
    try:
        return read_page(capture, repeated, fields)
    except UnreadablePage as error:
        return Rejection(capture.path, error.reason)
    except (MemoryError, ImportError):  # no fault of the page's
        raise
    except Exception as error:
        _log.exception("reading %r failed", capture.path)
        return Rejection(capture.path, f"reading it failed ({type(error).__name__}: {error})")


def revisit(page: Misread) -> Revisit:
    """Return the capture of a stored page, to be read in the light of its site's lines."""
    return Revisit(
        content=page.content,
        name=page.file,
        path=page.path,
        url=page.url,
        repeated=named_lines(page.text, page.lines),
    )
