"""A real server on a port of its own, for the tests of the HTTP door and of the chat page."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Any

import uvicorn


class _Announcing(uvicorn.Server):
    """A server that says when it takes requests."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


@contextlib.contextmanager
def serving(app: Any) -> Iterator[str]:
    """Serve `app` while the block runs; yield its address, without a slash at the end."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = _Announcing(uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        assert server.up.wait(30), "the server did not start"
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()
