"""The ingest job: what it reports, what it refuses, and what it leaves behind."""

import contextlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from made_articles import captured, read_plainly
from word_vectors import WordVectors

from ingest import Capture, Rejection, find_captures
from rag.adapters.lock import writer_lock
from rag.ports.embedder import Vectors
from rag.steps.archiving.passages import SPLITTER
from rag.values.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveError,
    ArchiveMismatch,
    ArchiveMissing,
    StorageFull,
)
from rag.values.progress import IngestEvent
from rag.wiring.ingesting import ingest_captures, remove_articles
from rag.wiring.storage import open_reading, open_writing


def run(
    folder: Path, captures: Sequence[Capture | Rejection], embedder: WordVectors | None = None
) -> list[IngestEvent]:
    embedder = embedder or WordVectors()
    return [*ingest_captures(captures, folder, embedder, readings=read_plainly)]


def kinds(events: Sequence[IngestEvent]) -> list[str]:
    return [event.kind for event in events]


def files(folder: Path) -> set[str]:
    reading = open_reading(folder, WordVectors())
    found = {one.file for one in reading.catalogue.summaries()}
    reading.close()
    return found


def test_the_report_counts_every_file_and_a_rerun_changes_nothing(tmp_path: Path) -> None:
    pages: list[Capture | Rejection] = [
        captured("One.", "1.txt"),
        Rejection("bad.txt", "empty"),
        captured("Two.", "2.txt"),
    ]
    events = run(tmp_path, pages)
    assert kinds(events) == ["rejected", "added", "added"]
    assert [event.done for event in events] == [1, 2, 3]
    assert (events[0].path, events[0].reason) == ("bad.txt", "empty")
    embedder = WordVectors()
    again = run(tmp_path, [captured("New.", "2.txt"), captured("One.", "1.txt")], embedder)
    assert sorted(kinds(again)) == ["replaced", "unchanged"]
    assert embedder.embedded == 1


def test_the_same_page_twice_in_one_run_is_stored_once(tmp_path: Path) -> None:
    assert kinds(run(tmp_path, [captured("One.")] * 2)) == ["added", "unchanged"]


def test_equal_passages_are_embedded_once(tmp_path: Path) -> None:
    embedder = WordVectors()
    run(tmp_path, [captured("Same words.", f"{n}.txt") for n in range(5)], embedder)
    run(tmp_path, [captured("Same words.", "again.txt")], embedder)
    assert embedder.embedded == 1


def test_real_files_bad_ones_among_them(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    page = "Ferry stays in port\n\n" + "The ferry stayed in port on Monday, the council said. " * 9
    (folder / "good.txt").write_text(page)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    paths = [folder, tmp_path / "missing.txt"]
    events = [*ingest_captures(find_captures(paths), tmp_path / "archive", WordVectors())]
    by_file = {event.file: event for event in events}
    assert by_file["good.txt"].kind == "added"
    for name in ("empty.txt", "binary.txt", "missing.txt"):
        assert by_file[name].kind == "rejected"
        assert by_file[name].reason
    again = [*ingest_captures(find_captures(paths), tmp_path / "archive", WordVectors())]
    assert sorted(kinds(again)) == ["rejected"] * 3 + ["unchanged"]


def test_an_archive_inside_the_ingested_folder_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("The ferry sails. " * 20)
    archive = tmp_path / "archive"
    for _ in range(2):
        events = [*ingest_captures(find_captures([tmp_path]), archive, WordVectors())]
        assert [event.file for event in events] == ["page.txt"]


def test_two_captures_of_an_address_in_one_web_archive_are_its_versions(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    pages = tmp_path / "pages"
    pages.mkdir()
    with (pages / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for day, word in (("06-01", "newest"), ("03-01", "oldest"), ("04-01", "middling")):
            fields = [("Content-Type", "text/html")]
            body = f"<html><body><h1>The ferry</h1><p>The {word} ferry sails.</p></body></html>"
            writer.write_record(
                writer.create_warc_record(
                    "https://lenn.example/ferry",
                    "response",
                    payload=io.BytesIO(body.encode()),
                    http_headers=StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1"),
                    warc_headers_dict={"WARC-Date": f"2021-{day}T00:00:00Z"},
                )
            )
    archive = tmp_path / "archive"
    first, second = (
        kinds([*ingest_captures(find_captures([pages]), archive, WordVectors())]) for _ in range(2)
    )
    assert first == ["added"] * 3
    assert second == ["unchanged"] * 3
    reading = open_reading(archive, WordVectors())
    (current,) = reading.catalogue.summaries()
    article = reading.catalogue.article(current.id)
    reading.close()
    assert article is not None
    assert "newest" in article.text


def test_a_job_broken_off_keeps_what_it_reported(tmp_path: Path) -> None:
    pages = [captured(f"Page {n}. " * 90, f"{n}.txt") for n in range(300)]
    job = ingest_captures(pages, tmp_path, WordVectors(), readings=read_plainly)
    seen = {next(job).file for _ in range(70)}
    job.close()  # type: ignore[attr-defined]
    assert seen <= files(tmp_path)
    assert len(run(tmp_path, pages)) == 300
    assert len(files(tmp_path)) == 300


class _Failing(WordVectors):
    """An embedder whose endpoint goes away after some texts."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        if self.embedded > 50:
            raise ConnectionError("endpoint gone")
        return super().passages(texts)


def test_an_embedder_that_fails_loses_no_page_that_was_there(tmp_path: Path) -> None:
    old = [captured(f"Old {n}.", f"{n}.txt") for n in range(400)]
    new = [captured(f"New {n}.", f"{n}.txt") for n in range(400)]
    run(tmp_path, old)
    with pytest.raises(ConnectionError):
        run(tmp_path, new, _Failing())
    assert len(files(tmp_path)) == 400
    assert set(kinds(run(tmp_path, new))) == {"replaced", "unchanged"}


def test_removed_pages_are_gone_and_can_come_back(tmp_path: Path) -> None:
    events = run(tmp_path, [captured("One.", "1.txt"), captured("Two.", "2.txt")])
    assert remove_articles([str(events[0].article_id)], tmp_path, WordVectors()) == 1
    assert files(tmp_path) == {"2.txt"}
    reading = open_reading(tmp_path, WordVectors())
    assert reading.index.count("current") == 1
    assert reading.catalogue.pending() == 0
    reading.close()
    assert kinds(run(tmp_path, [captured("One.", "1.txt")])) == ["added"]


def test_a_second_writer_is_told_who_holds_the_archive(tmp_path: Path) -> None:
    run(tmp_path, [captured("One.")])
    with (
        writer_lock(tmp_path),
        pytest.raises(ArchiveBusy, match=f"process {os.getpid()} on .+ since"),
    ):
        run(tmp_path, [captured("Two.")])
    assert kinds(run(tmp_path, [captured("Two.")])) == ["replaced"]


def _other_format(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps(manifest | {"format": 99}))


def _other_splitter(folder: Path) -> None:
    text = (folder / "manifest.json").read_text()
    (folder / "manifest.json").write_text(text.replace(SPLITTER, "lines-1"))


def _other_embedder(folder: Path) -> None:
    text = (folder / "manifest.json").read_text()
    (folder / "manifest.json").write_text(text.replace(WordVectors.name, "bag-of-tokens"))


def _garbled_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text("{")


def _garbled_catalogue(folder: Path) -> None:
    (folder / "catalogue.sqlite").write_bytes(b"x" * 9_000)


def _overwritten_pages(folder: Path) -> None:
    file = folder / "catalogue.sqlite"
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xff" * (size - 8192))


@pytest.mark.parametrize(
    ("harm", "error", "words"),
    [
        (_other_format, ArchiveMismatch, "format 99.*new"),
        (_other_splitter, ArchiveMismatch, "lines-1.*new folder"),
        (_other_embedder, ArchiveMismatch, "bag-of-tokens.*new folder"),
        (_garbled_manifest, ArchiveDamaged, "manifest.json.*backup"),
        (_garbled_catalogue, ArchiveDamaged, "catalogue.*backup"),
        (_overwritten_pages, ArchiveDamaged, "catalogue.*backup"),
    ],
)
def test_an_archive_that_cannot_be_used_says_why_and_is_left_alone(
    tmp_path: Path, harm: Callable[[Path], None], error: type[Exception], words: str
) -> None:
    run(tmp_path, [captured(f"Page {n}. " * 50, f"{n}.txt") for n in range(30)])
    harm(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.glob("[cm]*")}
    with pytest.raises(error, match=f"(?s){words}"):
        run(tmp_path, [captured("Two.")])
    with pytest.raises(error):
        files(tmp_path)
    assert {path: path.read_bytes() for path in before} == before


def test_a_lost_catalogue_is_named_and_a_new_one_finds_no_strangers(tmp_path: Path) -> None:
    run(tmp_path, [captured(f"Page {n}.", f"{n}.txt") for n in range(20)])
    for file in tmp_path.glob("catalogue.sqlite*"):
        file.unlink()
    with pytest.raises(ArchiveMissing, match=r"catalogue\.sqlite"):
        open_reading(tmp_path, WordVectors())
    run(tmp_path, [captured("One.", "1.txt")])
    reading = open_reading(tmp_path, WordVectors())
    assert reading.index.count("current") == 1
    reading.close()


def test_a_place_that_is_no_archive_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    file.write_text("words")
    for use in (open_reading, lambda folder, embedder: run(folder, [captured("One.")], embedder)):
        with pytest.raises(ArchiveError, match=r"file\.txt is a file"):
            use(file, WordVectors())
    with pytest.raises(ArchiveMissing, match="onrecord ingest"):
        open_reading(tmp_path / "nowhere", WordVectors())
    with pytest.raises(ArchiveMismatch, match=r"not empty.*file\.txt"):
        run(tmp_path, [captured("One.")])
    assert {path.name for path in tmp_path.iterdir()} <= {"file.txt", "writer.lock"}


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    run(archive, [captured("One.")])
    for path in (*archive.rglob("*"), archive):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for path in (tmp_path, *list(tmp_path.parents)[:3]):
        with contextlib.suppress(PermissionError):
            path.chmod(path.stat().st_mode | 0o555)
    with _unprivileged(), pytest.raises(ArchiveError, match="writable"):
        run(archive, [captured("Two.")])
    for path in (archive, *archive.rglob("*")):
        path.chmod(0o755)
    assert kinds(run(archive, [captured("Two.")])) == ["replaced"]


@contextlib.contextmanager
def _unprivileged() -> Iterator[None]:
    """Give up root's right to write anywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_full_disk_is_reported_before_anything_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, [captured("One.", "1.txt")])
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage._replace(free=20_000_000))
    with pytest.raises(
        StorageFull, match=r"disk full.*needs \d+ MB free.*there are 20 MB.*same command"
    ):
        run(tmp_path, [captured("Two.", "2.txt")])
    reading = open_reading(tmp_path, WordVectors())
    assert len(reading.catalogue.summaries()) == 1
    reading.close()
    monkeypatch.undo()
    assert kinds(run(tmp_path, [captured("Two.", "2.txt")])) == ["added"]


def test_writing_holds_until_the_work_is_done(tmp_path: Path) -> None:
    with open_writing(tmp_path, WordVectors()) as writing:
        assert writing.catalogue.coverage().articles == 0
        with pytest.raises(ArchiveBusy), open_writing(tmp_path, WordVectors()):
            pass
