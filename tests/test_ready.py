"""What reading needs is loaded once, before the processes that read are forked."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from ingest import Capture, Rejection

def loaded(capture):
    names = ("trafilatura", "htmldate", "inscriptis", "py3langid", "dateparser")
    languages = sum("date_translation_data." in name for name in sys.modules)
    return Rejection("", f"{sum(name in sys.modules for name in names)} {languages > 100}")

if __name__ == "__main__":
    from rag.adapters.reading_pool import make_ready, read_in_processes
    make_ready(int(sys.argv[1]))
    assert "trafilatura" not in sys.modules
    for _, found in read_in_processes([Capture(b"", "one")], workers=1, read=loaded):
        print(found.reason)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads its own")
@pytest.mark.parametrize(("pages", "told"), [("1", "5 False"), ("1000", "5 True")])
def test_a_process_that_reads_starts_with_everything_loaded(
    pages: str, told: str, tmp_path: Path
) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    root = Path(__file__).parents[1]
    ended = subprocess.run(
        [sys.executable, str(script), pages],
        cwd=root,
        env={"PYTHONPATH": str(root), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.split("\n")[0] == told
