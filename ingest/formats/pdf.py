"""The text of a PDF, page after page."""

import io
import logging

from ingest.errors import UnreadablePage
from ingest.formats.pdf_seen import seen_text

_MOST_PAGES = 500
_MOST_TEXT = 5_000_000
_LEAST_LETTERS = 20


def pdf_text(content: bytes) -> tuple[str, ...]:
    """Return the text of each page of a PDF.

    Raises UnreadablePage when it is damaged, locked, too long, or holds no text.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadablePage("the PDF is locked with a password")
        if len(reader.pages) > _MOST_PAGES:
            raise UnreadablePage(f"the PDF has more than {_MOST_PAGES} pages")
        pages: list[str] = []
        for page in reader.pages:
            pages.append(seen_text(page).replace("\x00", ""))
            if sum(map(len, pages)) > _MOST_TEXT:
                raise UnreadablePage("the PDF holds too much text to be a page")
    except LimitReachedError as error:
        raise UnreadablePage("the PDF inflates or is nested too far") from error
    except DependencyError as error:
        raise UnreadablePage("the PDF is locked or packed in a way that is not read") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadablePage(f"the PDF is damaged ({type(error).__name__})") from error
    except (RecursionError, OverflowError, AssertionError, ArithmeticError, LookupError) as error:
        raise UnreadablePage(f"the PDF is damaged ({type(error).__name__})") from error
    except NotImplementedError as error:
        raise UnreadablePage("the PDF is locked or packed in a way that is not read") from error
    if sum(letter.isalpha() for page in pages for letter in page) < _LEAST_LETTERS:
        raise UnreadablePage("the PDF holds pictures of text, not text")
    return tuple(pages)
