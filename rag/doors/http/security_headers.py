"""The headers that keep a browser from doing on these pages what nobody asked for."""

SECURITY_HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),  # with none, our own forms would have no origin
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (
        b"permissions-policy",
        b"camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
)

_NOWHERE_ELSE = (
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; "
    "frame-src 'none'"
)

OWN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    f"font-src 'self'; connect-src 'self'; {_NOWHERE_ELSE}"
)
"""For the pages that are ours: nothing inline, nothing foreign."""

CHAT_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'none'; "
    f"font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; {_NOWHERE_ELSE}"
)
"""For Gradio's page, whose own start-up code and styles are inline. Nothing foreign either."""


def content_policy(path: str) -> str:
    """Return the Content-Security-Policy for what is served at `path`."""
    return CHAT_POLICY if path == "/" else OWN_POLICY
