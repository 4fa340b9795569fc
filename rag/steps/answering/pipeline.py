"""The steps of an answer, bound to one committed state of an archive."""

from dataclasses import dataclass

from rag.steps.answering.answer import answered, gather
from rag.steps.answering.clock import Clock
from rag.steps.finding.desk import Desk
from rag.steps.question.people import FullNames
from rag.steps.question.standalone import standalone
from rag.steps.question.understand import People, Understood, understand
from rag.values.answer import Answer
from rag.values.evidence import Hit
from rag.values.question import Question


@dataclass(frozen=True, slots=True)
class Pipeline:
    """From a question to an answer in three calls, so that others can stand between them."""

    desk: Desk
    people: People
    names: FullNames

    def understand(self, question: Question) -> Understood:
        """Return what the question asks of this archive."""
        return understand(question, standalone(question), self.people)

    def gather(self, understood: Understood) -> list[Hit]:
        """Return the passages that the question finds, best first."""
        return gather(self.desk, understood)

    def answer(self, understood: Understood, hits: list[Hit], clock: Clock) -> Answer:
        """Return the answer that these passages and the archive's statements support."""
        return answered(self.desk, self.names, understood, hits, clock)
