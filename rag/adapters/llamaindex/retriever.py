"""The archive as a LlamaIndex retriever: it fits wherever LlamaIndex takes one."""

from collections.abc import Callable, Sequence

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import (
    NodeRelationship,
    NodeWithScore,
    QueryBundle,
    RelatedNodeInfo,
    TextNode,
)

from rag.adapters.llamaindex.bundle import AskedBundle
from rag.steps.answering.pipeline import Pipeline
from rag.steps.finding.retrieve import retrieve
from rag.values.evidence import Excerpt, Hit


class ArchiveRetriever(BaseRetriever):
    """Passages of an archive as nodes, whose ids are the passages' own."""

    def __init__(self, pipeline: Callable[[], Pipeline], limit: int = 10) -> None:
        super().__init__()
        self._pipeline = pipeline
        self._limit = limit

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        if isinstance(query_bundle, AskedBundle) and query_bundle.understood:
            pipeline = query_bundle.pipeline or self._pipeline()
            return nodes(pipeline, pipeline.gather(query_bundle.understood))
        pipeline = self._pipeline()
        return nodes(pipeline, retrieve(pipeline.desk, query_bundle.query_str, limit=self._limit))


def nodes(pipeline: Pipeline, hits: Sequence[Hit]) -> list[NodeWithScore]:
    """Return one node a hit; a passage whose article is gone meanwhile has none."""
    of = {hit.passage: hit for hit in hits}
    excerpts = pipeline.desk.catalogue.excerpts([*of])
    return [_node(of[one.passage], one) for one in excerpts]


def _node(hit: Hit, excerpt: Excerpt) -> NodeWithScore:
    passage = hit.passage
    node = TextNode(
        id_=passage.id,
        text=excerpt.words,
        start_char_idx=passage.start,
        end_char_idx=passage.end,
        metadata={
            "file": excerpt.file,
            "title": excerpt.title,
            "outlet": excerpt.outlet,
            "published": excerpt.published,
            "voice": passage.voice.value,
            "found_by": hit.found_by,
        },
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=passage.article_id)},
    )
    return NodeWithScore(node=node, score=hit.score)


def hits_of(pipeline: Pipeline, found: Sequence[NodeWithScore]) -> list[Hit]:
    """Return the hits behind nodes, in their order: a postprocessor may have changed it."""
    ids = [one.node.node_id for one in found]
    passages = {one.id: one for one in pipeline.desk.catalogue.passages(ids)}
    return [
        Hit(
            passages[one.node.node_id], one.score or 0.0, one.node.metadata.get("found_by", "dense")
        )
        for one in found
        if one.node.node_id in passages
    ]
