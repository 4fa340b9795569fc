"""A claim as a language model writes it; nothing in it is believed before it was checked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenQuote:
    """Words that the model says stand in a block of evidence."""

    evidence: int
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenClaim:
    """One sentence with the blocks of evidence that it is said to rest on."""

    text: str
    evidence: tuple[int, ...]
    quotes: tuple[WrittenQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class Malformed:
    """Something that the model wrote that is no claim."""

    text: str
    reason: str
