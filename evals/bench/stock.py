"""The stock baseline: LlamaIndex's own ingestion pipeline, with our embedder in it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from llama_index.core import Document
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.node_parser import SentenceSplitter
from pydantic import PrivateAttr

from rag.ports.embedder import Embedder


@dataclass(frozen=True, slots=True)
class StockRun:
    """What the pipeline made of the pages."""

    chunks: int
    seconds: float


class PortedEmbedding(BaseEmbedding):
    """An embedder of ours as LlamaIndex sees one."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder) -> None:
        """Wrap an embedder."""
        super().__init__(model_name=embedder.name, embed_batch_size=64)
        self._embedder = embedder

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self._embedder.passages(texts).tolist()
        return rows

    def _get_query_embedding(self, query: str) -> list[float]:
        row: list[float] = self._embedder.query(query).tolist()
        return row

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def stock_ingest(texts: Sequence[str], embedder: Embedder, *, chunk_tokens: int) -> StockRun:
    """Split and embed whole page texts in memory; nothing is stored, which favours the baseline."""
    pipeline = IngestionPipeline(
        transformations=[
            SentenceSplitter(chunk_size=chunk_tokens, chunk_overlap=chunk_tokens // 5),
            PortedEmbedding(embedder),
        ],
        disable_cache=True,
    )
    documents = [Document(text=text) for text in texts]
    started = time.perf_counter()
    nodes = pipeline.run(documents=documents)
    return StockRun(chunks=len(nodes), seconds=time.perf_counter() - started)
