"""The command line in processes of its own: what it prints, where, and how it ends."""

import json
import os
import signal
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from commanding import COMMAND, ROOT, environment, onrecord
from jsonschema import Draft202012Validator
from pages import write_pages


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three pages."""
    folder = tmp_path_factory.mktemp("cli")
    pages = write_pages(folder / "pages", "harbour.txt", "ferry.txt", "squid.txt")
    done = onrecord("ingest", str(pages), archive=folder / "archive")
    assert done.returncode == 0, done.stderr
    assert "3 files: 3 added, 0 unchanged, 0 replaced, 0 rejected" in done.stdout
    return folder / "archive"


def test_help_needs_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['onrecord', '--help']\n"
        "import onrecord\n"
        "try:\n    onrecord.main()\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "heavy = {'gradio', 'llama_index', 'chromadb', 'onnxruntime', 'fastapi', 'uvicorn',\n"
        "         'trafilatura', 'sqlalchemy', 'numpy', 'dateparser', 'rich', 'pydantic'}\n"
        "print('heavy:', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [COMMAND[0], "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(),
        check=True,
    )
    for name in ("serve", "ingest", "ask", "search", "show", "list", "status", "remove", "eval"):
        assert name in done.stdout
    assert "heavy: []" in done.stdout


def test_version() -> None:
    assert onrecord("--version").stdout.startswith("onrecord 0.")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bogus",), "No such command"),
        (("ask", "x", "--bogus"), "No such option"),
        (("ask",), "Missing argument"),
        (("ingest", "/no/such/folder"), "does not exist"),
        (("serve", "/no/such/folder"), "does not exist"),
        (("ask", "x", "--since", "yesterday"), "is not a date"),
        (("ask", "x", "--voice", "shouting"), "shouting"),
        (("ask", "   "), "empty"),
        (("ask", "x" * 100_000), "at most"),
        (("search", "x", "--limit", "0"), "--limit"),
        (("show", "nowhere.txt"), "onrecord list"),
        (("remove", "nowhere.txt"), "onrecord list"),
        (("serve", "--host", "0.0.0.0"), "--allow-host"),  # noqa: S104 - refused
        (("serve", "--allow-host", "http://x/"), "not a host name"),
    ],
)
def test_bad_input_is_one_clear_message(words: tuple[str, ...], told: str, archive: Path) -> None:
    done = onrecord(*words, archive=archive)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


@pytest.mark.parametrize(
    "command", ["ask bridge?", "search bridge", "list", "status", "serve --port 0"]
)
def test_where_nothing_was_ingested_the_way_out_is_named(command: str, tmp_path: Path) -> None:
    done = onrecord(*command.split(), archive=tmp_path / "none")
    assert done.returncode == 2
    assert "ingest" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "none").exists()


def test_an_answer_follows_the_contract(archive: Path) -> None:
    done = onrecord(
        "ask", "--json", "What did Mara Lindqvist say about the bridge?", archive=archive
    )
    answer = json.loads(done.stdout)
    schema = json.loads((files("rag.values") / "answer.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(answer)
    assert answer["status"] == "answered"
    page = json.loads(
        onrecord("show", "--json", answer["citations"][0]["article"]["id"], archive=archive).stdout
    )
    for cited in answer["citations"]:
        assert page["text"][cited["start"] : cited["end"]] == cited["quote"]
        assert cited["speaker"]["name"] == "Mara Lindqvist"


def test_an_answer_for_people_has_quote_speaker_outlet_and_date(archive: Path) -> None:
    text = onrecord("ask", "What did Mara Lindqvist say about the bridge?", archive=archive).stdout
    told = " ".join(text.split())
    for part in ("The bridge is not safe today", "Mara Lindqvist", "5 April 2031", "harbour.txt"):
        assert part in told


def test_filters_reach_the_answer(archive: Path) -> None:
    words = ("ask", "--json", "What did Mara Lindqvist say about the bridge?", "--until", "2030")
    assert json.loads(onrecord(*words, archive=archive).stdout)["status"] == "abstained"


def test_search_gives_words_at_their_offsets(archive: Path) -> None:
    done = onrecord("search", "--json", "--limit", "2", "night ferry", archive=archive)
    hits = json.loads(done.stdout)["hits"]
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    assert hits[0]["article"]["file"] == "ferry.txt"
    for hit in hits:
        page = json.loads(onrecord("show", hit["article"]["id"], "--json", archive=archive).stdout)
        assert page["text"][hit["start"] : hit["end"]] == hit["text"]


@pytest.mark.parametrize("form", [(), ("--html",), ("--json",)])
def test_a_shown_page_labels_voices_and_does_nothing(form: tuple[str, ...], archive: Path) -> None:
    shown = onrecord("show", "squid.txt", *form, archive=archive).stdout
    assert "squid" in shown.lower()
    assert "\x9b" not in shown
    if form == ("--html",):
        assert "<script" not in shown
        assert "<img" not in shown
        assert "Headline" in shown
    if not form:
        assert "Headline │" in shown
        assert "Article │" in shown


def test_list_and_status_count_the_same(archive: Path) -> None:
    listed = json.loads(onrecord("list", "--json", archive=archive).stdout)
    status = json.loads(onrecord("status", "--json", archive=archive).stdout)
    assert len(listed) == status["articles"] == 3
    assert status["bytes"] > 0
    assert "harbour.txt" in onrecord("list", archive=archive).stdout.replace("\n", "")
    assert "Articles    3" in onrecord("status", archive=archive).stdout


def test_list_and_status_load_neither_model_nor_vectors(archive: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from rag.doors.cli.list import list_articles; from rag.doors.cli.status import status\n"
        "list_articles(Path(sys.argv[1])); status(Path(sys.argv[1]))\n"
        "sys.exit(len({'chromadb', 'onnxruntime', 'llama_index'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(archive)], check=False).returncode == 0


def test_ingest_reports_each_file_and_removal_removes(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    pages = write_pages(tmp_path / "pages", "ferry.txt")
    (pages / "empty.txt").write_bytes(b"")
    first = onrecord("ingest", "--json", str(pages), archive=archive)
    lines = [json.loads(line) for line in first.stdout.splitlines()]
    assert first.returncode == 0
    assert {(line["event"], line.get("file")) for line in lines[:-1]} == {
        ("added", "ferry.txt"),
        ("rejected", "empty.txt"),
    }
    assert all(line["reason"] for line in lines if line["event"] == "rejected")
    [site] = lines[-1].pop("sites")
    assert lines[-1] == {
        "event": "done",
        "added": 1,
        "unchanged": 0,
        "replaced": 0,
        "rejected": 1,
        "reread": 0,
    }
    assert site["pages"] == 1
    assert 0 < site["kept"] <= site["characters"]
    assert site["kept_ratio"] == round(site["kept"] / site["characters"], 3)
    again = onrecord("ingest", str(pages), archive=archive)
    assert again.returncode == 0
    assert "0 added, 1 unchanged, 0 replaced, 1 rejected" in again.stdout
    assert "empty.txt" in again.stderr
    assert "Removed 1 article" in onrecord("remove", "ferry.txt", archive=archive).stdout
    assert json.loads(onrecord("list", "--json", archive=archive).stdout) == []
    alone = onrecord("ingest", str(pages / "empty.txt"), archive=archive)
    assert alone.returncode == 1
    assert "Traceback" not in alone.stderr


def test_fields_of_records_are_named_by_flag(tmp_path: Path) -> None:
    words = "The ferry stayed in port on Monday, the harbour master said. " * 5
    record = {"story": {"body": words}, "head": "Ferry stays in port", "paper": "Kestrel Ledger"}
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps(record) + "\n")
    archive = tmp_path / "archive"
    none = onrecord("ingest", str(file), archive=archive)
    assert none.returncode == 1
    for words in ("'story', 'head', 'paper'", "--field text=NAME"):
        assert words in none.stderr
    wrong = onrecord("ingest", "--field", "body=story", str(file), archive=archive)
    assert "'body=story'" in wrong.stderr
    assert "title" in wrong.stderr
    flags = [f"--field={one}" for one in ("text=story.body", "title=head", "outlet=paper")]
    done = onrecord("ingest", *flags, str(file), archive=archive)
    assert "1 added" in done.stdout
    assert "kestrel ledger" in done.stdout
    [listed] = json.loads(onrecord("list", "--json", archive=archive).stdout)
    assert listed["title"] == "Ferry stays in port"
    assert listed["outlet"] == "Kestrel Ledger"


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    done = onrecord("ingest", str(tmp_path / "pages"), archive=tmp_path / "archive")
    assert done.returncode == 1
    assert "no files" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent differently there")
def test_an_interrupted_ingest_says_how_to_go_on(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_bytes(b"")
    for n in range(200):
        words = "".join(f"The ferry {n} of day {k} stayed in port, he said. " for k in range(99))
        (pages / f"b{n}.txt").write_text(words)
    more = environment(ONRECORD_ARCHIVE=str(tmp_path / "archive"))
    with subprocess.Popen(
        [*COMMAND, "ingest", "--json", str(pages)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=more,
        start_new_session=True,
    ) as job:
        assert job.stdout is not None
        assert '"rejected"' in job.stdout.readline()
        os.killpg(job.pid, signal.SIGINT)  # as a terminal does: to every process of the job
        _, told = job.communicate(timeout=120)
    assert job.returncode == 130
    assert "The same command goes on from there." in told
    assert "Traceback" not in told
