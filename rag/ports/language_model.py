"""The port to whatever writes text from a prompt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that is sent to a language model for one question."""

    system: str
    user: str


class LanguageModel(Protocol):
    """Writes, in pieces as they come."""

    @property
    def name(self) -> str:
        """The model's name, as answers show it."""
        ...

    def tokens(self, text: str) -> int:
        """Return how many tokens the model sees in `text`; an estimate for unknown models."""
        ...

    def write(self, request: Request) -> Iterator[str]:
        """Yield what the model writes, in pieces cut anywhere.

        Ends only when the model says that it is done, and never later than the deadline. Raises
        EndpointCut when it stops before its end, another GenerationFailed otherwise.
        """
        ...
