"""Which paths of the port are open. Everything that is not named here does not exist.

Gradio brings upload, file, proxy, component and recording routes of its own, and each of its
releases may bring more; so its routes are closed unless the chat page needs them.
"""

OWN_PATHS = frozenset({"/quotes", "/check", "/docs", "/openapi.json", "/healthz", "/readyz"})
OWN_PREFIXES = ("/api/", "/v1/", "/articles/", "/onrecord/")

CHAT_READS = frozenset(
    {
        "/",
        "/config",
        "/theme.css",
        "/favicon.ico",
        "/manifest.json",
        "/robots.txt",
        "/gradio_api/info",
        "/gradio_api/startup-events",
        "/gradio_api/queue/data",
    }
)
CHAT_READ_PREFIXES = ("/assets/", "/static/", "/svelte/", "/gradio_api/heartbeat/")
CHAT_WRITES = frozenset({"/gradio_api/queue/join", "/gradio_api/cancel", "/gradio_api/reset"})

READING = ("GET", "HEAD")


def is_own(path: str) -> bool:
    """Return whether the (decoded) path is ours, and none of the chat page's."""
    return path in OWN_PATHS or path.startswith(OWN_PREFIXES)


def is_open(method: str, path: str) -> bool:
    """Return whether a request with this method and (decoded) path may go on."""
    if is_own(path):
        return True
    if method in READING:
        return path in CHAT_READS or path.startswith(CHAT_READ_PREFIXES)
    return method == "POST" and path in CHAT_WRITES
