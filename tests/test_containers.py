"""Files that hold many pages, in the shapes that tools really write, whole and damaged."""

import bz2
import datetime as dt
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import Capture, Rejection, find_captures
from ingest.containers.limits import Limits, Meter
from ingest.containers.opening import captures_in
from ingest.containers.packing import Damaged, unpacked

PAGE = b"<html><body><p>The old mill on the Lenn opens as a museum.</p></body></html>"


def _zip(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _tar(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def _found(folder: Path, name: str, content: bytes) -> tuple[list[str], list[str]]:
    (folder / name).write_bytes(content)
    found = list(find_captures([folder / name]))
    places = [one.path.removeprefix(name) for one in found if isinstance(one, Capture)]
    return places, [one.reason for one in found if isinstance(one, Rejection)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html.gz", gzip.compress(PAGE)),
        ("a.html.bz2", bz2.compress(PAGE)),
        ("a.html.xz", lzma.compress(PAGE)),
        ("a.html", gzip.compress(PAGE)),  # as servers send it, saved as it came
        ("a.html.gz", PAGE),  # unpacked on the way, its name kept
        ("a.html.gz", gzip.compress(PAGE) + b"\0" * 700 + b"what stood there before"),
        ("a.html.gz", gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])),
    ],
)
def test_a_packed_page_is_unpacked(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = find_captures([tmp_path])
    assert isinstance(found, Capture)
    assert found.content == PAGE


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300_000), st.sampled_from([gzip, bz2, lzma]), st.integers(1, 5000))
def test_unpacking_gives_what_was_packed_and_says_where_it_is_cut(
    content: bytes, tool: object, cut: int
) -> None:
    packed: bytes = tool.compress(content)  # type: ignore[attr-defined]
    stream = io.BytesIO(packed)
    reader = unpacked(stream, stream.read(16))
    assert b"".join(iter(lambda: reader.read(1000), b"")) == content
    stream = io.BytesIO(packed[: -min(cut, len(packed) - 8)])
    reader = unpacked(stream, stream.read(16))
    pieces: list[bytes] = []
    with pytest.raises(Damaged):
        pieces.extend(iter(lambda: reader.read(1000), b""))
    assert content.startswith(b"".join(pieces))


def test_what_stands_packed_in_an_archive_is_read(tmp_path: Path) -> None:
    lines = b'{"text": "one"}\n{"text": "two"}\n'
    members = (
        ("a.html.gz", gzip.compress(PAGE)),
        ("b.jsonl", lines),
        ("c.csv", b"title,text\nMill,The mill opens\n"),
        ("d.zip", _zip(("e.html", PAGE))),
    )
    for name, content in (("a.zip", _zip(*members)), ("a.tar", _tar(*members))):
        places, reasons = _found(tmp_path, name, content)
        assert places == [
            "/a.html.gz/a.html",
            "/b.jsonl/line 1.json",
            "/b.jsonl/line 2.json",
            "/c.csv/line 2.json",
        ]
        assert reasons == ["an archive inside an archive is not opened"]


def test_pages_of_one_name_stand_apart(tmp_path: Path) -> None:
    content = _tar(("a.html", PAGE), ("../a.html", PAGE + b"2"), ("./a.html", PAGE + b"3"))
    places, _ = _found(tmp_path, "a.tar.gz", gzip.compress(content))
    assert places == ["/a.html", "/a (2).html", "/a (3).html"]


def test_a_header_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    info = tarfile.TarInfo("name")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 50_000_000
    content = info.tobuf() + bytes(info.size)
    places, reasons = _found(tmp_path, "a.tar.gz", gzip.compress(content))
    assert places == []
    assert "damaged" in reasons[0]


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ('{"text": "one"}', [""]),
        ('\ufeff{"text": "one"}\n', [""]),
        ('{"text": "one"}\n{"text": "two"}\n', ["/record 1.json", "/record 2.json"]),
        ('{"status": "ok", "articles": [{"text": "one"}]}', ["/record 1.json"]),
        ('{"text": "one", "comments": [{"text": "two"}]}', [""]),
        ('[{"text": "one"}, 2, "three"]', [f"/record {n}.json" for n in (1, 2, 3)]),
        ('{"text": "one"', [""]),  # reading it says why it is none
    ],
)  # fmt: skip
def test_a_json_file_gives_its_records(tmp_path: Path, content: str, places: list[str]) -> None:
    assert _found(tmp_path, "a.json", content.encode())[0] == places


def test_a_long_json_list_is_read_piece_by_piece(tmp_path: Path) -> None:
    records = [{"text": "x" * 3000, "n": n} for n in range(600)]
    places, reasons = _found(tmp_path, "a.json", json.dumps(records).encode())
    assert (len(places), reasons) == (600, [])
    places, reasons = _found(tmp_path, "a.json", json.dumps(records).encode()[:-30])
    assert (len(places), len(reasons)) == (599, 1)
    assert "from here on" in reasons[0]


def test_a_record_that_is_too_long_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": "one"}, {"text": "x" * 900_000}]))
    found = list(captures_in(path, "a.json", "", Limits(member=300_000)))
    assert isinstance(found[0], Capture)
    assert "longer" in str(found[1])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_gives_a_record_a_row(tmp_path: Path, encoding: str, sign: str) -> None:
    rows = f'title{sign}text\n"Die Mühle"{sign}"Sie öffnet,\nsagte ""er"";"\n\n"Zwei"{sign}"x"\n'
    path = tmp_path / "a.csv"
    path.write_bytes(rows.encode(encoding))
    found = [one for one in find_captures([path]) if isinstance(one, Capture)]
    assert [json.loads(one.content) for one in found] == [
        {"title": "Die Mühle", "text": 'Sie öffnet,\nsagte "er";'},
        {"title": "Zwei", "text": "x"},
    ]


MAILS = (
    b"From MAILER Thu Mar  4 10:00:00 2021\nFrom: a@lenn.example\nSubject: One\n\n"
    b"The mill.\n\n>From the council came no word.\nFrom here on nobody spoke.\n\n"
    b"From - Fri Mar  5 10:00:00 2021\nFrom: b@lenn.example\nSubject: Two\n\nThe gate.\n"
)


@pytest.mark.parametrize("name", ["a.mbox", "Inbox"])
def test_a_mailbox_gives_its_mails(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(MAILS)
    found = [one for one in find_captures([tmp_path]) if isinstance(one, Capture)]
    assert [one.name for one in found] == ["mail 1.eml", "mail 2.eml"]
    assert b"\nFrom the council" in found[0].content
    assert b"\nFrom here on" in found[0].content
    assert found[1].content.endswith(b"The gate.\n")


def test_an_article_that_begins_like_a_mailbox_is_none(tmp_path: Path) -> None:
    places, _ = _found(tmp_path, "a.txt", b"From London, 4 March 2021\n\nThe mill opens.\n")
    assert places == ["a.txt".removeprefix("a.txt")]


def _warc(*records: tuple[str, bytes, dict[str, str]]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for url, body, told in records:
        fields = {"Content-Type": "text/html", **told}
        date = fields.pop("Date", "2021-03-04T10:00:00Z")
        head = StatusAndHeaders("200 OK", list(fields.items()), protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(body),
                http_headers=head,
                warc_headers_dict={"WARC-Date": date},
            )
        )
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (brotli.compress(PAGE), {"Content-Encoding": "br"}),
        (gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
        (PAGE, {"Content-Encoding": "gzip"}),
        (
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE),
            {"Transfer-Encoding": "chunked"},
        ),
        (PAGE, {"Content-Type": "Text/HTML; Charset=UTF-8"}),
        (PAGE, {"Content-Type": ""}),
    ],
)
def test_a_page_of_a_web_archive_is_unpacked(
    tmp_path: Path, body: bytes, told: dict[str, str]
) -> None:
    (tmp_path / "a.warc").write_bytes(_warc(("https://lenn.example/mill", body, told)))
    (found,) = find_captures([tmp_path])
    assert isinstance(found, Capture)
    assert found.content == PAGE


@pytest.mark.parametrize("pack", [lambda one: one, gzip.compress])
def test_pages_before_and_behind_a_broken_one_are_kept(tmp_path: Path, pack: object) -> None:
    url = "https://lenn.example/"
    bomb = brotli.compress(bytes(300_000_000), quality=1)
    content = _warc(
        (f"{url}a", PAGE, {}),
        (f"{url}b", b"\xff\xff no Brotli", {"Content-Encoding": "br"}),
        (f"{url}c", bomb, {"Content-Encoding": "br"}),
        (f"{url}robots.txt", b"User-agent: *\n", {"Content-Type": "text/plain"}),
        (f"{url}d", PAGE, {}),
        (f"{url}e", PAGE, {}),
    )
    places, reasons = _found(tmp_path, "a.warc.gz", pack(content[:-60]))  # type: ignore[operator]
    # What cannot be unpacked is left as it came, and refused as no page when it is read.
    assert [place[-1] for place in places] == ["a", "b", "c", "d"]
    assert "cut off" in reasons[-1]


def test_the_server_tells_the_encoding_of_a_page_that_does_not(tmp_path: Path) -> None:
    page = "<html><body><p>Паром закроется в марте.</p></body></html>"
    told = {"Content-Type": "text/html; charset=koi8-r"}
    (tmp_path / "a.warc").write_bytes(_warc(("https://lenn.example/", page.encode("koi8-r"), told)))
    (found,) = find_captures([tmp_path])
    assert isinstance(found, Capture)
    assert found.content.decode("utf-8-sig") == page


def test_two_captures_of_one_address_stand_apart(tmp_path: Path) -> None:
    url = "https://lenn.example/mill"
    (tmp_path / "a.warc").write_bytes(
        _warc((url, PAGE + b"new", {"Date": "2021-06-01T00:00:00Z"}), (url, PAGE, {}))
    )
    found = [one for one in find_captures([tmp_path]) if isinstance(one, Capture)]
    assert len({one.path for one in found}) == 2
    assert [one.url for one in found] == [url, url]
    assert [one.fetched and one.fetched.date() for one in found] == [
        dt.date(2021, 6, 1),
        dt.date(2021, 3, 4),
    ]


def test_of_a_packaged_web_archive_only_the_pages_are_read(tmp_path: Path) -> None:
    content = _zip(
        ("archive/data.warc.gz", gzip.compress(_warc(("https://lenn.example/mill", PAGE, {})))),
        ("pages/pages.jsonl", b'{"id": "pages"}\n{"url": "https://lenn.example/mill"}\n'),
        ("datapackage.json", b"{}"),
    )
    places, reasons = _found(tmp_path, "a.wacz", content)
    assert places == ["/archive/data.warc.gz/https:/lenn.example/mill"]
    assert reasons == []


_RECORDS = _warc(("https://lenn.example/", PAGE, {}))
WHOLE = {
    "a.zip": _zip(("a.html.gz", gzip.compress(PAGE, mtime=0)), ("b.jsonl", b"{}\n")),
    "a.tgz": gzip.compress(_tar(("a.html", PAGE), ("b.csv", b"text\nx\n")), mtime=0),
    "a.warc": _RECORDS,
    "a.mbox": MAILS,
    "a.csv": b'text\n"x"\n',
    "a.json": b'[{"text": "x"}]',
    "a.wacz": _zip(("archive/a.warc.gz", gzip.compress(_RECORDS, mtime=0))),
}


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_damaged_container_is_told_of_and_never_raises(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    content = bytearray(WHOLE[name])
    at = data.draw(st.integers(0, len(content)))
    content[at : at + data.draw(st.integers(0, 60))] = data.draw(st.binary(max_size=40))
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(bytes(content))
        assert list(find_captures([path]))


def test_what_is_left_in_an_archive_counts_against_its_limits() -> None:
    meter = Meter(Limits(total=100), 10)
    meter.pass_over(60)
    with pytest.raises(Exception, match="inflates"):
        meter.pass_over(60)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mbox.gz", b"From a@b.example Mon Mar  3 10:00:00 2031\n" + b"\0" * 40_000_000),
        ("a.jsonl.gz", b" " * 999_999 + b"\n" + b"\n" * 40_000_000),
        ("a.csv.gz", b'text\n"' + b'\n","' * 10_000_000),
    ],
)
def test_what_is_packed_to_go_on_without_end_is_left(
    tmp_path: Path, name: str, content: bytes
) -> None:
    places, reasons = _found(tmp_path, name, gzip.compress(content))
    assert places == []
    assert "far beyond" in reasons[0]


def test_a_row_of_a_table_has_an_end(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'text\n"' + b'word\n","' * 100_000)
    (found,) = captures_in(path, "a.csv", "", Limits(member=100_000))
    assert isinstance(found, tuple)
    assert "a row is longer" in found[1]


def test_what_a_web_archive_holds_beside_pages_counts_too(tmp_path: Path) -> None:
    url = "https://lenn.example/"
    film = (f"{url}film", bytes(60_000_000), {"Content-Type": "video/mp4"})
    places, reasons = _found(tmp_path, "a.warc.gz", gzip.compress(_warc(film, (url, PAGE, {}))))
    assert places == []
    assert "far beyond" in reasons[0]


def test_many_pages_of_one_name_cost_no_more_than_others(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(_tar(*[("a.html", b"")] * 20_000, ("a (7).html", b"")))
    places = [one.path for one in captures_in(path, "a.tar", "") if isinstance(one, Capture)]
    assert len(set(places)) == 20_001
    assert places[-2:] == ["a.tar/a (20000).html", "a.tar/a (7) (2).html"]


@pytest.mark.parametrize("packed", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_of_a_zip_costs_the_others_nothing(tmp_path: Path, packed: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as archive:
        for name in ("a.html", "b.html"):
            archive.writestr(name, PAGE * 20)
    content = bytearray(out.getvalue())
    begin = content.index(b"a.html") + len("a.html")
    content[begin + 12 : begin + 40] = b"\xff" * 28
    places, reasons = _found(tmp_path, "a.zip", bytes(content))
    assert places == ["/b.html"]
    assert reasons == ["it is damaged inside the archive"]


@pytest.mark.parametrize("odd", [{6: 200}, {28: 0, 32: 6}])  # its version; a comment for a name
def test_a_zip_with_an_odd_directory_stops_no_ingest(tmp_path: Path, odd: dict[int, int]) -> None:
    content = bytearray(_zip(("a.html", PAGE)))
    entry = content.index(b"PK\x01\x02")
    for place, byte in odd.items():
        content[entry + place] = byte
    places, reasons = _found(tmp_path, "a.zip", bytes(content))
    assert places == []
    assert "damaged" in reasons[0]
