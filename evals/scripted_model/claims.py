"""What a model is told to write: one claim a line, as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a claim says stand in a numbered piece of evidence."""

    evidence: int
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer, with what it rests on."""

    text: str
    evidence: tuple[int, ...]
    quotes: tuple[Quoted, ...] = ()

    @property
    def line(self) -> str:
        """The claim as it goes over the wire, without a line end."""
        return json.dumps(asdict(self), ensure_ascii=False)


def written(claims: Iterable[Claim]) -> str:
    """Return the claims as a model's whole output."""
    return "".join(f"{claim.line}\n" for claim in claims)
