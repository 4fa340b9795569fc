"""Which names this server answers to: the pure part of the guard against DNS rebinding.

A page on a foreign site can make a visitor's browser send requests to 127.0.0.1, but it cannot
choose the Host header that goes with them, nor hide its Origin.
"""

import ipaddress
import re

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})

_AUTHORITY = re.compile(
    r"(?P<name>\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9_.-]{0,252}[a-z0-9])?)(?::(?P<port>[0-9]{1,5}))?"
)


def host_name(authority: str) -> str | None:
    """Return the lower-case name in a Host header, without its port; None when malformed."""
    match = _AUTHORITY.fullmatch(authority.lower())
    if match is None or int(match["port"] or 0) > 65_535:
        return None
    return match["name"]


def host_allowed(authority: str, names: frozenset[str]) -> bool:
    """Return whether a Host header names this server. Any port will do: tunnels change it."""
    return host_name(authority) in names


def origin_allowed(origin: str, authority: str, names: frozenset[str]) -> bool:
    """Return whether a request's Origin is the very page that its Host header addresses."""
    scheme, separator, rest = origin.partition("://")
    return (
        bool(separator)
        and scheme in ("http", "https")
        and rest.lower() == authority.lower()
        and host_allowed(rest, names)
    )


def is_loopback(host: str) -> bool:
    """Return whether binding to `host` keeps the server on this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def written(host: str) -> str:
    """Return `host` as it stands in a URL: IPv6 addresses in brackets."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
