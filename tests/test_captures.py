"""Finding captures: folders, files that cannot be read, and files that hold many pages."""

import gzip
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from ingest import Capture, Rejection, find_captures
from ingest.containers.limits import Limits
from ingest.containers.opening import captures_in

PAGE = (
    b"Mill on the Lenn to become a museum\n\nThe old paper mill will open as a museum in spring.\n"
)


def _found(path: Path) -> tuple[list[str], list[Rejection]]:
    found = list(find_captures([path]))
    captures = [one.path for one in found if isinstance(one, Capture)]
    return captures, [one for one in found if isinstance(one, Rejection)]


def test_a_folder_gives_its_files_in_order_and_no_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PAGE)
    assert _found(tmp_path) == (["a.txt", "b.txt", "sub/c.txt"], [])


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(PAGE)
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "link.txt").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    captures, rejected = _found(folder)
    assert captures == []
    assert "link" in rejected[0].reason


@pytest.mark.parametrize(("kind", "reason"), [("missing", "no such"), ("empty", "no files")])
def test_nothing_to_read_is_said(tmp_path: Path, kind: str, reason: str) -> None:
    captures, rejected = _found(tmp_path / "nowhere" if kind == "missing" else tmp_path)
    assert captures == []
    assert reason in rejected[0].reason


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "regular" in _found(tmp_path)[1][0].reason


def _zip(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return out.getvalue()


def _tar(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in names.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


@pytest.mark.parametrize("name", ["pages.zip", "pages.tar.gz"])
def test_an_archive_gives_its_pages_and_steps_nowhere(tmp_path: Path, name: str) -> None:
    names = {
        "a.txt": PAGE,
        "../../b.txt": PAGE,
        "in/c.txt": PAGE,
        "inner.zip": _zip({"d.txt": PAGE}),
    }
    (tmp_path / name).write_bytes(_zip(names) if name.endswith("zip") else _tar(names))
    captures, rejected = _found(tmp_path)
    assert captures == [f"{name}/a.txt", f"{name}/b.txt", f"{name}/in/c.txt"]
    assert any("inside an archive" in one.reason for one in rejected)
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_json_lines_give_a_record_each(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "one"}\n\n{"text": "two"}\n'))
    assert _found(tmp_path)[0] == ["pages.jsonl.gz/line 1.json", "pages.jsonl.gz/line 3.json"]


def test_a_json_list_gives_its_records(tmp_path: Path) -> None:
    (tmp_path / "pages.json").write_bytes(b' [ {"text": "one"} ,\n{"text": "two"}, 3 ]')
    (tmp_path / "one.json").write_bytes(b'{"text": ["three"]}')
    captures, rejected = _found(tmp_path)
    assert captures == ["one.json", *(f"pages.json/record {n}.json" for n in (1, 2, 3))]
    assert rejected == []


@pytest.mark.parametrize("text", ['[{"text": "one"} {"text"', '[{"text": "one"}, {"te', "[" * 9999])
def test_a_json_list_cut_off_gives_what_stands_before(tmp_path: Path, text: str) -> None:
    (tmp_path / "pages.json").write_text(text)
    captures, rejected = _found(tmp_path)
    assert len(captures) == text.count("one")
    assert "JSON" in rejected[0].reason


def test_a_web_archive_gives_its_pages_with_their_addresses(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with (tmp_path / "crawl.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, status, kind in [
            ("https://courier.example/mill", "200 OK", "text/html; charset=utf-8"),
            ("https://courier.example/gone", "404 Not Found", "text/html"),
            ("https://courier.example/logo", "200 OK", "image/png"),
        ]:
            head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            body = io.BytesIO(b"<html><body><p>Mill</p></body></html>")
            writer.write_record(
                writer.create_warc_record(url, "response", payload=body, http_headers=head)
            )
    found = list(find_captures([tmp_path]))
    assert [one.url for one in found if isinstance(one, Capture)] == [
        "https://courier.example/mill"
    ]
    (capture,) = found
    assert isinstance(capture, Capture)
    assert capture.fetched is not None
    assert capture.content.startswith(b"<html>")


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz", "a.warc", "a.warc.gz"])
def test_a_damaged_container_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 not an archive" * 20)
    captures, rejected = _found(tmp_path)
    assert captures == []
    assert "damaged" in rejected[0].reason


def test_a_bomb_is_stopped_by_what_it_really_inflates_to(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(_zip({f"{n}.txt": bytes(200_000) for n in range(50)}))
    limits = Limits(member=100_000, total=10**9, members=1000, ratio=50)
    found = list(captures_in(path, "bomb.zip", "", limits))
    assert not any(isinstance(one, Capture) for one in found)
    assert "hostile" in str(found[-1])
    few = Limits(members=10)
    assert "more than 10 files" in str(list(captures_in(path, "bomb.zip", "", few))[-1])
