"""Running the command line as people do: in a process and an environment of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMAND = (sys.executable, str(ROOT / "onrecord.py"))


def environment(**more: str) -> dict[str, str]:
    """Return the environment without any setting of ours but these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    return {**kept, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **more}


def onrecord(*words: str, archive: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `onrecord WORDS` to its end."""
    more = {} if archive is None else {"ONRECORD_ARCHIVE": str(archive)}
    return subprocess.run(
        [*COMMAND, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env=environment(**more),
        check=False,
    )
