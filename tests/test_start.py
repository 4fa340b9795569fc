import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import start
from start import SetUpFailed


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout without an environment, whose locks name nothing."""
    root = Path(start.__file__).parent
    for name in ("pyproject.toml", start.USE, start.DEVELOP):
        (tmp_path / name).write_bytes((root / name).read_bytes())
    venv = tmp_path / ".venv"
    places = {"ROOT": tmp_path, "VENV": venv, "STAMP": venv / "installed.json"}
    for name, place in places.items():
        monkeypatch.setattr(start, name, place)
    monkeypatch.setattr(start, "BIN", venv / "bin")
    monkeypatch.setattr(start, "PYTHON", venv / "bin" / "python")
    return tmp_path


def test_old_pythons_can_read_it() -> None:
    source = Path(start.__file__).read_text()
    ast.parse(source, feature_version=(3, 7))
    imported = {
        alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert imported <= set(sys.stdlib_module_names)


def test_an_old_python_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "python3.12" else None)
    with pytest.raises(SetUpFailed, match=r"too old; run: python3\.12 start\.py"):
        start.refuse_old_python()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SetUpFailed, match=r"install Python 3\.11 or newer"):
        start.refuse_old_python()


def test_an_environment_is_made_where_none_works(checkout: Path) -> None:
    assert not start.works_here()
    start.make_environment()
    assert start.works_here()
    (checkout / ".venv" / "pyvenv.cfg").write_text("home = elsewhere")
    assert not start.works_here()


def test_a_full_disk_is_named_before_anything_is_made(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "ROOM_BYTES", 10**18)
    with pytest.raises(SetUpFailed, match="MB free"):
        start.make_environment()
    assert not (checkout / ".venv").exists()


def test_a_failed_installation_shows_pips_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))
    with pytest.raises(SetUpFailed) as failed:
        start.pip(["--no-index", "--dry-run", "a-package-that-is-nowhere"])
    assert "a-package-that-is-nowhere" in str(failed.value)
    assert "needs a Python package index once" in str(failed.value)


def test_what_is_done_is_not_done_again(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[list[str]] = []
    monkeypatch.setattr(start, "pip", runs.append)
    start.set_up(start.DEVELOP)
    assert len(runs) == 2
    assert "--require-hashes" in runs[0]
    start.set_up(start.DEVELOP)
    start.set_up(start.USE)  # the development lock holds all of it
    assert len(runs) == 2
    (checkout / start.USE).write_text("changed==1\n")
    start.set_up(start.USE)
    assert len(runs) == 4
    assert set(json.loads(start.STAMP.read_text())) == {start.USE}


def test_an_interrupted_installation_is_not_taken_for_done(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "pip", interrupted)
    assert start.main(["list"]) == 130
    assert start.installed() == {}
    assert checkout.is_dir()


@pytest.mark.parametrize("stamp", ["", "[]", "{", "null"])
def test_a_damaged_stamp_counts_as_none(checkout: Path, stamp: str) -> None:
    (checkout / ".venv").mkdir()
    start.STAMP.write_text(stamp)
    assert start.installed() == {}


def test_a_missing_browser_is_named_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SetUpFailed, match='-m "not browser"'):
        start.find_browser()


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Callable[[set[str]], tuple[int, list[str]]]:
    """Runs the checks with stand-ins of which the named ones fail; gives status and order."""

    def run(failing: set[str]) -> tuple[int, list[str]]:
        ran: list[str] = []

        def stand_in(command: list[str], **_: object) -> int:
            ran.append(Path(command[0]).name)
            return int(ran[-1] in failing)

        monkeypatch.setattr(subprocess, "call", stand_in)
        return start.checked(["-m", start.WITHOUT_BROWSER]), ran

    return run


def test_every_check_runs_and_one_failure_fails_all(
    checks: Callable[[set[str]], tuple[int, list[str]]],
) -> None:
    every = ["ruff", "ruff", "mypy", "lint-imports", "pytest"]
    assert checks(set()) == (0, every)
    assert checks({"mypy"}) == (1, every)
    assert checks({"pytest"}) == (1, every)
