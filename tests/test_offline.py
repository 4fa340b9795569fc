"""Nothing leaves the machine: the product's own commands under a kernel that ends connections."""

import json
import os
import re
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from no_network import CAN_SEAL, LoopbackOnly, Outbound, is_loopback, sealed

ROOT = Path(__file__).resolve().parents[1]
needs_seal = pytest.mark.skipif(not CAN_SEAL, reason="seccomp is Linux's, numbers known for two")

PAGES = str(ROOT / "seeds")
QUESTION = "What did Aliyev say about the corridor?"
WORDS = "The road is not closed"


def environment(home: Path) -> dict[str, str]:
    return {"HOME": str(home), "PATH": os.environ["PATH"], "ONRECORD_ARCHIVE": str(home / "news")}


def run_sealed(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        sealed(*arguments), env=environment(home), capture_output=True, text=True, timeout=60
    )


@needs_seal
def test_the_seal_ends_a_process_that_connects(tmp_path: Path) -> None:
    script = tmp_path / "connects.py"
    script.write_text("import socket\nsocket.create_connection(('192.0.2.1', 80), 1)\n")
    done = run_sealed(tmp_path, str(script))
    assert done.returncode == -signal.SIGSYS
    assert "192.0.2.1" in done.stderr


@needs_seal
def test_ingest_and_ask_connect_to_nothing(tmp_path: Path) -> None:
    command = str(ROOT / "onrecord.py")
    ingested = run_sealed(tmp_path, command, "ingest", PAGES)
    assert ingested.returncode == 0, ingested.stderr
    asked = run_sealed(tmp_path, command, "ask", QUESTION, "--json")
    assert asked.returncode == 0, asked.stderr
    assert any(WORDS in cited["quote"] for cited in json.loads(asked.stdout)["citations"])
    # Telemetry that is only waiting for its moment has its device id and its queue on disk already.
    assert [path.name for path in tmp_path.iterdir()] == ["news"]


@contextmanager
def serving_sealed(home: Path) -> Iterator[str]:
    command = [str(ROOT / "onrecord.py"), "serve", PAGES, "--port", "0"]
    with subprocess.Popen(
        sealed(*command), env=environment(home), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            told = (re.search(r"http://\S+:\d+", line) for line in process.stdout)
            address = next((found.group() for found in told if found), None)
            assert address, f"the server ended with {process.wait(10)}"
            yield address
            assert process.poll() is None, "the server ended itself, or the kernel did"
        finally:
            process.kill()


@needs_seal
def test_the_server_connects_to_nothing(tmp_path: Path) -> None:
    with serving_sealed(tmp_path) as address:
        question = json.dumps({"question": QUESTION}).encode()
        headers = {"Content-Type": "application/json"}
        asked = urllib.request.Request(f"{address}/api/ask", question, headers)  # noqa: S310
        with urllib.request.urlopen(asked, timeout=60) as reply:  # noqa: S310
            assert json.load(reply)["status"] == "answered"
        with urllib.request.urlopen(address, timeout=60) as page:  # noqa: S310
            assert page.status == 200


@pytest.mark.parametrize("host", ["192.0.2.1", "news.example", "::ffff:192.0.2.1", b"10.0.0.1"])
def test_the_guard_around_the_tests_refuses_other_machines(
    loopback_only: LoopbackOnly, host: str | bytes
) -> None:
    with pytest.raises(Outbound):
        socket.getaddrinfo(host, 80)
    assert len(loopback_only.attempts) == 1
    loopback_only.attempts.clear()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost", "", None])
def test_the_guard_admits_this_machine(host: str | None) -> None:
    assert is_loopback(host)
