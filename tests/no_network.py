"""Two guards against connections: one around the tests, one that no code in a process can pass.

`sealed(ARGUMENTS)` makes the command of a Python process in which the kernel itself ends the
process at its first `connect()` to an internet address, this machine's included, whoever calls it,
native libraries too (Linux, seccomp). The processes that it starts inherit that.
"""

import ctypes
import ipaddress
import platform
import struct
import sys
from pathlib import Path

CONNECT_CALL = {"x86_64": (0xC000003E, 42), "aarch64": (0xC00000B7, 203)}
"""By machine: the kernel's name of the architecture and its number of `connect`."""
IPV4_ADDRESS_BYTES, IPV6_ADDRESS_BYTES = 16, 28
"""A filter sees an address's length only; addresses in the file system are longer than these."""
CAN_SEAL = sys.platform == "linux" and platform.machine() in CONNECT_CALL


class Outbound(AssertionError):
    """Something tried to reach another machine."""


class LoopbackOnly:
    """An audit hook that refuses other machines, and remembers each attempt.

    Remembering matters: code that catches every error would hide the refusal.
    """

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take what the interpreter reports."""
        if event == "socket.getaddrinfo":
            self._admit(event, arguments[0])
        elif event in ("socket.connect", "socket.sendto"):
            address = arguments[1]
            if isinstance(address, tuple):  # a path or bytes is a socket of this machine
                self._admit(event, address[0])

    def _admit(self, event: str, host: object) -> None:
        if not is_loopback(host):
            self.attempts.append(f"{event} {host!r}")
            raise Outbound(self.attempts[-1])


def is_loopback(host: object) -> bool:
    """Return whether `host` is this machine, or no particular one (to listen on)."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in (None, "", "localhost", "testserver"):
        return True
    try:
        address = ipaddress.ip_address(str(host).split("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def sealed(*arguments: str) -> list[str]:
    """Return the command for a Python with these arguments that dies of its first connection."""
    return [sys.executable, str(Path(__file__)), *arguments]


def seal() -> None:
    """Have the kernel end this process when it, or a thread or child of it, connects."""
    architecture, connect = CONNECT_CALL[platform.machine()]
    load, jump_if_equal, give = 0x20, 0x15, 0x06
    end_process, let_pass = 0x80000000, 0x7FFF0000
    filters = (
        (load, 0, 0, 4),  # the architecture
        (jump_if_equal, 0, 6, architecture),
        (load, 0, 0, 0),  # the call's number
        (jump_if_equal, 0, 4, connect),
        (load, 0, 0, 32),  # the length of the address
        (jump_if_equal, 1, 0, IPV4_ADDRESS_BYTES),
        (jump_if_equal, 0, 1, IPV6_ADDRESS_BYTES),
        (give, 0, 0, end_process),
        (give, 0, 0, let_pass),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in filters))
    program = struct.pack("HxxxxxxP", len(filters), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges, set_seccomp, filter_mode = 38, 22, 2
    if libc.prctl(no_new_privileges, 1, 0, 0, 0) or libc.prctl(
        set_seccomp, filter_mode, ctypes.create_string_buffer(program), 0, 0
    ):
        raise OSError(ctypes.get_errno(), "the kernel refused to seal this process")


def tell(event: str, arguments: tuple[object, ...]) -> None:
    """Say on stderr which connection is about to end this process, if Python makes it."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        sys.stderr.write(f"{event} {arguments[1]!r}\n")


if __name__ == "__main__":
    import runpy

    seal()
    sys.addaudithook(tell)
    sys.path[0] = str(Path(__file__).resolve().parents[1])
    sys.argv = sys.argv[1:]
    runpy.run_path(sys.argv[0], run_name="__main__")
