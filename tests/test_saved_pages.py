"""Pages as browsers and tools save them, and the files that lie beside them."""

import io
import plistlib
import zipfile
from pathlib import Path

import pytest

from ingest import Article, Capture, Fact, UnreadablePage, find_captures, read_page
from ingest.formats.saved_page import original_outlet

WORDS = "The lock gate at Tollard stays shut until the summer, the canal office said on Thursday."
HEAD = "<title>The lock gate at Tollard</title>"
CANONICAL = '<link rel="canonical" href="{}">'
SINGLE_FILE = (
    "<!--\n Page saved with SingleFile \n url: https://lenn.example/gate \n"
    " saved date: Fri Mar 05 2021 10:00:00 GMT+0100\n-->"
)
BODY = f"<h1>The lock gate at Tollard</h1><p>{WORDS}</p><p>{WORDS[::-1]}</p>"
ADDRESS = "https://lenn.example/gate"


def _read(content: bytes, name: str = "page.html") -> Article:
    return read_page(Capture(content=content, name=name, path=name))


def _html(head: str = "", before: str = "") -> bytes:
    return (
        f"<!DOCTYPE html>{before}<html><head>{HEAD}{head}</head><body>{BODY}</body></html>".encode()
    )


@pytest.mark.parametrize(
    "content",
    [
        b"<!-- saved from url=(0025)https://lenn.example/gate -->\n" + _html(),
        _html(before=SINGLE_FILE),
        _html(CANONICAL.format(ADDRESS), "<!-- saved from url=(0001)https://x.example/y -->"),
        _html(CANONICAL.format(f"https://web.archive.org/web/20210305100000/{ADDRESS}")),
        plistlib.dumps(
            {"WebMainResource": {"WebResourceData": _html(), "WebResourceURL": ADDRESS}},
            fmt=plistlib.FMT_BINARY,
        ),
    ],
)  # fmt: skip
def test_a_saved_page_knows_its_own_address(content: bytes) -> None:
    article = _read(content)
    assert article.url == ADDRESS
    assert article.outlet.value == "lenn.example"
    assert WORDS in article.text


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"bplist00 and no more", "a.webarchive", "settings"),
        (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "a.webarchive", "settings"),
        (b"body { color: red; }", "style.css?ver=5.2", "part of a page"),
        (b"export function shut() { return 'The gate stays shut' }", "app.js", "part of a page"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "feed", "news feed"),
        (b"<?xml version='1.0'?>\n<!-- x --><urlset><url/></urlset>", "map.xml", "site map"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><text>Gate</text></svg>", "a.svg", "image"),
        (b"{\\rtf1\\ansi The gate stays shut}", "a.rtf", "Rich Text"),
        (b"\x28\xb5\x2f\xfd\x04\x00", "a.html.zst", "Zstandard"),
        (b"\x00\x00\x00\x1cftypisom" + bytes(40), "a.mp4", "video"),
        (b"wOF2" + bytes(40), "a.woff2", "font"),
        (b"<html><frameset><frame src='a.html'></frameset></html>", "a.html", "frames others"),
    ],
)
def test_what_is_no_page_is_told_for_what_it_is(content: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnreadablePage, match=reason):
        _read(content, name)


@pytest.mark.parametrize(
    ("member", "reason"),
    [
        ("mimetype", "OpenDocument"),
        ("xl/workbook.xml", "spreadsheet"),
        ("page.html", "another name"),
    ],
)
def test_a_zip_under_another_name_is_told_for_what_it_is(member: str, reason: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            member, "application/vnd.oasis.opendocument.text" if member == "mimetype" else ""
        )
    with pytest.raises(UnreadablePage, match=reason):
        _read(out.getvalue(), "file")


def test_xml_of_news_is_read_as_a_page() -> None:
    page = f"<?xml version='1.0'?><nitf><head>{HEAD}</head><body>{BODY}</body></nitf>"
    article = _read(page.encode(), "story.xml")
    assert article.title.value == "The lock gate at Tollard"
    assert "<" not in article.text


def test_what_a_browser_puts_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    for name in (
        "Gate.html",
        "Gate_files/ad.html",
        "Tor.htm",
        "Tor-Dateien/app.js",
        "other_files/kept.html",
        "Gate/kept.html",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(_html())
    found = [one.path for one in find_captures([tmp_path]) if isinstance(one, Capture)]
    assert found == ["Gate.html", "Tor.htm", "Gate/kept.html", "other_files/kept.html"]


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _docx(runs: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
            'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>{WORDS} '
            f"</w:t></w:r>{runs}</w:p></w:body></w:document>",
        )
    return out.getvalue()


@pytest.mark.parametrize(
    ("properties", "seen"),
    [
        ("<w:b/>", True),
        ("<w:vanish/>", False),
        ('<w:vanish w:val="0"/>', True),
        ('<w:color w:val="FFFFFF"/>', False),
        ('<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>', True),
        ('<w:sz w:val="2"/>', False),
        ('<w:sz w:val="24"/>', True),
    ],
)
def test_words_that_word_does_not_show_are_not_read(properties: str, seen: bool) -> None:
    run = f"<w:r><w:rPr>{properties}</w:rPr><w:t>The office sold the gate.</w:t></w:r>"
    article = _read(_docx(run), "gate.docx")
    assert WORDS in article.text
    assert ("sold the gate" in article.text) is seen


def test_an_address_in_odd_brackets_is_no_outlet() -> None:
    outlet = Fact("web.archive.org")
    assert original_outlet(outlet, "https://[lenn/mill").value is None
