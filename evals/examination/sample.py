"""What a scorer looks at: a case, the answer that it got, and the stored texts behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from evals.examination.case import Case
from evals.folding import holds
from rag.values.answer import Answer, Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One question answered."""

    case: Case
    answer: Answer
    texts: Mapping[str, str]
    """The stored text of every article that the answer cites, by article id."""

    @property
    def shown(self) -> tuple[Citation, ...]:
        """Every citation that a reader would see, the nearest evidence of an abstention too."""
        nearest = self.answer.abstention.nearest if self.answer.abstention else ()
        return self.answer.citations + nearest

    def holding(self, quote: str) -> tuple[Citation, ...]:
        """Return the citations of the answer whose quote holds this string."""
        return tuple(c for c in self.answer.citations if holds(c.quote, quote))
