"""Bytes to text: every encoding that pages come in, and every reason to refuse."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.decoding import decode
from ingest.errors import UnreadablePage
from ingest.markup.tree import decode_html, is_html

TEXT = "Über die Brücke fährt heute niemand, sagte die Stadt.\r\nДорога закрыта.\n"
GERMAN = "Die Brücke über den Fluß bleibt für Fußgänger geöffnet, erklärte die Behörde.\n" * 5


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_the_text_is_unchanged_whatever_its_encoding(encoding: str) -> None:
    assert decode((TEXT if "-e" not in encoding[-3:] else GERMAN).encode(encoding)) in {
        TEXT,
        GERMAN,
    }


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_old_encodings_are_found(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "white space"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), "binary"),
        (b"\xff\xfeA", "broken"),
        (b"a" * 2_000, "too large"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePage, match=reason):
        decode(content, limit=1_000 if reason == "too large" else 1_000_000)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        text = decode(content)
    except UnreadablePage:
        return
    assert text.strip()


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.encode()[:-1],
        lambda text: text.encode().replace(b"heute", b"he\xfcte"),
        lambda text: b"\xef\xbb\xbf" + text.encode()[:-1],
    ],
)
def test_a_broken_letter_does_not_turn_the_others(damage: Callable[[str], bytes]) -> None:
    text = decode(damage("Über die Brücke fährt heute für drei Tage niemand: zurück über Köln – ü"))
    assert text.startswith("Über die Brücke fährt he")
    assert text.count("\ufffd") == 1


PAGE = "<html><head><meta charset={}><title>x</title></head><body><p>{}</p></body></html>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("windows-1251", "utf-8"),  # saved anew by a program that left the declaration
        ("iso-8859-9", "utf-8-sig"),
        ("gb2312", "gb18030"),
        ("iso-2022-jp", "iso2022_jp"),
        ("utf-16", "utf-8"),
        ("zlib", "utf-8"),
        ("undefined", "utf-8"),
        ("'x-sjis'", "cp932"),
        ("utf-8", "utf-16"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_has(declared: str, encoding: str) -> None:
    words = {"gb18030": "渡轮三月停运，此前运营四十年。", "utf-8": "Brücke — дорога"}
    page = PAGE.format(declared, words.get(encoding, "フェリーは三月に廃止される。"))
    assert decode_html(page.encode(encoding)) == page


def test_a_letter_that_an_encoding_lacks_costs_itself_alone() -> None:
    page = PAGE.format("windows-1251", "Паром закроется в марте. " * 9)
    assert decode_html(page.encode("cp1251").replace(b"</p>", b"\x98</p>")) == page.replace(
        "</p>", "\ufffd</p>"
    )


def test_quotes_of_an_old_encoding_are_kept_where_utf8_is_declared() -> None:
    page = PAGE.format("utf-8", "“The gate stays shut,” she said.")
    assert decode_html(page.encode("cp1252")) == page


@pytest.mark.parametrize(
    ("start", "name", "is_page"),
    [
        (b"<div class='a'><p>Mill</p></div>", "article.php", True),
        (b"<p>Mill</p>\n<p>Ferry", "body", True),
        ("\ufeff<html><p>Mill</p></html>".encode("utf-16-le"), "page", True),
        (b"<div align=center><b>Mill</b></div>", "notes.md", False),
        (b"<hello> he said, </hello>", "notes.txt", False),
        (b"<p", "notes.txt", False),
    ],
)
def test_pieces_of_pages_are_known(start: bytes, name: str, is_page: bool) -> None:
    assert is_html(start, name) is is_page
