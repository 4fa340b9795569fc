"""Addresses where no answer comes from: nobody listens, or nobody takes the connection."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def refusing() -> Iterator[str]:
    """Yield the base address of a port that nobody listens on; it stays reserved meanwhile."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield _url(bound)


@contextmanager
def never_accepting() -> Iterator[str]:
    """Yield the base address of a port whose queue is full: connecting to it takes for ever."""
    with ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _ in range(2):  # the kernel keeps one more than the queue's length
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield _url(listening)


def _url(bound: socket.socket) -> str:
    return f"http://127.0.0.1:{bound.getsockname()[1]}/v1"
