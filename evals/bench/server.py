"""A running `onrecord serve` of its own, for measurements over HTTP."""

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rag.values.errors import OnRecordError

PATIENCE_S = 120.0


class ServerSilent(OnRecordError):
    """The server that a benchmark started did not answer."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where the server listens, and how long it took to come up."""

    port: int
    up_s: float

    def ask(self, question: str) -> None:
        """Put a question to `POST /api/ask` and read the whole answer.

        Raises:
            ServerSilent: the answer was no answer.

        """
        body = json.dumps({"question": question})
        status = _request(self.port, "POST", "/api/ask", body)
        if status != http.client.OK:
            raise ServerSilent(f"POST /api/ask answered {status} to {question!r}.")


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Run `onrecord serve` on the archive until the block ends; yield it once it is ready.

    Raises:
        ServerSilent: it ended, or was not ready in time.

    """
    port = _free_port()
    command = [sys.executable, "-m", "onrecord", "serve", "--archive", str(folder)]
    started = time.perf_counter()
    with subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(process, port, started)
            yield Server(port, time.perf_counter() - started)
        finally:
            process.terminate()


def _wait(process: "subprocess.Popen[bytes]", port: int, started: float) -> None:
    while time.perf_counter() - started < PATIENCE_S:
        if process.poll() is not None:
            raise ServerSilent(f"`onrecord serve` ended with {process.returncode} at once.")
        try:
            if _request(port, "GET", "/healthz", None) == http.client.OK:
                return
        except OSError:
            time.sleep(0.05)
    raise ServerSilent(f"`onrecord serve` did not answer within {PATIENCE_S:.0f} seconds.")


def _request(port: int, method: str, path: str, body: str | None) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    try:
        connection.request(method, path, body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        response.read()
        return response.status
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
