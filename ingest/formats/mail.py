"""Mails and MHTML files: the page that a MIME message carries."""

import datetime as dt
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser

from ingest.errors import UnreadablePage


@dataclass(frozen=True, slots=True)
class MailPart:
    """The readable part of a message."""

    content: bytes
    """UTF-8."""
    is_html: bool
    url: str | None
    """Where a browser saved the page from."""
    saved: dt.datetime | None


def mail_part(content: bytes) -> MailPart:
    """Return the first HTML part of a MIME message, else its first text part.

    Raises UnreadablePage when it has neither.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        return _part(message)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise UnreadablePage(f"the message is damaged ({type(error).__name__})") from error


def _part(message: EmailMessage) -> MailPart:
    for kind in ("text/html", "text/plain"):
        for part in message.walk():
            if part.get_content_type() == kind and not part.is_attachment():
                text = part.get_content()
                if isinstance(text, str) and text.strip():
                    url = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                    return MailPart(
                        content=text.encode("utf-8", "replace"),
                        is_html=kind == "text/html",
                        url=str(url) if url and str(url).startswith("http") else None,
                        saved=getattr(message["Date"], "datetime", None),
                    )
    raise UnreadablePage("the message has no readable part")
