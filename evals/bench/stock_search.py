"""The stock baseline of searching: LlamaIndex's `VectorStoreIndex` on Chroma.

It searches a copy of the archive's own vector files. Adding the nodes would build the same graph of
neighbours a second time, which takes longer than all the rest at a hundred thousand; instead each
vector is given the metadata that LlamaIndex's Chroma store writes and reads, the text in it, since
a stock index returns and filters by what is stored there. What is timed is LlamaIndex's own
retrieval, with Chroma's own setting of how many candidates a search keeps.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chromadb
from chromadb.api import ClientAPI
from chromadb.config import Settings
from llama_index.core import VectorStoreIndex
from llama_index.core.schema import TextNode
from llama_index.core.vector_stores import FilterOperator, MetadataFilter, MetadataFilters
from llama_index.core.vector_stores.utils import node_to_metadata_dict
from llama_index.vector_stores.chroma import ChromaVectorStore

from evals.bench.stock import PortedEmbedding
from evals.progress import progress
from rag.adapters.vectors import current_files
from rag.ports.catalogue import CatalogueReader
from rag.ports.embedder import Embedder

ARTICLES_AT_ONCE = 200
NAME = "stock"
SEARCHED = 100
"""Candidates that a search keeps where Chroma is asked for nothing else."""


class StockSearch:
    """The passages of an archive in a stock index of its own."""

    def __init__(
        self, folder: Path, archive: Path, catalogue: CatalogueReader, embedder: Embedder
    ) -> None:
        """Open the index in `folder`, or make it there of the archive's, which nobody changes."""
        made = folder / str(catalogue.generation())
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(current_files(archive), folder / "unfinished")
            _told(_client(folder / "unfinished"), catalogue)
            (folder / "unfinished").rename(made)
        store = ChromaVectorStore(chroma_collection=_client(made).get_collection(NAME))
        self._index = VectorStoreIndex.from_vector_store(
            store, embed_model=PortedEmbedding(embedder)
        )

    def search(self, question: str, limit: int, outlet: str | None = None) -> list[str]:
        """Return the passages' words that a plain retrieval finds, of an outlet if one is named."""
        filters = None
        if outlet is not None:
            named = MetadataFilter(key="outlet", value=outlet, operator=FilterOperator.EQ)
            filters = MetadataFilters(filters=[named])
        retriever = self._index.as_retriever(similarity_top_k=limit, filters=filters)
        return [one.node.get_content() for one in retriever.retrieve(question)]


def _client(files: Path) -> ClientAPI:
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()
    return chromadb.PersistentClient(str(files), Settings(anonymized_telemetry=False))


def _told(client: ClientAPI, catalogue: CatalogueReader) -> None:
    """Write text and metadata beside the vectors, and take back the archive's own setting."""
    (collection,) = (one for one in client.list_collections() if one.name.startswith("current"))
    collection.modify(name=NAME, configuration={"hnsw": {"ef_search": SEARCHED}})
    total = -(-len(catalogue.summaries()) // ARTICLES_AT_ONCE)
    with progress("telling the stock index") as step:
        for nodes in _nodes(catalogue):
            collection.update(
                ids=[one.node_id for one in nodes], metadatas=[_metadata(one) for one in nodes]
            )
            step(total)


def _metadata(node: TextNode) -> dict[str, Any]:
    """Return what LlamaIndex's Chroma store writes beside a node, and the node's text."""
    told = node_to_metadata_dict(node, remove_text=False, flat_metadata=True)
    return {key: value for key, value in told.items() if value is not None}


def _nodes(catalogue: CatalogueReader) -> Iterator[list[TextNode]]:
    summaries = catalogue.summaries()
    for first in range(0, len(summaries), ARTICLES_AT_ONCE):
        some = {one.id: one for one in summaries[first : first + ARTICLES_AT_ONCE]}
        excerpts = catalogue.excerpts(catalogue.passages_of(list(some)))
        yield [
            TextNode(
                id_=one.passage.id,
                text=one.words,
                metadata={"outlet": one.outlet, "published": one.published},
            )
            for one in excerpts
        ]
