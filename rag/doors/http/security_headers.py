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

_CHAT_POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'none'; font-src 'self' data:; "
    f"connect-src 'self'; worker-src 'self' blob:; {_NOWHERE_ELSE}"
)


def chat_policy(script_hashes: tuple[str, ...]) -> str:
    """Return the policy for Gradio's page, whose own inline scripts have these hashes.

    Its styles stay inline, which styles can bear; nothing foreign, nothing evaluated from text.
    """
    return _CHAT_POLICY.replace("{scripts}", " ".join(script_hashes))
