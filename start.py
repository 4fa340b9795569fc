"""Sets OnRecord up in `.venv` beside this file, then runs it. Needs Python 3.11 and nothing else.

    python3 start.py                ask the sample archive in the browser
    python3 start.py ARGUMENTS      the same as `onrecord ARGUMENTS`: serve FOLDER, ask "…", --help
    python3 start.py test           run every check, the tests with a real browser included

What is set up already is left alone. This file is kept readable for older Pythons, down to 3.7, so
that they can say what is missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed.json"
OLDEST = (3, 11)
ROOM_BYTES = 2 * 10**9
"""Of free disk: the environment, and pip's copies of what it downloads."""

USE, DEVELOP = "requirements.lock", "requirements-dev.lock"
"""What using the product takes, and the same with what the checks need beside it."""

SAMPLE = ["serve", str(ROOT / "seeds"), "--archive", str(ROOT / ".onrecord")]
CHECKS = (
    ("ruff", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
    ("imports", ["lint-imports", "--no-logo"]),
)
BROWSERS = ("chromium", "chromium-browser")
WITHOUT_BROWSER = "not browser"


class SetUpFailed(Exception):
    """Something that the person at the keyboard can mend; the message says how."""


def main(arguments: list[str]) -> int:
    """Set up what is missing, run what was asked for, return its exit status."""
    try:
        refuse_old_python()
        if arguments[:1] == ["test"]:
            set_up(DEVELOP)
            return checked(arguments[1:])
        set_up(USE)
    except SetUpFailed as error:
        print(f"start.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstart.py: stopped; the same command goes on from here", file=sys.stderr)
        return 130
    return run_onrecord(arguments or SAMPLE)


def refuse_old_python() -> None:
    """Raise SetUpFailed on a Python that the product does not run on."""
    if sys.version_info >= OLDEST:
        return
    newer = [f"python3.{minor}" for minor in range(14, 10, -1) if shutil.which(f"python3.{minor}")]
    way_out = f"run: {newer[0]} start.py" if newer else "install Python 3.11 or newer"
    raise SetUpFailed(f"this is Python {sys.version.split()[0]}, which is too old; {way_out}")


def set_up(lock: str) -> None:
    """Make the environment and install what `lock` names, unless that was done before."""
    wanted = fingerprint(lock)
    if installed().get(lock) == wanted and PYTHON.exists():
        return
    started = time.monotonic()
    make_environment()
    print(f"start.py: installing what {lock} names into .venv (once; a few minutes)", flush=True)
    pip(["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / lock)])
    pip(["--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    done = {lock: wanted} if lock == USE else {lock: wanted, USE: fingerprint(USE)}
    STAMP.write_text(json.dumps(done), encoding="utf-8")
    print(f"start.py: set up in {time.monotonic() - started:.0f} s", flush=True)


def fingerprint(lock: str) -> str:
    """Return a digest of everything that an installation depends on."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for name in (lock, "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def installed() -> dict[str, str]:
    """Return the fingerprint of each lock that is installed in the environment."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def make_environment() -> None:
    """Make `.venv` with pip in it, anew when another Python's is there; clear its stamp."""
    STAMP.unlink(missing_ok=True)
    if works_here():
        return
    free = shutil.disk_usage(ROOT).free
    if free < ROOM_BYTES:
        raise SetUpFailed(
            f"the disk of {ROOT} has {free // 10**6} MB free, and setting up needs"
            f" {ROOM_BYTES // 10**6} MB; make room and try again"
        )
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if made.returncode:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise SetUpFailed(
            f"this Python cannot make a virtual environment:\n{made.stdout}{made.stderr}\n"
            f"On Debian or Ubuntu: apt-get install python{version}-venv. Then try again."
        )


def works_here() -> bool:
    """Return whether the environment was made in this place, starts, is of our version, has pip."""
    question = "import sys, pip; print(sys.version_info[:2])"
    try:
        made_as = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
        told = subprocess.run([str(PYTHON), "-c", question], capture_output=True, text=True)
    except OSError:
        return False
    return str(VENV) in made_as and told.stdout.strip() == str(sys.version_info[:2])


def pip(arguments: list[str]) -> None:
    """Run `pip install` with one line of progress; raise SetUpFailed with its last words."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", *arguments]
    lines: list[str] = []
    watched = sys.stdout.isatty()
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout or ():
            lines.append(line)
            if watched:
                shown = " ".join(line.split("\\")[0].split())[:76]
                print(f"\r\033[K  {shown}", end="", flush=True)
    if watched:
        print("\r\033[K", end="", flush=True)
    if process.returncode:
        raise SetUpFailed(
            f"pip could not install:\n{''.join(lines[-15:])}\n"
            "If that speaks of connections: setting up needs a Python package index once (pip's"
            " own settings name it, such as PIP_INDEX_URL); using OnRecord needs no network."
            " If it finds no matching version: this system or Python has no ready-made package of"
            " that name; Python 3.11 on Linux, macOS or Windows with 64 bits is the safe choice."
            " The same command goes on where this one stopped."
        )


def run_onrecord(arguments: list[str]) -> int:
    """Become `onrecord`, so that keys and signals reach it; return its exit status on Windows."""
    command = [str(BIN / "onrecord"), *arguments]
    sys.stdout.flush()
    if os.name == "nt":
        return subprocess.call(command)
    return os.execv(command[0], command)  # noqa: S606 - no shell is wanted


def checked(arguments: list[str]) -> int:
    """Run every check, the tests with `arguments` for pytest last; return 0 if all passed."""
    if WITHOUT_BROWSER not in arguments:
        find_browser()
    failed = [name for name, command in CHECKS if not passes(name, command)]
    if not passes("tests", ["pytest", *arguments]):
        failed.append("tests")
    if failed:
        print(f"start.py: failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    """Run one check from the environment; return whether it exits with 0."""
    print(f"start.py: {name}", flush=True)
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    whole = [str(BIN / command[0]), *command[1:]]
    return subprocess.call(whole, cwd=ROOT, env={**os.environ, "PATH": path}) == 0


def find_browser() -> None:
    """Make sure that there is a Chromium; install Debian's when we are allowed to."""
    if any(shutil.which(name) for name in BROWSERS):
        return
    if shutil.which("apt-get") and os.name == "posix" and os.geteuid() == 0:
        print("start.py: installing Chromium for the browser tests", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "--yes", "chromium"]):
            subprocess.call(["apt-get", "-qq", *step], env=quiet, stdout=subprocess.DEVNULL)  # noqa: S607
        if any(shutil.which(name) for name in BROWSERS):
            return
    raise SetUpFailed(
        "the browser tests need `chromium` on the PATH, and it is not there. On Debian:"
        " sudo apt-get install chromium; elsewhere your system's package. Without these tests:"
        f' python3 start.py test -m "{WITHOUT_BROWSER}"'
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
