"""A sentence of evidence that a claim rests on."""

from dataclasses import dataclass

from ingest import Span
from rag.steps.claiming.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Resting:
    """A sentence of evidence that a claim's sentence rests on."""

    evidence: Evidence
    span: Span

    @property
    def text(self) -> str:
        """The page's own words."""
        return self.evidence.page.text(self.span)
