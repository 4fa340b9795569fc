"""What travels through LlamaIndex's own calls: our question on the way in, our answer back."""

from dataclasses import dataclass, field
from typing import Protocol

from llama_index.core.base.response.schema import Response
from llama_index.core.schema import QueryBundle

from rag.adapters.llamaindex.steps import TracedClock
from rag.steps.answering.pipeline import Pipeline
from rag.steps.question.understand import Understood
from rag.values.answer import Answer
from rag.values.question import Question


class Listener(Protocol):
    """Whoever is told an answer while it grows."""

    def __call__(self, answer: Answer) -> None:
        """Take the answer as far as it goes."""

    def left(self) -> bool:
        """Return whether nobody wants the rest."""
        ...


@dataclass
class AskedBundle(QueryBundle):
    """A query that carries the whole question: its history and its filters too."""

    asked: Question | None = None
    understood: Understood | None = None
    pipeline: Pipeline | None = None
    """The archive's state that the question was understood by, so that one answer is from one."""
    clock: TracedClock = field(default_factory=TracedClock)
    listen: Listener | None = None
    """Is told the answer as it grows."""


@dataclass
class AnswerResponse(Response):
    """A response that carries the answer with its checked citations."""

    answer: Answer | None = None


def asked_bundle(question: Question, listen: Listener | None = None) -> AskedBundle:
    """Return the query that carries this question, and whoever is told the answer's stages."""
    return AskedBundle(query_str=question.text, asked=question, listen=listen)
