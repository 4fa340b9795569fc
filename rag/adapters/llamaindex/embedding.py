"""Any LlamaIndex embedding behind our embedder port, and the choice of embedder by setting.

The embedded model does not go through LlamaIndex: importing that takes seconds, and a query would
pay for its events and lists. Nothing of LlamaIndex is imported before a setting asks for it.
"""

import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.adapters.minilm.embedder import MiniLM
from rag.adapters.settings import Settings
from rag.ports.embedder import Embedder, Vectors
from rag.values.errors import EmbeddingFailed, SettingInvalid

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

EMBEDDED = "minilm"


def load_embedder(settings: Settings) -> Embedder:
    """Return the embedder that the settings name.

    Raises SettingInvalid for a class that cannot be found or made, ModelMissing when the embedded
    model's files are not installed.
    """
    if settings.embedding != EMBEDDED:
        model = made_model(settings.embedding, settings.embedding_args)
        return LlamaIndexEmbedder(model, name=f"{settings.embedding}/{model.model_name}")
    if settings.embedding_args:
        raise SettingInvalid(
            f"Setting embedding_args (ONRECORD_EMBEDDING_ARGS) is for other embeddings than"
            f" {EMBEDDED!r}, which takes none. Unset it, or set ONRECORD_EMBEDDING too."
        )
    return MiniLM()


class LlamaIndexEmbedder:
    """A LlamaIndex embedding whose vectors are checked and brought to unit length.

    `name` has the class and the model, no addresses and no keys: moving a model to another server
    does not change its space. Raises EmbeddingFailed when the embedding fails or its vectors are
    too few, of several lengths, not finite, or zero.
    """

    def __init__(self, model: "BaseEmbedding", *, name: str) -> None:
        self._model = model
        self._name = name
        self._dimension: int | None = None

    @property
    def name(self) -> str:
        """Identify the vector space."""
        return self._name

    @property
    def dimension(self) -> int:
        """Return the length of a vector; the first time, that embeds a word to find out."""
        if self._dimension is None:
            self.query("dimension")
        assert self._dimension is not None  # noqa: S101 - `query` has just set it
        return self._dimension

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector per text, in order."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        valid = [encodable(text) for text in texts]
        return self._checked(lambda: self._model.get_text_embedding_batch(valid), len(valid))

    def query(self, text: str) -> Vectors:
        """Return the unit vector of a question, which some models embed unlike a passage."""
        valid = encodable(text)
        row: Vectors = self._checked(lambda: [self._model.get_query_embedding(valid)], 1)[0]
        return row

    def _checked(self, embed: Callable[[], list[list[float]]], count: int) -> Vectors:
        try:
            given = embed()
        except Exception as error:  # any class may stand here, so any error may come
            raise EmbeddingFailed(
                f"The embedding {self._name!r} failed: {type(error).__name__}:"
                f" {str(error).rstrip('.')}."
                " Check its address, key and model (ONRECORD_EMBEDDING_ARGS), then try again."
            ) from error
        vectors = unit_rows(given, count, self._name)
        if self._dimension not in (None, vectors.shape[1]):
            raise EmbeddingFailed(
                f"The embedding {self._name!r} gave vectors of {vectors.shape[1]} numbers after"
                f" ones of {self._dimension}: another model answers at its address."
            )
        self._dimension = vectors.shape[1]
        return vectors


def encodable(text: str) -> str:
    """Return `text` with lone surrogates, which no wire format carries, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def unit_rows(given: Sequence[Sequence[float]], count: int, name: str) -> Vectors:
    """Return `count` rows of Euclidean length 1; raise EmbeddingFailed when `given` is not that."""
    lengths = {len(row) for row in given}
    if len(given) != count or len(lengths) != 1 or 0 in lengths:
        raise EmbeddingFailed(
            f"The embedding {name!r} gave {len(given)} vectors of {sorted(lengths)} numbers for"
            f" {count} texts."
        )
    vectors = np.asarray(given, dtype=np.float64)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    if not np.isfinite(norms).all() or not norms.all():
        raise EmbeddingFailed(f"The embedding {name!r} gave a vector with no direction (NaN or 0).")
    rows: Vectors = (vectors / norms).astype(np.float32)
    return rows


def made_model(path: str, arguments: Mapping[str, Any]) -> "BaseEmbedding":
    """Return an instance of the LlamaIndex embedding class `module:Class`."""
    from llama_index.core.base.embeddings.base import BaseEmbedding

    found = named_class(path)
    if not (isinstance(found, type) and issubclass(found, BaseEmbedding)):
        raise SettingInvalid(f"ONRECORD_EMBEDDING={path}: that is no LlamaIndex embedding class.")
    try:
        return found(**arguments)
    except Exception as error:  # a constructor of any class; its message may show an argument
        raise SettingInvalid(
            f"ONRECORD_EMBEDDING={path} does not take the arguments in ONRECORD_EMBEDDING_ARGS"
            f" ({', '.join(sorted(arguments)) or 'none'}): {type(error).__name__}."
        ) from error


def named_class(path: str) -> object:
    """Return what `module:Class` names; raise SettingInvalid when there is no such thing."""
    module, _, name = path.partition(":")
    if not module or not name:
        raise SettingInvalid(
            f"ONRECORD_EMBEDDING={path}: write minilm, or a LlamaIndex embedding as module:Class,"
            " for example llama_index.embeddings.openai:OpenAIEmbedding."
        )
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise SettingInvalid(
            f"ONRECORD_EMBEDDING={path} cannot be imported ({error}). LlamaIndex keeps each"
            " embedding in a package of its own; install the one that has it."
        ) from error
