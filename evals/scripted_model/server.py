"""The server: sockets and threads by hand, so that a script decides over every byte and pause."""

import json
import socket
import struct
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import Any, Self

from evals.scripted_model import wire
from evals.scripted_model.behaviours import NAMES, by_name
from evals.scripted_model.reply import Asked, Pause, Reply, Reset, Script, Send

_LARGEST_REQUEST = 16_000_000
_IDLE_S = 30.0
"""A client that connects and says nothing is dropped by then."""
_NO_LINGER = struct.pack("ii", 1, 0)


class ScriptedModel:
    """Serves on a free port of this machine while its block runs.

    Without a script the model's name in each request chooses the behaviour.
    """

    def __init__(self, script: Script = by_name) -> None:
        self._script = script
        self._lock = threading.Lock()
        self._asked: list[Asked] = []
        self._open: set[socket.socket] = set()
        self._closing = False
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._thread = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._closing = True
            connections = tuple(self._open)
        for connection in (self._listening, *connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(5)

    @property
    def port(self) -> int:
        """The port it listens on."""
        number: int = self._listening.getsockname()[1]
        return number

    @property
    def url(self) -> str:
        """What a client takes for the base address."""
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The requests for a completion that came since the script was set, in order."""
        with self._lock:
            return tuple(self._asked)

    def play(self, script: Script) -> None:
        """Answer by this script from now on, and forget what was asked before."""
        with self._lock:
            self._script = script
            self._asked.clear()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with self._lock:
                if self._closing:
                    connection.close()
                    return
                self._open.add(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):  # whoever hung up has no use for the rest
            connection.settimeout(_IDLE_S)
            asked = _received(connection)
            if asked is not None:
                _send(connection, self._reply(asked))
        with self._lock:
            self._open.discard(connection)

    def _reply(self, asked: Asked) -> Reply:
        if asked.path.endswith("/models"):
            return wire.models(NAMES)
        if not asked.path.endswith("/chat/completions"):
            return wire.error(404, f"no such path: {asked.path}", "not_found")
        with self._lock:
            asked = replace(asked, number=len(self._asked) + 1)
            self._asked.append(asked)
            script = self._script
        return script(asked)


def _send(connection: socket.socket, reply: Reply) -> None:
    for step in reply:
        match step:
            case Send(data):
                connection.sendall(data)
            case Pause(seconds):
                if _hung_up(connection, seconds):
                    return
            case Reset():
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
                return


def _hung_up(connection: socket.socket, seconds: float) -> bool:
    """Wait that long; return whether the other side, or this server, ended the connection."""
    connection.settimeout(seconds)
    try:
        return connection.recv(1) == b""
    except TimeoutError:
        return False
    finally:
        connection.settimeout(_IDLE_S)


def _received(connection: socket.socket) -> Asked | None:
    """Return the request; none when the connection ended before it was whole."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = connection.recv(65_536)
        if not more or len(data) > _LARGEST_REQUEST:
            return None
        data += more
    first, *lines = data.split(b"\r\n\r\n", 1)[0].decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(":") for line in lines)
    }
    body = data.split(b"\r\n\r\n", 1)[1]
    length = int(headers.get("content-length", "0"))
    while len(body) < min(length, _LARGEST_REQUEST):
        more = connection.recv(65_536)
        if not more:
            return None
        body += more
    return Asked(method=method, path=path, headers=headers, body=_object(body))


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
