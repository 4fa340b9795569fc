"""Our embedded model as a LlamaIndex embedding, for pipelines that are built with LlamaIndex."""

import asyncio

from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr

from rag.adapters.minilm.embedder import MiniLM
from rag.ports.embedder import Vectors


class MiniLMEmbedding(BaseEmbedding):
    """all-MiniLM-L6-v2 without torch or network: 384 dimensions, unit length."""

    model_name: str = MiniLM.name
    embed_batch_size: int = 64
    _minilm: MiniLM = PrivateAttr(default_factory=MiniLM)

    @classmethod
    def class_name(cls) -> str:
        """Return the name that LlamaIndex writes into what it serialises."""
        return "MiniLMEmbedding"

    def _get_query_embedding(self, query: str) -> list[float]:
        return _numbers(self._minilm.query(query))

    def _get_text_embedding(self, text: str) -> list[float]:
        return _numbers(self._minilm.query(text))

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [_numbers(row) for row in self._minilm.passages(texts)]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return await asyncio.to_thread(self._get_query_embedding, query)

    async def _aget_text_embedding(self, text: str) -> list[float]:
        return await asyncio.to_thread(self._get_text_embedding, text)

    async def _aget_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return await asyncio.to_thread(self._get_text_embeddings, texts)


def _numbers(vector: Vectors) -> list[float]:
    numbers: list[float] = vector.tolist()
    return numbers
