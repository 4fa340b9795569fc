"""Mails and MHTML files: the page that a MIME message carries."""

import datetime as dt
import re
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from ingest.errors import UnreadablePage

_TWO_NAMES = re.compile(
    r"^(?P<who>.{3,60}?)(?:\s(?:at|from|of|via)\s|\s*[,|@·(]\s*)(?P<where>[^)]{2,80})"
)
_MOST_NAME = 120


@dataclass(frozen=True, slots=True)
class Letter:
    """What the header of a mail tells of the letter in it; none for what it leaves out."""

    subject: str | None
    sender: str | None
    """The name that the sender goes by, who writes and for whom in one."""
    sent: str | None
    """ISO 8601, with the zone where the header tells it."""


@dataclass(frozen=True, slots=True)
class MailPart:
    """The readable part of a message."""

    content: bytes
    """UTF-8."""
    is_html: bool
    url: str | None
    """Where a browser saved the page from."""
    saved: dt.datetime | None
    letter: Letter | None
    """None for a page that a browser saved: its header tells of the saving."""


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
                    place = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                    url = str(place) if place and str(place).startswith("http") else None
                    return MailPart(
                        content=text.encode("utf-8", "replace"),
                        is_html=kind == "text/html",
                        url=url,
                        saved=getattr(message["Date"], "datetime", None),
                        letter=None if place else _letter(message),
                    )
    raise UnreadablePage("the message has no readable part")


def _letter(message: EmailMessage) -> Letter:
    moment: dt.datetime | None = getattr(message["Date"], "datetime", None)
    name, _ = parseaddr(str(message["From"] or ""))
    return Letter(
        subject=" ".join(str(message["Subject"] or "").split()) or None,
        sender=" ".join(name.split())[:_MOST_NAME] or None,
        sent=moment.isoformat(timespec="minutes") if moment else None,
    )


def author_and_outlet(sender: str, is_person: bool) -> tuple[str | None, str | None]:
    """Return who writes and for whom, as far as a sender's name tells ("Ann Lee at The Post")."""
    found = _TWO_NAMES.match(sender)
    if found is not None:
        return found["who"].strip(), found["where"].strip()
    return (sender, None) if is_person else (None, sender)
