"""`onrecord serve`."""

import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.doors.cli.opened import opened, settings_for
from rag.doors.cli.options import ArchiveOption, FieldOption

if TYPE_CHECKING:
    from rag.adapters.settings import Settings
    from rag.doors.http.guard import App

STOPPING_S = 3


def serve(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(exists=True, help="Pages to ingest first, if new.", metavar="[PATH…]"),
    ] = None,
    archive: ArchiveOption = None,
    field: FieldOption = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65_535, help="Port; 0 takes any free one.")
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            help="A host name to answer to besides this machine's own; needed to listen"
            " on other addresses than loopback. Whoever reaches it can read everything."
        ),
    ] = None,
) -> None:
    """Serve the chat page and the HTTP interface on one port, for this machine only."""
    settings = settings_for(archive)
    at, names = _place(settings, host, allow_host)
    listening = _listen(at, settings.port if port is None else port)
    with listening:
        if paths:
            from rag.doors.cli.ingest import ingested

            ingested(paths, settings, fields=field, wait=True)
        with opened(archive) as opened_archive:
            from rag.doors.http.app import guarded_app

            opened_archive.search("ready", limit=1)  # loads the model before the first visitor asks
            _run(guarded_app(opened_archive, names=names), listening, at)


def _place(
    settings: "Settings", host: str | None, allowed: list[str] | None
) -> tuple[str, frozenset[str]]:
    from rag.doors.http.hosts import host_name, is_loopback
    from rag.values.errors import SettingInvalid

    at = (host or settings.host).strip("[]")
    names = frozenset(name.lower() for name in (*settings.allowed_hosts, *(allowed or ())))
    for name in names:
        if host_name(name) != name:
            raise SettingInvalid(f"{name!r} is not a host name; write it without scheme and port")
    if not is_loopback(at) and not names:
        raise SettingInvalid(
            f"listening on {at!r} would open the archive to other machines, and the page has no"
            " log-in; if that is meant, name the host that browsers will use:"
            " --allow-host news.example.org"
        )
    return at, names


def _listen(host: str, port: int) -> socket.socket:
    from rag.values.errors import SettingInvalid

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SettingInvalid(
            f"cannot listen on {host} port {port} ({reason}); choose another with --port"
        ) from None


def _run(app: "App", listening: socket.socket, host: str) -> None:
    import uvicorn

    from rag.doors.http.hosts import written

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            port = listening.getsockname()[1]
            print(f"OnRecord is at http://{written(host)}:{port} (Ctrl-C stops it)", flush=True)

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=STOPPING_S,
    )
    with suppress(KeyboardInterrupt):  # how a person stops it
        Announcing(config).run(sockets=[listening])
