"""Which articles carry the same story: agency copy stands on many sites, cut and edited.

A story is sketched by MinHash over its runs of five words (A. Broder, "On the resemblance and
containment of documents", 1997), and found by equal bands of its sketch (Indyk and Motwani's
locality-sensitive hashing). Ours is a few lines of numpy: the kept library for it brings SciPy.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ingest import Article, Voice

Sketch = NDArray[np.uint32]

SAME_STORY: Final = 0.6
"""Share of the runs of two stories together that both have, from which they count as one."""

_RUN = 5
"""Words: shared by copies, hardly ever by two reports of one event."""
_FEWEST_WORDS = 40
"""Below this, equal texts say little: error pages, stubs and one-line notes are all alike."""
_BANDS = 20
_ROWS = 4
"""Twenty bands of four find 94 % of the pairs that share 0.6, and 99.6 % of those with 0.7."""
_AT_ONCE = 8
"""Hash functions reckoned together."""

_WORD = re.compile(r"\w+")


def sketch(article: Article) -> Sketch | None:
    """Return the sketch of the article's narration, None where it is too short to tell a story."""
    narration = " ".join(
        article.text[region.start : region.end]
        for region in article.regions
        if region.voice is Voice.NARRATION
    )
    words = _WORD.findall(narration.casefold().replace("_", " "))
    if len(words) < _FEWEST_WORDS:
        return None
    hashes = np.fromiter(map(zlib.crc32, _runs(words)), np.uint64)
    least = [
        # Multiply and shift: wrapping at 64 bits is what makes the upper half a good hash.
        (factors[:, None] * hashes[None, :] + offsets[:, None]).min(axis=1) >> np.uint64(32)
        for factors, offsets in _permutations()
    ]
    return np.concatenate(least).astype(np.uint32)


def _runs(words: Sequence[str]) -> Iterator[bytes]:
    """Yield the runs of words, each joined by spaces, in UTF-8."""
    encoded = [word.encode() for word in words]
    text = b" ".join(encoded)
    starts = [0, *accumulate(len(word) + 1 for word in encoded)]
    for start, behind in zip(starts, starts[_RUN:], strict=False):
        yield text[start : behind - 1]


def bands(drawn: Sketch) -> list[int]:
    """Return the keys under which a sketch is found; like sketches share at least one."""
    rows = drawn.astype("<u4").reshape(_BANDS, _ROWS)
    return [
        int.from_bytes(
            hashlib.blake2b(row.tobytes(), digest_size=8, key=bytes([band])).digest(),
            "big",
            signed=True,
        )
        for band, row in enumerate(rows, start=1)
    ]


def likeness(one: Sketch, other: Sketch) -> float:
    """Return an estimate of the share of runs that two stories have in common, from 0 to 1."""
    return float(np.mean(one == other))


@cache
def _permutations() -> list[tuple[NDArray[np.uint64], NDArray[np.uint64]]]:
    """Return the hash functions' factors and offsets, the same on every machine.

    Few come together: reckoned all at once, a long story's hashes fill arrays of a megabyte.
    """
    count = _BANDS * _ROWS
    noise = b"".join(hashlib.sha256(bytes([n])).digest()[:16] for n in range(count))
    numbers = np.frombuffer(noise, dtype="<u8").reshape(count, 2).astype(np.uint64)
    factors, offsets = numbers[:, 0] | np.uint64(1), numbers[:, 1]
    parts = [slice(at, at + _AT_ONCE) for at in range(0, count, _AT_ONCE)]
    return [(factors[part], offsets[part]) for part in parts]
