"""The stock baseline of searching: LlamaIndex's `VectorStoreIndex` on Chroma.

It holds the same passages with the same vectors, made in the same way, as an archive; text and
outlet stand beside each vector, since a stock index returns and filters by what is stored there.
"""

from collections.abc import Iterator
from pathlib import Path

import chromadb
from chromadb.config import Settings
from llama_index.core import VectorStoreIndex
from llama_index.core.schema import TextNode
from llama_index.core.vector_stores import FilterOperator, MetadataFilter, MetadataFilters
from llama_index.vector_stores.chroma import ChromaVectorStore

from evals.stock import PortedEmbedding
from rag.ports.catalogue import CatalogueReader
from rag.ports.embedder import Embedder

ARTICLES_AT_ONCE = 200
NAME = "stock"


class StockSearch:
    """The passages of an archive in a stock index of its own."""

    def __init__(self, folder: Path, catalogue: CatalogueReader, embedder: Embedder) -> None:
        """Open the index in `folder`, or make it there from the catalogue."""
        client = chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False))
        collection = client.get_or_create_collection(
            NAME, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        store = ChromaVectorStore(chroma_collection=collection)
        if collection.count() != catalogue.indexed():
            for nodes in _nodes(catalogue):
                store.add(nodes)  # type: ignore[arg-type] # a list of nodes is what it takes
        self._index = VectorStoreIndex.from_vector_store(
            store, embed_model=PortedEmbedding(embedder)
        )

    def search(self, question: str, limit: int, outlet: str | None = None) -> int:
        """Return how many passages a plain retrieval finds, of that outlet only if one is named."""
        filters = None
        if outlet is not None:
            named = MetadataFilter(key="outlet", value=outlet, operator=FilterOperator.EQ)
            filters = MetadataFilters(filters=[named])
        retriever = self._index.as_retriever(similarity_top_k=limit, filters=filters)
        return len(retriever.retrieve(question))


def _nodes(catalogue: CatalogueReader) -> Iterator[list[TextNode]]:
    summaries = catalogue.summaries()
    for first in range(0, len(summaries), ARTICLES_AT_ONCE):
        some = {one.id: one for one in summaries[first : first + ARTICLES_AT_ONCE]}
        texts = {key: article.text for key in some if (article := catalogue.article(key))}
        passages = catalogue.passages_of(list(some))
        rows = catalogue.vectors([one.id for one in passages]).tolist()
        yield [
            TextNode(
                id_=passage.id,
                text=texts[passage.article_id][passage.start : passage.end],
                metadata={
                    "outlet": some[passage.article_id].outlet.value,
                    "published": some[passage.article_id].published.value,
                },
                embedding=row,
            )
            for passage, row in zip(passages, rows, strict=True)
        ]
