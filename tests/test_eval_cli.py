import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals import __main__, suites
from evals.cli import eval_app
from evals.intervals import share
from evals.report import Outcome, Report, report_json


def saved(path: Path, *passed: bool) -> Path:
    outcomes = tuple(Outcome(id=str(n), kind="fact", passed=good) for n, good in enumerate(passed))
    figures = (share("passed", sum(passed), len(passed)),)
    report = Report(suite="s", digest="d", version="1", figures=figures, outcomes=outcomes)
    path.write_text(report_json(report), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [((True, False), (True, True), 0), ((True, False), (False, True), 1)],
)
def test_compare_exits_with_1_when_something_broke(
    tmp_path: Path, before: tuple[bool, ...], after: tuple[bool, ...], code: int
) -> None:
    a, b = saved(tmp_path / "a.json", *before), saved(tmp_path / "b.json", *after)
    result = CliRunner().invoke(eval_app, ["compare", str(a), str(b)])
    assert result.exit_code == code, result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run", "nosuch"], "There is no suite 'nosuch'"),
        (["run", "polnear"], "needs the folder"),
        (["run", "polnear", "/no/such/folder"], "needs the folder"),
    ],
)
def test_a_wrong_name_is_told_with_the_way_out(
    arguments: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["evals", "eval", *arguments])
    with pytest.raises(SystemExit) as exit_:
        __main__.main()
    assert exit_.value.code == 2
    assert told in capsys.readouterr().err


def test_a_named_suite_runs_and_its_bounds_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "made_suite.py").write_text(
        "from evals.intervals import share\n"
        "from evals.report import Report\n"
        "def run(folder):\n"
        "    figures = (share('x', 1, 2, floor=0.9),)\n"
        "    return Report(suite='made', digest='d', version='1', figures=figures)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("evals.running.SUITES", {"made": suites.Suite("made_suite", "a test")})
    target = tmp_path / "report.json"
    arguments = ["run", "made", str(tmp_path), "--json", "--save", str(target)]
    result = CliRunner().invoke(eval_app, arguments)
    assert result.exit_code == 1
    assert json.loads(result.stdout) == json.loads(target.read_text())


def test_the_commands_import_nothing_heavy() -> None:
    code = (
        "import sys, evals.cli; heavy = {'llama_index', 'chromadb', 'gradio', 'pydantic', 'rag'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
