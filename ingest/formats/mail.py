"""Mails and MHTML files: the page that a MIME message carries."""

import codecs
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from ingest.charsets import encoding_named
from ingest.errors import UnreadablePage

_TWO_NAMES = re.compile(
    r"^(?P<who>.{3,60}?)(?:\s(?:at|from|of|via)\s|\s*[,|@·(]\s*)(?P<where>[^)]{2,80})"
)
_MOST_NAME = 120
_DAMAGE = (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
_FORWARDED = "message/rfc822"


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
    """Marked UTF-8 where the message tells the encoding; else as it was, for the page to tell."""
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
    except _DAMAGE as error:
        raise UnreadablePage(f"the message is damaged ({type(error).__name__})") from error


def _part(message: EmailMessage) -> MailPart:
    for kind in ("text/html", "text/plain"):
        for part, letter in _parts(message, message):
            if part.get_content_type() == kind and not part.is_attachment():
                content = _content(part)
                if content.strip():
                    place = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                    url = str(place) if place and str(place).startswith("http") else None
                    return MailPart(
                        content=content,
                        is_html=kind == "text/html",
                        url=url,
                        saved=getattr(message["Date"], "datetime", None),
                        letter=None if place else _letter(letter),
                    )
    raise UnreadablePage("the message has no readable part")


def _parts(part: EmailMessage, letter: EmailMessage) -> Iterator[tuple[EmailMessage, EmailMessage]]:
    """Yield each part of a message with the letter that it is of: a forwarded one is its own."""
    yield part, letter
    inside = part.get_payload()
    for inner in inside if isinstance(inside, list) else ():
        if isinstance(inner, EmailMessage):
            yield from _parts(inner, inner if part.get_content_type() == _FORWARDED else letter)


def _content(part: EmailMessage) -> bytes:
    """Return a part's bytes. Browsers save pages without telling their encoding."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return b""
    told = encoding_named(str(part.get_content_charset() or ""))
    if told is None or content.startswith(codecs.BOM_UTF8):
        return content
    try:
        text = content.decode(told)
    except UnicodeDecodeError:
        return content
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")


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
