"""A seal on the vector files: whether they are what the last writer left.

Chroma's native part trusts its files. One that is damaged, or was half written when its writer
was killed, can end the process that opens it, without an error that could be caught. So they are
compared with their checksums first.
"""

import json
import zlib
from pathlib import Path
from typing import Literal

from rag.adapters.replacing import replace_text

Condition = Literal["sound", "damaged", "unsealed"]

_SEAL = "seal.json"
_CHUNK = 1 << 20
_WRITTEN = "index_metadata.pickle"
"""Stands in the folder of an index that was written out. Until then its other files mean nothing
to Chroma, and every opening makes them anew."""


def condition(files: Path) -> Condition:
    """Return how the index files compare with their seal.

    `unsealed` are those of a writer that is still at work, or never ended its work.
    """
    try:
        sealed = json.loads((files / _SEAL).read_text("utf-8"))
    except FileNotFoundError:
        return "unsealed"
    except ValueError:
        return "damaged"
    return "sound" if sealed == _checksums(files) else "damaged"


def seal(files: Path) -> None:
    """Vouch for the index files as they are now."""
    replace_text(files / _SEAL, json.dumps(_checksums(files)))


def unseal(files: Path) -> None:
    """Take the seal off before the index files change."""
    (files / _SEAL).unlink(missing_ok=True)


def is_written(files: Path) -> bool:
    """Return whether there are index files at all: Chroma writes none for few vectors."""
    return any(files.glob(f"*/{_WRITTEN}"))


def _checksums(files: Path) -> dict[str, int]:
    """Return a checksum per index file; Chroma's own database guards itself."""
    return {
        path.relative_to(files).as_posix(): _checksum(path)
        for written in sorted(files.glob(f"*/{_WRITTEN}"))
        for path in sorted(written.parent.iterdir())
    }


def _checksum(path: Path) -> int:
    value = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            value = zlib.crc32(chunk, value)
    return value
