"""What a script is given and what it gives back: a request, and bytes with pauses between them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

FOREVER_S = 3600.0
"""Longer than anybody waits; the server ends such a pause when it closes."""


@dataclass(frozen=True, slots=True)
class Send:
    """Bytes that go out as they are, in one write."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Pause:
    """Seconds of silence; they end early when the other side hangs up."""

    seconds: float = FOREVER_S


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is torn down with a TCP reset instead of an orderly end."""


Reply = Iterable[Send | Pause | Reset]
"""Sent in order; then the connection is closed. May be endless: it ends when nobody listens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    body: Mapping[str, Any] = field(default_factory=dict)
    """The JSON object sent; empty when there was none."""
    number: int = 1
    """How many requests for a completion this one's script has had, this one included."""

    @property
    def streamed(self) -> bool:
        """Whether the client asked for a stream of events."""
        return self.body.get("stream") is True

    @property
    def model(self) -> str:
        """The model's name; what it is called chooses how it behaves."""
        return str(self.body.get("model", ""))

    @property
    def prompt(self) -> str:
        """All messages in one text, the way a model sees them."""
        return "\n\n".join(_content(message) for message in self.body.get("messages", ()))

    def said_by(self, role: str) -> str:
        """Return the messages of one role in one text."""
        of_role = (one for one in self.body.get("messages", ()) if one.get("role") == role)
        return "\n\n".join(_content(message) for message in of_role)


Script = Callable[[Asked], Reply]


def _content(message: Mapping[str, Any]) -> str:
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    return "\n".join(str(part.get("text", "")) for part in content)
