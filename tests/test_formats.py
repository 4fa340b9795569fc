# ruff: noqa: E501 - documents are written here as they would stand in a file
"""Documents that are neither plain text nor HTML, made small by hand, and broken on purpose."""

import io
import json
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import Article, Capture, FieldNames, UnreadablePage, Voice, read_page
from ingest.formats.conversion import record_html
from ingest.formats.foreign import foreign
from ingest.formats.kinds import kind_of
from ingest.formats.records import Record
from ingest.markup.tree import is_html

LINES = (
    "Mill on the Lenn to become a museum",
    "",
    "The old paper mill on the Lenn will open as a museum next spring, its owners",
    "said on Friday, two hundred years after the first sheet of paper left its vats.",
    "",
    "We kept every machine, said Toma Rehn, who runs the family trust, and visitors",
    "will see them work when the museum opens its doors to the public in the spring.",
    "",
    "The town has promised a bridge over the race, and a bus that stops at the gate on",
    "every day of the week, although nobody has yet said who is going to pay for them.",
)
TEXT = "\n".join(LINES)


def _read(content: bytes, name: str) -> Article:
    return read_page(Capture(content, name, name))


def _voice_of(article: Article, piece: str) -> Voice:
    at = article.text.index(piece)
    return next(region.voice for region in article.regions if region.start <= at < region.end)


def _pdf(lines: tuple[str, ...]) -> bytes:
    drawn = "BT /F1 11 Tf 60 760 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    stream = zlib.compress(drawn.encode("latin-1"))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n")
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def _docx(body: str, extra: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", kinds)
        archive.writestr("_rels/.rels", relations)
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?>{extra}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
        )
    return out.getvalue()


def _paragraphs(lines: tuple[str, ...]) -> str:
    joined = "\n".join(lines).split("\n\n")
    return "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in joined)


MAIL = (
    "From: desk@courier.example\r\nSubject: Mill\r\nMIME-Version: 1.0\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n" + TEXT.replace("\n", "\r\n")
).encode()
MHTML = (
    b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    b"Content-Type: text/html; charset=utf-8\r\nContent-Location: https://courier.example/mill\r\n\r\n"
    b"<html><body><h1>Mill on the Lenn to become a museum</h1><p>The old paper mill on the Lenn will"
    b" open as a museum next spring, its owners said on Friday.</p></body></html>\r\n--b--\r\n"
)
RECORD = json.dumps(
    {
        "headline": LINES[0],
        "author": ["Ilse Marn"],
        "published": "2021-03-04",
        "url": "https://courier.example/mill",
        "body": TEXT[len(LINES[0]) :],
    }
).encode()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (_pdf(LINES), "mill.pdf"),
        (_docx(_paragraphs(LINES)), "mill.docx"),
        (MAIL, "mill.eml"),
        (MHTML, "mill.mhtml"),
        (f"# {TEXT}".encode(), "mill.md"),
        (RECORD, "line 1.json"),
        (_pdf(LINES), "wrongly named.txt"),
    ],
)
def test_a_document_of_each_kind_becomes_an_article(content: bytes, name: str) -> None:
    article = _read(content, name)
    assert article.title.value == LINES[0]
    assert _voice_of(article, "The old paper mill") in {Voice.NARRATION, Voice.STANDFIRST}
    assert "".join(r.span.of(article.text) for r in article.regions) == article.text


def test_what_a_record_tells_is_known() -> None:
    article = _read(RECORD, "line 1.json")
    assert article.url == "https://courier.example/mill"
    assert article.published.value == "2021-03-04"
    assert article.byline.value == "Ilse Marn"


def test_a_page_saved_by_a_browser_keeps_its_address() -> None:
    assert _read(MHTML, "mill.mhtml").url == "https://courier.example/mill"


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"%PDF-1.7\n garbage", "a.pdf", "damaged"),
        (_pdf(("",)), "a.pdf", "not text"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "image"),
        (_docx(_paragraphs(LINES))[:400], "a.docx", "damaged"),
        (
            _docx("&x;", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hosts">]>'),
            "a.docx",
            "entities",
        ),
        (
            b"MIME-Version: 1.0\r\nFrom: a@b.example\r\nContent-Type: image/png\r\n\r\nx",
            "a.eml",
            "part",
        ),
        (b'{"title": "no text"}', "a.json", "no text"),
        (b"{" * 100_000, "a.json", "not valid"),
    ],
)
def test_a_broken_document_is_refused_with_the_reason(
    content: bytes, name: str, reason: str
) -> None:
    with pytest.raises(UnreadablePage, match=reason):
        _read(content, name)


def test_no_file_outside_is_read() -> None:
    page = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>Entity: &x; and nothing else at all.</p></body></html>'
    assert "root:" not in _read(page, "a.html").text


_GOOD = (_pdf(LINES), _docx(_paragraphs(LINES)), MAIL, MHTML, RECORD)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_GOOD), st.integers(0, 3000), st.binary(max_size=30), st.integers(0, 200))
def test_a_mutated_document_is_read_or_refused(good: bytes, at: int, put: bytes, cut: int) -> None:
    content = good[:at] + put + good[at + cut :]
    name = "a." + {"pdf": "pdf", "docx": "docx", "mail": "eml"}.get(kind_of(good, "a.json"), "json")
    try:
        article = _read(content, name)
    except UnreadablePage:
        return
    assert article.regions[-1].end == len(article.text)


_NAMES = st.sampled_from(
    ["a.txt", "a.html", "a.pdf", "a.docx", "a.eml", "a.mhtml", "a.md", "a.json", "a"]
)
_STARTS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"{", b"\xff\xfe", b"From: a\nTo: b\n"]
)


@settings(max_examples=150, deadline=None)
@given(_STARTS, st.binary(max_size=300), _NAMES)
def test_any_bytes_under_any_name_are_read_or_refused(start: bytes, rest: bytes, name: str) -> None:
    try:
        article = _read(start + rest, name)
    except UnreadablePage as refused:
        assert refused.reason  # noqa: PT017 - both outcomes are right, and each is checked
    else:
        assert "".join(r.span.of(article.text) for r in article.regions) == article.text


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({}, "no fields"),
        ({"headline": "Mill", "story": ""}, "'headline', 'story'"),
        ({f"f{n}": "" for n in range(20)}, "and 8 more"),
    ],
)
def test_a_record_without_text_names_its_fields(record: dict[str, str], words: str) -> None:
    with pytest.raises(UnreadablePage, match=words):
        _read(json.dumps(record).encode(), "page.json")


def test_fields_lead_into_records_and_lists() -> None:
    names = FieldNames.from_pairs(["text=story.body", "byline=people", "outlet=paper"])
    record = {
        "story": {"body": TEXT},
        "people": [{"name": "Ilse Marn", "id": 7}, "Toma Rehn"],
        "paper": {"name": "The Lenn Post"},
    }
    article = read_page(Capture(json.dumps(record).encode(), "page.json"), fields=names)
    assert article.outlet.value == "The Lenn Post"
    assert article.byline.value == "Ilse Marn, Toma Rehn"
    assert "two hundred years" in article.text


@pytest.mark.parametrize("pair", ["text", "text=", "body=story", "=story"])
def test_a_field_that_cannot_be_meant_is_refused(pair: str) -> None:
    with pytest.raises(ValueError, match="ROLE=FIELD"):
        FieldNames.from_pairs([pair])


def _mail(sender: str, body: str) -> bytes:
    head = (
        f"From: {sender}\nSubject: Why the lock gate stays shut\n"
        "Date: Fri, 05 Mar 2021 06:30:00 +0100\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\n\n"
    )
    return (head + body).encode()


LETTER = """The Lenn Letter
View in browser

Good morning,

The lock gate at Tollard will not open before the summer, the canal office said on Thursday.

"We have the money and no steel," said its head, Dora Helm, when the Letter asked her why.

Until next week,
Ilse Marn

You receive this letter because you signed up at letter.example.
Unsubscribe | Manage preferences
"""


@pytest.mark.parametrize(
    ("sender", "byline", "outlet"),
    [
        ("The Lenn Letter <news@letter.example>", "Ilse Marn", "The Lenn Letter"),
        ("Bo Ek <bo@letter.example>", "Bo Ek", "The Lenn Letter"),
        ('"Bo Ek at The Lenn Post" <bo@letter.example>', "Bo Ek", "The Lenn Post"),
        ("news@letter.example", "Ilse Marn", "The Lenn Letter"),
    ],
)
def test_a_mail_is_what_its_header_says(sender: str, byline: str, outlet: str | None) -> None:
    article = _read(_mail(sender, LETTER), "letter.eml")
    assert article.title.value == "Why the lock gate stays shut"
    assert (article.published.value, article.published.how) == (
        "2021-03-05T06:30+01:00",
        "stated",
    )
    assert (article.byline.value, article.outlet.value) == (byline, outlet)
    for piece in ("The Lenn Letter", "Good morning", "Until next", "You receive", "Unsubscribe"):
        assert _voice_of(article, piece) is Voice.FURNITURE, piece
    assert _voice_of(article, "The lock gate at") is Voice.NARRATION
    assert _voice_of(article, "We have the money") is Voice.NARRATION
    assert _voice_of(article, "Ilse Marn") is Voice.BYLINE


@pytest.mark.parametrize(
    ("date", "published"),
    [
        (1614852000, "2021-03-04T10:00+00:00"),
        (1614852000123, "2021-03-04T10:00+00:00"),
        ("1614852000", "2021-03-04T10:00+00:00"),
        ({"$date": "2021-03-04T10:00:00Z"}, "2021-03-04T10:00+00:00"),
        ("2021-03-04", "2021-03-04"),
        (True, None),
        ([], None),
    ],
)
def test_the_date_of_a_record_may_count_seconds(date: object, published: str | None) -> None:
    record = {"title": LINES[0], "text": TEXT, "date": date}
    assert _read(json.dumps(record).encode(), "page.json").published.value == published


@pytest.mark.parametrize(
    "text",
    [
        "<p>The gate&nbsp;stays shut.</p><p>Nobody has the key.</p>",
        ["The gate stays shut.", "Nobody has the key."],
        "The gate&nbsp;stays shut.\n\nNobody has the key.",
        {"rendered": "<div>The gate stays shut.<br>Nobody has the key.</div>"},
        "<!DOCTYPE html><html><head><meta charset=windows-1251></head><body><p>The gate stays shut."
        "</p><p>Nobody has the key.</p></body></html>",
    ],
)
def test_the_text_of_a_record_may_be_markup_or_a_list(text: object) -> None:
    record = {"title": "The gate at Tollard will stay shut", "body": text, "date": "2021-03-04"}
    article = _read(json.dumps(record).encode(), "page.json")
    assert "The gate stays shut.\n" in article.text.replace("\xa0", " ")
    assert "Nobody has the key." in article.text
    assert "<" not in article.text
    assert article.published.value == "2021-03-04"
    assert article.title.value == "The gate at Tollard will stay shut"


@pytest.mark.parametrize("start", ["", "<?xml version='1.0'?>", "\ufeff"])
def test_many_comments_before_nothing_are_gone_through_once(start: str) -> None:
    text = start + "<!---->" * 1000 + "x"
    assert not is_html(text.encode(), "page.txt")
    assert foreign(text.encode()) is None
    assert b"<article>" in record_html(Record(text, None, None, None, None, None))


def test_half_a_letter_in_a_record_costs_no_more_than_itself() -> None:
    record = b'{"title": "The lock gate", "text": "The gate \\ud83d stays shut until the summer."}'
    assert "The gate ? stays shut" in read_page(Capture(record, "gate.json")).text
