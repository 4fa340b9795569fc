"""The steps of an answer, bound to one committed state of an archive."""

from dataclasses import dataclass, replace

from rag.steps.answering.answer import answered
from rag.steps.answering.choice import gather
from rag.steps.answering.clock import Clock
from rag.steps.answering.related import related
from rag.steps.finding.desk import Desk
from rag.steps.finding.renamed import with_names_given
from rag.steps.question.people import FullNames
from rag.steps.question.standalone import pronoun_choices, standalone
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
        choices = pronoun_choices(question)
        return with_names_given(
            self.desk, understand(question, standalone(question), self.people, choices)
        )

    def gather(self, understood: Understood) -> list[Hit]:
        """Return the passages that the question finds, best first."""
        return gather(self.desk, understood)

    def answer(self, understood: Understood, hits: list[Hit], clock: Clock) -> Answer:
        """Return the answer that these passages and the archive's statements support."""
        answer = answered(self.desk, self.names, understood, hits, clock)
        if answer.related_questions:
            return answer
        with clock.step("relate"):
            further = related(self.desk, self.people, understood, hits, answer)
            return replace(answer, related_questions=further)
