"""The archive as a LlamaIndex query engine.

Every answer goes through it, so any tracer that listens to LlamaIndex sees query, retrieval and
synthesis.
"""

import asyncio
from collections.abc import Callable, Sequence

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.instrumentation.events.synthesis import (
    SynthesizeEndEvent,
    SynthesizeStartEvent,
)
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import NodeWithScore, QueryBundle
from llama_index_instrumentation import get_dispatcher

from rag.adapters.llamaindex.bundle import AnswerResponse, AskedBundle, asked_bundle
from rag.adapters.llamaindex.retriever import ArchiveRetriever, hits_of
from rag.steps.answering.pipeline import Pipeline
from rag.steps.claiming.writing import Task, Writer, written
from rag.steps.question.understand import Understood
from rag.values.answer import Answer
from rag.values.question import Question

_dispatcher = get_dispatcher(__name__)


def _stays() -> bool:
    return False


class ArchiveQueryEngine(BaseQueryEngine):
    """Answers with checked citations; the response's `answer` is our own value."""

    def __init__(
        self,
        pipeline: Callable[[], Pipeline],
        postprocessors: Sequence[BaseNodePostprocessor] = (),
        writer: Writer | None = None,
    ) -> None:
        """`postprocessors` (a reranker) stand between retrieval and the choice of evidence.

        A `writer` puts the answer into words of its own, which are checked.
        """
        super().__init__(callback_manager=None)
        self._pipeline = pipeline
        self._retriever = ArchiveRetriever(pipeline)
        self._postprocessors = tuple(postprocessors)
        self._writer = writer

    def retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        """Return the nodes that the query finds, after the postprocessors."""
        found = self._retriever.retrieve(query_bundle)
        for one in self._postprocessors:
            found = one.postprocess_nodes(found, query_bundle=query_bundle)
        return found

    def synthesize(
        self,
        query_bundle: QueryBundle,
        nodes: list[NodeWithScore],
        additional_source_nodes: Sequence[NodeWithScore] | None = None,
    ) -> AnswerResponse:
        """Return the answer that the nodes and the archive's statements support."""
        asked, pipeline, understood = self._understood(query_bundle)
        found = [*nodes, *(additional_source_nodes or ())]
        _dispatcher.event(SynthesizeStartEvent(query=query_bundle))
        hits = hits_of(pipeline, found)
        answer = pipeline.answer(understood, hits, asked.clock)
        if self._writer is not None:
            task = Task(
                desk=pipeline.desk,
                names=pipeline.names,
                understood=understood,
                hits=hits,
                extractive=answer,
            )
            answer = self._written(self._writer, task, asked)
        response = AnswerResponse(response=answer.text, source_nodes=found, answer=answer)
        _dispatcher.event(SynthesizeEndEvent(query=query_bundle, response=response))
        return response

    def _written(self, writer: Writer, task: Task, asked: AskedBundle) -> Answer:
        left = asked.listen.left if asked.listen is not None else _stays
        stages = written(writer, task, asked.clock, left)
        while True:
            try:
                stage = next(stages)
            except StopIteration as end:
                whole: Answer = end.value
                asked.clock.tell_pieces()
                return whole
            if asked.listen is not None:
                asked.listen(stage)

    def _query(self, query_bundle: QueryBundle) -> AnswerResponse:
        asked, _, _ = self._understood(query_bundle)
        with asked.clock.step("retrieve"):
            found = self.retrieve(asked)
        return self.synthesize(asked, found)

    async def _aquery(self, query_bundle: QueryBundle) -> AnswerResponse:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}

    def _understood(self, query_bundle: QueryBundle) -> tuple[AskedBundle, Pipeline, Understood]:
        """Return the query with its question understood, once, by one state of the archive."""
        asked = query_bundle
        if not isinstance(asked, AskedBundle):
            asked = asked_bundle(Question(query_bundle.query_str))
        pipeline, understood = asked.pipeline, asked.understood
        if pipeline is None or understood is None:
            with asked.clock.step("understand"):
                pipeline = self._pipeline()
                understood = pipeline.understand(asked.asked or Question(asked.query_str))
                asked.pipeline, asked.understood = pipeline, understood
        return asked, pipeline, understood
