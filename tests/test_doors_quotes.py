"""The ledger and the quote check at the command line and over HTTP, on a real catalogue."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from quoted_pages import BRIDGE, FERRY, catalogue_of, page
from serving import serving
from shelf import Shelf
from typer.testing import CliRunner, Result

from ingest import Voice
from onrecord import command
from rag.doors.cli.quotes import CSV_COLUMNS
from rag.doors.http.app import http_app
from rag.doors.http.guard import Guard
from rag.ports.catalogue import CatalogueReader
from rag.values.check import Check
from rag.values.ledger import Ledger, LedgerQuery
from rag.wiring import quotes

FORMULA = page(
    "formula.txt",
    (Voice.NARRATION, "The keeper wrote: =HYPERLINK(1) is a word, said Ivo Brandt.\n"),
    outlet="=cmd()",
)
DENIAL = page(
    "denial.txt", (Voice.NARRATION, "Runa Holm denied that the lighthouse had been sold.\n")
)
DENIED = "Runa Holm denied that the lighthouse had been sold."
GOOD = 'Mara Lindqvist said: "The bridge is not safe."\n'
BAD = 'Mara Lindqvist said: "The bridge is safe."\n'


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    with catalogue_of(folder, [BRIDGE, FERRY, FORMULA, DENIAL]):
        pass
    return folder


def run(archive: Path, *arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(command(), [*arguments, "--archive", str(archive)], input=text)


def test_check_passes_a_true_draft_and_fails_an_altered_one(archive: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(GOOD, encoding="utf-8")
    passed = run(archive, "check", str(draft))
    assert (passed.exit_code, "VERIFIED" in passed.output) == (0, True)
    failed = run(archive, "check", "-", text=GOOD + BAD)
    assert failed.exit_code == 1
    assert "ALTERED" in failed.output
    assert "The bridge is {+not+} safe" in failed.output
    assert "1 of 2" in failed.output


def test_check_says_the_same_as_json(archive: Path) -> None:
    told = json.loads(run(archive, "check", "-", "--json", text=BAD).stdout)
    (quote,) = told["quotes"]
    assert (told["passed"], quote["verdict"]) == (False, "altered")
    assert quote["changes"] == [{"kind": "negation", "draft": "", "source": "not"}]
    assert BAD[quote["start"] : quote["end"]] == quote["quote"]
    place = quote["places"][0]
    assert BRIDGE.text[place["start"] : place["end"]] == place["quote"]


def test_a_draft_without_quotes_passes(archive: Path) -> None:
    assert run(archive, "check", "-", text="Nothing was said.\n").exit_code == 0
    assert run(archive, "check", "-", text="").exit_code == 0


def test_the_ledger_prints_in_four_forms(archive: Path) -> None:
    table = run(archive, "quotes", "--speaker", "Mara Lindqvist").output
    assert "agrees.”" in table
    whole = json.loads(run(archive, "quotes", "--format", "json").stdout)
    printed = run(archive, "quotes", "--format", "jsonl").stdout
    lines = [json.loads(line) for line in printed.splitlines()]
    assert lines == whole["quotes"]
    rows = list(csv.DictReader(io.StringIO(run(archive, "quotes", "--format", "csv").stdout)))
    assert set(rows[0]) == set(CSV_COLUMNS)
    variants = sum(1 + len(quote["variants"]) for quote in whole["quotes"])
    assert len(rows) == variants
    shown = rows[0]
    source = {one.id: one.text for one in (BRIDGE, FERRY, FORMULA)}[shown["article_id"]]
    assert source[int(shown["start"]) : int(shown["end"])] == shown["quote"]


def test_pages_of_the_ledger_join_up(archive: Path, client: httpx.Client) -> None:
    whole = json.loads(run(archive, "quotes", "--format", "json").stdout)
    assert whole["total"] == len(whole["quotes"]) > 5
    pages = [
        json.loads(
            run(archive, "quotes", "--format", "json", "--limit", "3", "--offset", at).stdout
        )
        for at in map(str, range(0, whole["total"] + 3, 3))
    ]
    assert [row for page in pages for row in page["quotes"]] == whole["quotes"]
    assert pages[-1]["quotes"] == []
    second = client.get("/api/quotes", params={"limit": 3, "offset": 3}).json()
    assert second == pages[1]
    shown = client.get("/quotes", params={"limit": 3, "offset": 3, "kind": ""}).text
    assert "offset=0" in shown
    assert "offset=6" in shown
    assert 'start="4"' in shown


@pytest.mark.parametrize("width", [80, 140])
def test_the_table_fits_the_terminal(
    archive: Path, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    printed = run(archive, "quotes", "--speaker", "Mara Lindqvist").output
    assert max(map(len, printed.splitlines())) <= width
    assert "for 12 months, if the council agrees" in " ".join(printed.split())


def test_a_web_page_is_a_draft_too(archive: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.html"
    draft.write_text(
        f"<html><body><article><h1>Bridges</h1><p>{GOOD}</p><p>{'It rained. ' * 30}</p>"
        f"<p>{BAD}</p></article></body></html>",
        encoding="utf-8",
    )
    told = json.loads(run(archive, "check", str(draft), "--json").stdout)
    assert [quote["verdict"] for quote in told["quotes"]] == ["verified", "altered"]


def test_a_draft_that_is_no_text_is_named(archive: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.bin"
    draft.write_bytes(bytes(range(256)) * 40)
    found = run(archive, "check", str(draft))
    assert (found.exit_code, "cannot be read" in found.output) == (2, True)


def test_a_draft_that_is_not_there_is_named(archive: Path) -> None:
    missing = run(archive, "check", "no-such-draft.md")
    assert (missing.exit_code, "no-such-draft.md" in missing.stderr) == (2, True)


def test_a_denial_is_told_at_every_door(archive: Path, client: httpx.Client) -> None:
    table = run(archive, "quotes", "--speaker", "Runa Holm").output
    assert DENIED in " ".join(table.split())
    (row,) = json.loads(run(archive, "quotes", "--speaker", "Holm", "--format", "json").stdout)[
        "quotes"
    ]
    assert (row["denied_in"], row["cue"]) == (DENIED, "denied")
    assert DENIED in client.get("/quotes", params={"speaker": "Runa Holm"}).text


def test_no_cell_is_a_formula(archive: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(archive, "quotes", "--format", "csv").stdout)))
    assert "'=cmd()" in {row["outlet"] for row in rows}
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


def test_an_ambiguous_or_unknown_name_is_said(archive: Path) -> None:
    both = run(archive, "quotes", "--speaker", "Lindqvist")
    assert "may be" in both.stderr
    assert both.exit_code == 0
    nobody = run(archive, "quotes", "--speaker", "Zorro").stderr
    assert "Nobody in the archive is called 'Zorro'" in nobody
    assert "Mara Lindqvist" in nobody
    nowhere = run(archive, "quotes", "--outlet", "The Whelk").stderr
    assert "No page is of the outlet 'The Whelk'" in nowhere
    assert "The Tidewater Mail" in nowhere


def test_an_archive_that_is_not_there_is_said(tmp_path: Path) -> None:
    found = run(tmp_path / "nowhere", "quotes")
    assert found.exit_code != 0
    assert "there is no archive at" in str(found.exception) + found.output


def test_a_reader_s_row_says_so(archive: Path) -> None:
    table = run(archive, "quotes", "--voice", "comment").output
    assert "reader’s comment" in table


class Quoting(Shelf):
    """A shelf whose quotes come from a real catalogue."""

    def __init__(self, catalogue: CatalogueReader) -> None:
        super().__init__(BRIDGE)
        self._catalogue = catalogue

    def quotes(self, query: LedgerQuery | None = None) -> Ledger:
        return quotes.quotes(self._catalogue, query or quotes.ALL_QUOTES)

    def check(self, draft: str) -> Check:
        return quotes.check(self._catalogue, draft)


@pytest.fixture(scope="module")
def client(archive: Path) -> Iterator[httpx.Client]:
    with (
        quotes.opened_catalogue(archive) as catalogue,
        serving(Guard(http_app(Quoting(catalogue)))) as address,
        httpx.Client(base_url=address) as client,
    ):
        yield client


def test_http_and_command_line_say_the_same(client: httpx.Client, archive: Path) -> None:
    draft = GOOD + BAD
    told = json.loads(run(archive, "check", "-", "--json", text=draft).stdout)
    assert client.post("/api/check", json={"text": draft}).json() == told
    asked = {"speaker": "Lindqvist", "about": "bridge", "kind": "direct", "limit": "5"}
    options = [part for key, value in asked.items() for part in (f"--{key}", value)]
    listed = json.loads(run(archive, "quotes", *options, "--format", "json").stdout)
    assert client.get("/api/quotes", params=asked).json() == listed
    assert listed["quotes"]


def test_python_checks_one_quote(archive: Path) -> None:
    with quotes.opened_catalogue(archive) as catalogue:
        assert quotes.check_one(catalogue, "The bridge is not safe", "Lindqvist").passed
        other = quotes.check_one(catalogue, "The bridge is not safe", "Ivo Brandt")
    assert other.verdict == "other_speaker"


@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("/api/quotes", {"kind": "shouted"}),
        ("/api/quotes", {"limit": "0"}),
        ("/api/quotes", {"unknown": "1"}),
    ],
)
def test_bad_requests_are_named(client: httpx.Client, path: str, params: dict[str, str]) -> None:
    answer = client.get(path, params=params)
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "invalid_field"
