"""Mails and pages saved by browsers: the encoding that they have, and whose letter it is."""

import quopri
from email.message import EmailMessage

import pytest

from ingest import Article, Capture, read_page

WORDS = "“The gate stays shut,” said Dora Helm, who heads the canal office – until the summer."
FRENCH = "« La porte reste fermée », a déclaré Dora Helm, directrice du canal, à la fin de l’été."


def _read(content: bytes, name: str = "page.eml") -> Article:
    return read_page(Capture(content=content, name=name, path=name))


def _html(words: str, declared: str) -> str:
    return (
        f"<html><head><meta charset={declared}><title>The lock gate at Tollard</title></head>"
        f"<body><h1>The lock gate at Tollard</h1><p>{words}</p></body></html>"
    )


def _saved(page: bytes) -> bytes:
    """Return a page as browsers save it in one file: without its encoding in the header."""
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://lenn.example/gate\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://lenn.example/gate\r\n\r\n"
        + quopri.encodestring(page)
        + b"\r\n--b--\r\n"
    )


@pytest.mark.parametrize(
    ("words", "declared", "encoding"),
    [(WORDS, "utf-8", "utf-8"), (FRENCH, "windows-1252", "cp1252"), (WORDS, "latin1", "utf-8")],
)
def test_a_page_saved_by_a_browser_keeps_its_letters(
    words: str, declared: str, encoding: str
) -> None:
    article = _read(_saved(_html(words, declared).encode(encoding)), "gate.mhtml")
    assert words in article.text
    assert article.url == "https://lenn.example/gate"


@pytest.mark.parametrize("declared", ["utf-8", "windows-1251", "iso-8859-1"])
def test_the_header_of_a_mail_tells_more_than_its_page(declared: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "The Lenn Letter <news@letter.example>", "The lock gate"
    mail.set_content("See the page.")
    mail.add_alternative(_html(FRENCH, declared), subtype="html")
    assert FRENCH in _read(mail.as_bytes()).text


def test_a_forwarded_letter_is_of_its_own_sender() -> None:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = (
        "The Lenn Letter <news@letter.example>",
        "The lock gate at Tollard",
    )
    letter["Date"] = "Fri, 05 Mar 2021 06:30:00 +0100"
    letter.set_content("Plain words.")
    letter.add_alternative(_html(WORDS, "utf-8"), subtype="html")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bo Ek <bo@lenn.example>", "Fwd: look"
    mail.set_content("See below.")
    mail.add_attachment(letter)
    article = _read(mail.as_bytes())
    assert (article.title.value, article.outlet.value) == (
        "The lock gate at Tollard",
        "The Lenn Letter",
    )
    assert article.published.value == "2021-03-05T06:30+01:00"
