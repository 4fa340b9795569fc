"""How many tokens a language model will see in a text, without asking the network.

tiktoken downloads an encoding's table at first use. LlamaIndex ships two of these tables, which
cover today's models of OpenAI; for every other model one of them is a fair estimate.
"""

import hashlib
import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tiktoken import Encoding

TABLES: Final = {
    "cl100k_base": (
        "9b5ad71b2ce5302211f9c61530b329a4922fc6a4",
        "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
    ),
    "o200k_base": (
        "fb374d419588a4632f3f557e76b4b70aebbca790",
        "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    ),
}
"""By encoding: the shipped table's file name and SHA-256."""
NEWEST: Final = "o200k_base"
CACHE_VARIABLE: Final = "TIKTOKEN_CACHE_DIR"
BYTES_PER_TOKEN: Final = 4
"""English text in UTF-8; what is left when no table can be read."""
SLICE: Final = 4_000
"""Code points encoded at once: the time grows with the square of a run without spaces."""


class TokenCounter:
    """Counts the tokens of one model. Counts of a model that tiktoken does not know are estimates.

    Never connects anywhere: a table that is absent or damaged is not fetched.
    """

    def __init__(self, model: str) -> None:
        self._model = model

    def count(self, text: str) -> int:
        """Return the number of tokens; up to one too many per `SLICE` code points."""
        if self._encoding is None:
            return -(-len(text.encode("utf-8", "replace")) // BYTES_PER_TOKEN)
        slices = (text[start : start + SLICE] for start in range(0, len(text), SLICE))
        return sum(len(self._encoding.encode_ordinary(part)) for part in slices)

    @cached_property
    def _encoding(self) -> "Encoding | None":
        return shipped_encoding(encoding_name(self._model))


def encoding_name(model: str) -> str:
    """Return the shipped encoding for this model; the newest one when tiktoken knows none."""
    from tiktoken.model import encoding_name_for_model

    try:
        name = encoding_name_for_model(model)
    except KeyError:
        return NEWEST
    return name if name in TABLES else NEWEST


def shipped_encoding(name: str) -> "Encoding | None":
    """Return the encoding read from LlamaIndex's copy of its table; None when that is not whole."""
    import tiktoken

    folder = shipped_tables()
    file, digest = TABLES[name]
    try:
        whole = hashlib.sha256((folder / file).read_bytes()).hexdigest() == digest
    except OSError:
        return None
    if not whole:
        return None
    with cache_folder(folder):
        return tiktoken.get_encoding(name)


def shipped_tables() -> Path:
    """Return the folder of tables inside LlamaIndex, found without the seconds of importing it."""
    found = importlib.util.find_spec("llama_index.core")
    origin = found.origin if found else None
    return Path(origin or ".").parent / "_static" / "tiktoken_cache"


@contextmanager
def cache_folder(folder: Path) -> Iterator[None]:
    """Let tiktoken look for tables in `folder`, and nowhere else, for a while."""
    before = os.environ.get(CACHE_VARIABLE)
    os.environ[CACHE_VARIABLE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(CACHE_VARIABLE, None)
        else:
            os.environ[CACHE_VARIABLE] = before
