"""The fitted line model: how likely each line is the site's, the article's or a reader's.

A small network (one hidden layer) over the numbers of features.py. Its weights were fitted by
`evals.pages.fitting` on half of the sites of a public set of pages; they stand beside this file.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ingest.article import Voice
from ingest.voices.features import features
from ingest.voices.page import Row

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]

_CLIP = 4.0
_LEAK = 0.01


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What the model makes of one line; the three add up to 1."""

    site: float
    article: float
    reader: float


@dataclass(frozen=True, slots=True)
class LineModel:
    """The network's weights."""

    mean: "Matrix"
    deviation: "Matrix"
    hidden: "Matrix"
    hidden_bias: "Matrix"
    output: "Matrix"
    output_bias: "Matrix"

    def likelihoods(self, numbers: "Matrix") -> "Matrix":
        """Return one row of (site, article, reader) for each row of `numbers`."""
        import numpy as np

        scaled = np.clip((numbers - self.mean) / self.deviation, -_CLIP, _CLIP)
        # Not by "@": its library shares so small a product out among threads, which then wait for
        # the next one in a busy loop, on the cores on which other pages are being read.
        inner = np.einsum("ij,jk->ik", scaled, self.hidden) + self.hidden_bias
        active = np.maximum(inner, _LEAK * inner)
        scores = np.einsum("ij,jk->ik", active, self.output) + self.output_bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        result: Matrix = powers / powers.sum(axis=1, keepdims=True)
        return result


@lru_cache(maxsize=1)
def line_model() -> LineModel:
    """Return the model that ships with the package."""
    import numpy as np

    stored = json.loads((files("ingest") / "voices" / "line_weights.json").read_text("utf-8"))
    return LineModel(**{name: np.array(stored[name], np.float32) for name in stored})


def likelihoods(rows: Sequence[Row], voices: Sequence[Voice]) -> list[Likelihood]:
    """Return what the model makes of each row, given what the rules alone made of it."""
    if not rows:
        return []
    import numpy as np

    numbers = features(rows, voices).astype(np.float32)
    return [Likelihood(*each) for each in line_model().likelihoods(numbers).tolist()]
